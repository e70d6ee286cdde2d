import { basename } from 'node:path';
import { SPEC_VERSIONS } from '@moho/devnet/codec/metadata/specs/index';
import type { PeopleSize } from '@moho/devnet/source/simulation/economy/people';
import { EVERYDAY_SCENARIOS, type Scenario } from '@moho/devnet/source/simulation/economy/scenarios/index';
import { LATER_REACHED, LEDGERS_REACHED, SEED_MILESTONES } from './milestones';

/** A chain that is indexed while nothing goes wrong. */
export type CalmChain =
  | { kind: 'recording'; name: string; folder: string }
  | {
      kind: 'simulation';
      name: string;
      seed: number;
      blocks: number;
      /** who lives on it and what is played; the local chain's default without it */
      played?: { people: PeopleSize; scenarios: readonly string[] };
      /** runtime of its genesis, the newest without it, and the blocks that carry its upgrades */
      runtimes?: { spec: number; upgrades: readonly (readonly [block: number, spec: number])[] };
      /** identities a block of a sweep visits; 500 without it */
      sweepBatch?: number;
      /** milestones it must come through, by name */
      mustReach?: readonly string[];
    };

/** A chain on which everything goes wrong that its seed says. */
export interface FaultsGiven {
  kind: 'faults';
  name: string;
  seed: number;
  blocks: number;
}

/** One chain to index and compare. */
export type ChainGiven = CalmChain | FaultsGiven;

/** Past blocks of a simulated chain: ten eras and more, so that files mature, expire and are settled. */
export const DEFAULT_BLOCKS = 2400;
/** Blocks of a chain on which everything goes wrong: its forks and restarts take the time. */
export const DEFAULT_FAULT_BLOCKS = 330;
/** Blocks after a scenario's own: its first begin when groups have formed, and what it leaves is judged once more. */
const BLOCKS_BESIDE_A_SCENARIO = 150;
/** Recordings as chains. Two folders may end in the same name: then they are numbered apart. */
export const recordingChains = (folders: string[]): CalmChain[] =>
  folders.map((folder, at) => {
    const name = basename(folder);
    const twins = folders.slice(0, at).filter((other) => basename(other) === name).length;
    return { kind: 'recording', folder, name: twins === 0 ? name : `${name} (${twins + 1})` };
  });

/**
 * A seed's chain plays what milestones need first, since a paid period must end on it, then everything else that fits on
 * a chain with company, and last what brings two hundred machines along.
 */
const PLAYED_BY_SEEDS: readonly string[] = [
  ...new Set([
    ...SEED_MILESTONES.filter(({ crowd }) => !crowd).map(({ scenario }) => scenario),
    ...EVERYDAY_SCENARIOS.map(({ name }) => name),
    ...SEED_MILESTONES.map(({ scenario }) => scenario),
  ]),
];

/** Everything a chain with company can come through, for one seed. */
export const seedChain = (seed: number, blocks = DEFAULT_BLOCKS): CalmChain => ({
  kind: 'simulation',
  name: `seed ${seed}`,
  seed,
  blocks,
  played: { people: 'dozens', scenarios: PLAYED_BY_SEEDS },
  mustReach: SEED_MILESTONES.map(({ name }) => name),
});

/** A scenario on a small quiet chain of its own. */
export const scenarioChain = (scenario: Scenario, blocks = scenario.blocks + BLOCKS_BESIDE_A_SCENARIO): CalmChain => ({
  kind: 'simulation',
  name: scenario.name,
  seed: 1,
  blocks,
  played: { people: 'few', scenarios: [scenario.name] },
});

/** The same chain with sweeps that visit so few identities a block that they take several. */
export const withSweepBatch = (chain: CalmChain, sweepBatch: number): CalmChain =>
  chain.kind === 'recording' ? chain : { ...chain, name: `${chain.name}, sweeps of ${sweepBatch}`, sweepBatch };

/** Runtimes the local chain can begin with that have newer ones after them. */
export const GENERATIONS: readonly number[] = SPEC_VERSIONS.slice(0, -1);
/** Long enough for files to be stored, to end, to be renewed and settled by the rules they were ordered under. */
const BLOCKS_OF_A_GENERATION = 1300;
/** Each newer runtime then runs for five slots of work reports. */
const BLOCKS_OF_A_LATER_SPEC = 150;

/** A first renewal by the rules since spec 17 is met by then on every one of these chains. */
const BLOCKS_AT_LEAST = 1700;

/** A chain that begins with an older runtime, lives by it, and then goes through every newer one. */
export const generationChain = (spec: number): CalmChain => {
  const upgrades = SPEC_VERSIONS.filter((version) => version > spec).map(
    (version, i) => [BLOCKS_OF_A_GENERATION + i * BLOCKS_OF_A_LATER_SPEC, version] as const,
  );
  return {
    kind: 'simulation',
    name: `from spec ${spec}`,
    seed: spec,
    blocks: Math.max(BLOCKS_AT_LEAST, BLOCKS_OF_A_GENERATION + upgrades.length * BLOCKS_OF_A_LATER_SPEC),
    runtimes: { spec, upgrades },
    mustReach: [
      'expiry',
      'renewal',
      'illegal file',
      ...(spec < 3 ? [LEDGERS_REACHED.name] : []),
      ...(spec === 4 ? [LATER_REACHED.name] : []),
    ],
  };
};
