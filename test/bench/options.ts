import { userPath } from '../../scripts/start/paths';
import { UserError } from '../../scripts/start/user-error';
import { givenRecordings } from '../../scripts/test/recordings';
import { type CalmChain, recordingChains } from '../conformance/given-chains';
import { recordingsIn } from '../conformance/options';
import { longestRecording } from './recordings';

export interface BenchOptions {
  chains: CalmChain[];
  /** extra transfers in every block of the simulated chain */
  busy: number;
  repeats: number;
  json?: string;
}

export const USAGE =
  'npm run bench:index -- [--recording FOLDER]… [--blocks M] [--seed N] [--busy N] [--repeats N] [--json FILE]';

const NAMES = ['--recording', '--blocks', '--seed', '--busy', '--repeats', '--json'] as const;
type Name = (typeof NAMES)[number];

const DEFAULTS = { blocks: 1500, seed: 1, busy: 12, repeats: 3 };

/**
 * Command line and environment → what to measure: the recordings named (else the longest of CRUST_RECORDINGS) and one
 * busy simulated chain. `--blocks 0` leaves the simulated chain out. Throws a UserError with one sentence.
 */
export const readBenchOptions = (argv: string[], env: NodeJS.ProcessEnv): BenchOptions => {
  const given: [Name, string][] = [];
  for (let i = 0; i < argv.length; i += 2) {
    const name = NAMES.find((known) => known === argv[i]);
    const value = argv[i + 1];
    if (name === undefined) throw new UserError(`Unknown option ${argv[i]}; known are ${NAMES.join(', ')}.`);
    if (value === undefined || value.startsWith('--')) throw new UserError(`${name} needs a value: ${USAGE}.`);
    given.push([name, value]);
  }
  const last = (name: Name) => given.filter(([known]) => known === name).at(-1)?.[1];
  const number = (name: Name, fallback: number, least: number): number => {
    const text = last(name);
    if (text === undefined) return fallback;
    if (!/^\d{1,9}$/.test(text) || Number(text) < least)
      throw new UserError(`${name} must be a whole number from ${least} on, not "${text}".`);
    return Number(text);
  };
  const named = given
    .filter(([name]) => name === '--recording')
    .flatMap(([, folder]) => recordingsIn(userPath(folder, env)));
  const folders = named.length > 0 ? named : longestRecording(recordingsOf(env));
  const blocks = number('--blocks', DEFAULTS.blocks, 0);
  const seed = number('--seed', DEFAULTS.seed, 0);
  const busy = number('--busy', DEFAULTS.busy, 0);
  const simulated: CalmChain[] =
    blocks === 0 ? [] : [{ kind: 'simulation', name: `seed ${seed}, ${busy} transfers a block`, seed, blocks }];
  const chains = [...recordingChains(folders), ...simulated];
  if (chains.length === 0) throw new UserError(`Nothing to measure: ${USAGE}.`);
  const json = last('--json');
  const repeats = number('--repeats', DEFAULTS.repeats, 1);
  return { chains, busy, repeats, json: json === undefined ? undefined : userPath(json, env) };
};

const recordingsOf = (env: NodeJS.ProcessEnv): string[] => {
  try {
    return givenRecordings(env.CRUST_RECORDINGS) ?? [];
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
};
