import { cryptoWaitReady } from '@polkadot/util-crypto';
import { UserError } from '../../../scripts/start/user-error';
import type { Crowd } from './chain';
import { countTwins, type TwinCounts, twinProblems } from './check';
import { main as guaranteeTwins } from './guarantee/main';
import { playTwins, type TwinEra } from './miss-twins';

const USAGE = 'npm run verify:twins -- --seeds A-B [--misses N], or --guarantee A-B [--twins N]';
const BLOCKS: Record<Crowd, number> = { busy: 1100, shared: 800 };
const MOST_SHOWN = 20;

interface Asked {
  from: number;
  to: number;
  misses: number;
}

const asked = (argv: readonly string[]): Asked => {
  let [from, to, misses] = [1, 10, 4];
  for (let i = 0; i < argv.length; i += 2) {
    const [name, value = ''] = [argv[i], argv[i + 1]];
    const range = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(value);
    if (name === '--seeds' && range) [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    else if (name === '--misses' && range && range[2] === undefined) misses = Number(value);
    else throw new UserError(`${name} ${value} is not understood: ${USAGE}`);
  }
  if (to < from || misses < 1) throw new UserError(`There is nothing to do: ${USAGE}`);
  return { from, to, misses };
};

const inWords = (counts: TwinCounts): string =>
  `${counts.eras} eras reached, ${counts.sameBasis} with all else the same (${counts.felt} with a loss, ${counts.stageTwo} in stage ` +
  `two), ${counts.samePay} of them with the same pool and points (${counts.feltAlike} with a loss, ${counts.clipped} with more ` +
  `than 64 guarantors, ${counts.limitless} without a limit left)`;

/** What a run must have come by; else it proves less than it says. */
const NEEDED = [
  'felt',
  'feltAlike',
  'stageTwo',
  'clipped',
  'limitless',
] as const satisfies readonly (keyof TwinCounts)[];

/** Twins of every seed on both crowds; the exit code is 1 when a pico was told wrongly or a case did not occur. */
export const main = async (argv: readonly string[]): Promise<void> => {
  if (argv.includes('--guarantee')) return guaranteeTwins(argv);
  const { from, to, misses } = asked(argv);
  await cryptoWaitReady();
  const all: TwinEra[] = [];
  const problems: string[] = [];
  for (let seed = from; seed <= to; seed++) {
    for (const crowd of ['busy', 'shared'] as const) {
      const twins = playTwins(crowd, seed, misses, BLOCKS[crowd]);
      const found = twins.flatMap(twinProblems);
      console.log(`seed ${seed}, ${crowd}: ${inWords(countTwins(twins))}; ${found.length} problems`);
      for (const problem of found.slice(0, MOST_SHOWN)) console.log(`  ${problem}`);
      all.push(...twins);
      problems.push(...found);
    }
  }
  const counts = countTwins(all);
  const missing = NEEDED.filter((name) => counts[name] === 0);
  console.log(`together: ${inWords(counts)}`);
  for (const name of missing) console.log(`no era was met that is ${name}: take more seeds`);
  console.log(
    problems.length === 0 ? 'Every loss is what the twin was paid more, to the pico.' : `${problems.length} problems`,
  );
  if (problems.length + missing.length > 0) process.exitCode = 1;
};
