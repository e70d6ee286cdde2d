import { writeFileSync } from 'node:fs';
import { oneLine, Stopped, UserError } from '../../scripts/start/user-error';
import { prepareIndexer } from './build';
import { runFaults } from './faults/run';
import type { ChainGiven } from './given-chains';
import { readVerifyOptions, USAGE, type VerifyOptions } from './options';
import { quietPolkadot } from './quiet';
import { type ChainReport, failures, printLimits, printReports, verdict, wrongCount } from './report';
import { runChain } from './run-chain';
import { scoped } from './run-once';
import { openWorkplace } from './workplace';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The error as one line; the log it may name is gone with the temporary folder. */
const cause = (error: unknown): string => oneLine(error).replace(/; its log is .*/, '');

interface Outcome {
  reports: ChainReport[];
  /** chains that could not be compared at all, one sentence each */
  broken: string[];
}

/** Runs on which everything goes wrong mostly wait for something to come back: two at once take little longer than one. */
const FAULTS_AT_ONCE = 2;

/** Chains that are run one after the other, and those that are run at the same time. */
const batches = (chains: ChainGiven[]): ChainGiven[][] => {
  const calm = chains.filter(({ kind }) => kind !== 'faults');
  const faults = chains.filter(({ kind }) => kind === 'faults');
  const pairs = Array.from({ length: Math.ceil(faults.length / FAULTS_AT_ONCE) }, (_, i) =>
    faults.slice(FAULTS_AT_ONCE * i, FAULTS_AT_ONCE * (i + 1)),
  );
  return [...calm.map((chain) => [chain]), ...pairs];
};

/** Indexes and compares every chain; one that breaks does not keep the next from its turn. */
const verifyAll = (options: VerifyOptions, signal: AbortSignal): Promise<Outcome> =>
  scoped(async (scope) => {
    const place = await openWorkplace(scope, signal, say);
    await prepareIndexer(place.room, say);
    const outcome: Outcome = { reports: [], broken: [] };
    for (const batch of batches(options.chains)) {
      const run = (given: ChainGiven) =>
        given.kind === 'faults'
          ? runFaults(given, place, options.heights, say)
          : runChain(given, place, options.heights, say);
      const ended = await Promise.allSettled(batch.map(run));
      if (signal.aborted) throw new Stopped();
      ended.forEach((one, i) => {
        if (one.status === 'fulfilled') outcome.reports.push(one.value);
        else outcome.broken.push(`${batch[i]?.name} could not be compared: ${cause(one.reason)}`);
      });
    }
    for (const line of outcome.broken) say(line);
    return outcome;
  });

/** Prints and stores the outcome; whether everything was compared and equal. */
const conclude = (options: VerifyOptions, { reports, broken }: Outcome): boolean => {
  const whole = options.chains.some(
    (given) => given.kind === 'simulation' && given.mustReach !== undefined && given.runtimes === undefined,
  );
  const failed = [...failures(reports, whole), ...broken];
  const passed = failed.length === 0 && wrongCount(reports) === 0;
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify({ passed, failures: failed, chains: reports }, null, 2)}\n`);
  say('');
  printReports(reports, say);
  printLimits(reports, say);
  say(verdict(reports, failed));
  return passed;
};

/** `npm run verify`: the exit code is 0 when everything compared is equal, 1 when not, 2 when it was asked wrongly. */
export const main = async (argv: string[], env: NodeJS.ProcessEnv): Promise<void> => {
  if (argv.includes('--help') || argv.includes('-h')) return say(USAGE);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stopping.abort(new Stopped()));
  // a closed terminal must not end us before what we started is stopped
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  let options: VerifyOptions;
  try {
    options = readVerifyOptions(argv, env);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return;
  }
  const restore = quietPolkadot();
  say(`${options.heights.count} heights beside the head are drawn with --height-seed ${options.heights.seed}.`);
  try {
    process.exitCode = conclude(options, await verifyAll(options, stopping.signal)) ? 0 : 1;
  } catch (error) {
    say(stopping.signal.aborted ? 'Stopped; nothing is left running.' : verdict([], [cause(error)]));
    process.exitCode = stopping.signal.aborted ? 130 : 1;
  } finally {
    restore();
  }
};
