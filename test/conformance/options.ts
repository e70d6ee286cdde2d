import { randomInt } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SCENARIOS, type Scenario } from '@moho/devnet/source/simulation/economy/scenarios/index';
import { userPath } from '../../scripts/start/paths';
import { UserError } from '../../scripts/start/user-error';
import {
  type ChainGiven,
  DEFAULT_FAULT_BLOCKS,
  GENERATIONS,
  generationChain,
  recordingChains,
  scenarioChain,
  seedChain,
  withSweepBatch,
} from './given-chains';
import { DEFAULT_HEIGHTS, type HeightChoice } from './heights';

export interface VerifyOptions {
  chains: ChainGiven[];
  /** file the whole result is written to */
  json?: string;
  /** the compared heights; another seed each time unless given, and always printed */
  heights: HeightChoice;
}

const LEAST_FAULT_BLOCKS = 100;
const MOST_BLOCKS = 1_000_000;
const MOST_SEEDS = 1000;
const MOST_HEIGHTS = 10_000;
const MOST_SWEEP_BATCH = 500;

export const USAGE =
  'npm run verify -- --recording FOLDER | --seeds A-B | --fault-seeds A-B | --scenario NAME[,NAME…]|all | --generations SPEC[,SPEC…]|all [--blocks M] [--sweep-batch N] [--json FILE] [--heights N] [--height-seed N]   (--recording may be given several times, also together with the others)';

const NAMES = [
  '--recording',
  '--seeds',
  '--fault-seeds',
  '--scenario',
  '--generations',
  '--blocks',
  '--sweep-batch',
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

/** How many identities a block of a sweep visits on every simulated chain of the run; undefined: as many as on mainnet. */
const sweepBatchOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const batch = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (batch < 1 || batch > MOST_SWEEP_BATCH)
    throw new UserError(`--sweep-batch must be a whole number from 1 to ${MOST_SWEEP_BATCH}, not "${text}".`);
  return batch;
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

/** The specs of `17,22` or `all`. */
const generationsOf = (text: string | undefined): readonly number[] => {
  if (text === undefined) return [];
  if (text === 'all') return GENERATIONS;
  return [...new Set(text.split(','))].map((word) => {
    const found = GENERATIONS.find((spec) => String(spec) === word);
    if (found === undefined)
      throw new UserError(
        `--generations takes specs a chain can begin with (${GENERATIONS.join(', ')}) or all, not "${word}".`,
      );
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
  const generations = generationsOf(value('--generations'));
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
  const sweepBatch = sweepBatchOf(value('--sweep-batch'));
  const simulated = [
    ...seeds.map((seed) => seedChain(seed, blocks)),
    ...scenarios.map((scenario) => scenarioChain(scenario, blocks)),
    ...generations.map((spec) => generationChain(spec)),
  ];
  if (sweepBatch !== undefined && simulated.length === 0)
    throw new UserError('--sweep-batch is of simulated chains: give --seeds, --scenario or --generations with it.');
  const chains: ChainGiven[] = [
    ...recordingChains([...new Set(folders)]),
    ...simulated.map((chain) => (sweepBatch === undefined ? chain : withSweepBatch(chain, sweepBatch))),
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
