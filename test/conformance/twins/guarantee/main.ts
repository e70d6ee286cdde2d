import { cryptoWaitReady } from '@polkadot/util-crypto';
import { UserError } from '../../../../scripts/start/user-error';
import { countGuarantees, forecastErrors, type GuaranteeCounts, guaranteeProblems, type Kind } from './check';
import { type GuaranteeTwin, playGuarantees } from './twins';

const USAGE = 'npm run verify:twins -- --guarantee A-B [--twins N]';
const BLOCKS = 1100;
const MOST_SHOWN = 20;

const asked = (argv: readonly string[]): { from: number; to: number; twins: number } => {
  let [from, to, twins] = [1, 10, 8];
  for (let i = 0; i < argv.length; i += 2) {
    const [name, value = ''] = [argv[i], argv[i + 1]];
    const range = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(value);
    if (name === '--guarantee' && range) [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    else if (name === '--twins' && range && range[2] === undefined) twins = Number(value);
    else throw new UserError(`${name} ${value} is not understood: ${USAGE}`);
  }
  if (to < from || twins < 1) throw new UserError(`There is nothing to do: ${USAGE}`);
  return { from, to, twins };
};

const WORDS: Record<Kind, string> = {
  entersThe64: 'entered the 64',
  staysOutside: 'stayed outside them',
  overTheLimit: 'went over the stake limit',
  smallNode: 'went to the smallest node',
  newTarget: 'were first guarantees to the node',
  holdsOthers: 'came from guarantors of other nodes',
  bringsNothing: 'brought nothing or less',
};

const inWords = ({ twins, sameBasis, samePay, kinds }: GuaranteeCounts): string =>
  `${twins} guarantees, ${sameBasis} with all else the same (${samePay} of them with the same pool and points): ${Object.entries(
    kinds,
  )
    .map(([kind, count]) => `${count} ${WORDS[kind as Kind]}`)
    .join(', ')}`;

const quantile = (sorted: readonly number[], part: number): string => {
  const at = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
  return at === undefined ? 'none' : `${at} %`;
};

/** Twins with and without a guarantee; the exit code is 1 when a pico was told wrongly or a kind did not occur. */
export const main = async (argv: readonly string[]): Promise<void> => {
  const { from, to, twins: count } = asked(argv);
  await cryptoWaitReady();
  const all: GuaranteeTwin[] = [];
  const problems: string[] = [];
  for (let seed = from; seed <= to; seed++) {
    for (const crowd of ['busy', 'shared'] as const) {
      const twins = playGuarantees(crowd, seed, count, BLOCKS);
      const found = twins.flatMap(guaranteeProblems);
      console.log(`seed ${seed}, ${crowd}: ${inWords(countGuarantees(twins))}; ${found.length} problems`);
      for (const problem of found.slice(0, MOST_SHOWN)) console.log(`  ${problem}`);
      all.push(...twins);
      problems.push(...found);
    }
  }
  const counts = countGuarantees(all);
  const missing = (Object.entries(counts.kinds) as [Kind, number][]).filter(([, times]) => times === 0);
  console.log(`together: ${inWords(counts)}`);
  if (counts.samePay === 0) console.log('no two chains had the same pool and points: take more seeds');
  const errors = forecastErrors(all);
  console.log(
    `told from the era that had ended last, ${errors.length} guarantees were off by ${quantile(errors, 0.5)} (median) and ` +
      `${quantile(errors, 0.9)} (p90) of what they brought`,
  );
  for (const [kind] of missing) console.log(`no guarantees were met that ${WORDS[kind]}: take more seeds`);
  console.log(
    problems.length === 0 ? 'Every guarantee brought what was told, to the pico.' : `${problems.length} problems`,
  );
  if (problems.length + missing.length > 0 || counts.samePay === 0) process.exitCode = 1;
};
