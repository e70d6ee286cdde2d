import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PeopleSize } from '@moho/devnet/source/simulation/economy/people';
import { EVERYDAY_SCENARIOS, SCENARIOS, type Scenario } from '@moho/devnet/source/simulation/economy/scenarios/index';
import { userPath } from '../../scripts/start/paths';
import { UserError } from '../../scripts/start/user-error';
import { DEFAULT_HEIGHTS, type HeightChoice } from './heights';
import { MILESTONES } from './milestones';

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
      /** fails unless it came through every milestone */
      mustReachAll?: boolean;
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

export interface VerifyOptions {
  chains: ChainGiven[];
  /** file the whole result is written to */
  json?: string;
  /** the compared heights; another seed each time unless given, and always printed */
  heights: HeightChoice;
}

/** Past blocks of a simulated chain: ten eras and more, so that files mature, expire and are settled. */
export const DEFAULT_BLOCKS = 2400;
/** Blocks of a chain on which everything goes wrong: its forks and restarts take the time. */
export const DEFAULT_FAULT_BLOCKS = 330;
/** Blocks after a scenario's own: its first begin when groups have formed, and what it leaves is judged once more. */
const BLOCKS_BESIDE_A_SCENARIO = 150;
const LEAST_FAULT_BLOCKS = 100;
const MOST_BLOCKS = 1_000_000;
const MOST_SEEDS = 1000;
const MOST_HEIGHTS = 10_000;

export const USAGE =
  'npm run verify -- --recording FOLDER | --seeds A-B | --fault-seeds A-B | --scenario NAME[,NAME…]|all [--blocks M] [--json FILE] [--heights N] [--height-seed N]   (--recording may be given several times, also together with seeds and scenarios)';

const NAMES = [
  '--recording',
  '--seeds',
  '--fault-seeds',
  '--scenario',
  '--blocks',
  '--json',
  '--heights',
  '--height-seed',
] as const;
type Name = (typeof NAMES)[number];

/** `--name value` and `--name=value`, in the order given. Throws a UserError on anything else. */
const pairs = (argv: string[]): [Name, string][] => {
  const found: [Name, string][] = [];
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    const equals = word.indexOf('=');
    const text = word.startsWith('--') && equals > 0 ? word.slice(0, equals) : word;
    const name = NAMES.find((known) => known === text);
    if (name === undefined) throw new UserError(`Unknown option ${text}; known are ${NAMES.join(', ')}.`);
    const value = text === word ? argv[++i] : word.slice(equals + 1);
    if (value === undefined || value === '' || (text === word && value.startsWith('--')))
      throw new UserError(`${name} needs a value: ${USAGE}.`);
    if (name !== '--recording' && found.some(([other]) => other === name))
      throw new UserError(`${name} is given twice.`);
    found.push([name, value]);
  }
  return found;
};

/** `3` or `1-5`, both ends included. */
const seedRange = (name: Name, text: string): number[] => {
  const match = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(text);
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (!match || to < from) throw new UserError(`${name} must be a range such as 1-3 (or one seed), not "${text}".`);
  if (to - from >= MOST_SEEDS) throw new UserError(`${name} ${text} names more than ${MOST_SEEDS} chains.`);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
};

const blockCount = (text: string): number => {
  const blocks = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (blocks < 2 || blocks > MOST_BLOCKS)
    throw new UserError(`--blocks must be a whole number from 2 to ${MOST_BLOCKS}, not "${text}".`);
  return blocks;
};

const heightCount = (text: string | undefined): number => {
  if (text === undefined) return DEFAULT_HEIGHTS;
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > MOST_HEIGHTS)
    throw new UserError(`--heights must be a whole number from 1 to ${MOST_HEIGHTS}, not "${text}".`);
  return count;
};

const heightSeedOf = (text: string | undefined): number => {
  if (text === undefined) return randomInt(1, 2 ** 31);
  if (!/^\d{1,10}$/.test(text)) throw new UserError(`--height-seed must be a whole number, not "${text}".`);
  return Number(text);
};

/** The recording in `folder`, or those it holds. Throws a UserError when there is none. */
export const recordingsIn = (folder: string): string[] => {
  if (!existsSync(folder)) throw new UserError(`${folder} does not exist.`);
  if (!statSync(folder).isDirectory()) throw new UserError(`${folder} is not a folder.`);
  if (existsSync(join(folder, 'chain.json'))) return [folder];
  const inside = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'chain.json')));
  if (inside.length === 0)
    throw new UserError(`${folder} holds no recording: a recording is a folder with chain.json.`);
  return inside;
};

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
    ...MILESTONES.filter(({ crowd }) => !crowd).map(({ scenario }) => scenario),
    ...EVERYDAY_SCENARIOS.map(({ name }) => name),
    ...MILESTONES.map(({ scenario }) => scenario),
  ]),
];

const seedChain = (seed: number, blocks = DEFAULT_BLOCKS): CalmChain => ({
  kind: 'simulation',
  name: `seed ${seed}`,
  seed,
  blocks,
  played: { people: 'dozens', scenarios: PLAYED_BY_SEEDS },
  mustReachAll: true,
});

/** A scenario on a small quiet chain of its own. */
const scenarioChain = (scenario: Scenario, blocks = scenario.blocks + BLOCKS_BESIDE_A_SCENARIO): CalmChain => ({
  kind: 'simulation',
  name: scenario.name,
  seed: 1,
  blocks,
  played: { people: 'few', scenarios: [scenario.name] },
});

/** The scenarios of `a,b` or `all`. */
const scenariosOf = (text: string | undefined): readonly Scenario[] => {
  if (text === undefined) return [];
  if (text === 'all') return SCENARIOS;
  return [...new Set(text.split(','))].map((name) => {
    const found = SCENARIOS.find((scenario) => scenario.name === name);
    if (found === undefined)
      throw new UserError(`There is no scenario "${name}"; there are all, ${SCENARIOS.map((s) => s.name).join(', ')}.`);
    return found;
  });
};

/** Command line → what to verify. Throws a UserError with one sentence. */
export const readVerifyOptions = (argv: string[], env: NodeJS.ProcessEnv = process.env): VerifyOptions => {
  const given = pairs(argv);
  const value = (name: Name) => given.find(([known]) => known === name)?.[1];
  const folders = given
    .filter(([name]) => name === '--recording')
    .flatMap(([, folder]) => recordingsIn(userPath(folder, env)));
  const seedsOf = (name: Name) => {
    const text = value(name);
    return text === undefined ? [] : seedRange(name, text);
  };
  const [seeds, faultSeeds] = [seedsOf('--seeds'), seedsOf('--fault-seeds')];
  const scenarios = scenariosOf(value('--scenario'));
  const length = value('--blocks');
  if (length !== undefined && seeds.length + faultSeeds.length + scenarios.length === 0)
    throw new UserError(
      '--blocks is the length of simulated chains: give --seeds, --fault-seeds or --scenario with it.',
    );
  const blocks = length === undefined ? undefined : blockCount(length);
  if (faultSeeds.length > 0 && blocks !== undefined && blocks < LEAST_FAULT_BLOCKS)
    throw new UserError(
      `--blocks must be at least ${LEAST_FAULT_BLOCKS} with --fault-seeds: forks and restarts need room.`,
    );
  const chains: ChainGiven[] = [
    ...recordingChains([...new Set(folders)]),
    ...seeds.map((seed) => seedChain(seed, blocks)),
    ...scenarios.map((scenario) => scenarioChain(scenario, blocks)),
    ...faultSeeds.map(
      (seed): ChainGiven => ({
        kind: 'faults',
        name: `fault seed ${seed}`,
        seed,
        blocks: blocks ?? DEFAULT_FAULT_BLOCKS,
      }),
    ),
  ];
  if (chains.length === 0) throw new UserError(`Nothing to verify: ${USAGE}.`);
  const json = value('--json');
  return {
    chains,
    json: json === undefined ? undefined : userPath(json, env),
    heights: { count: heightCount(value('--heights')), seed: heightSeedOf(value('--height-seed')) },
  };
};
