import { writeFileSync } from 'node:fs';
import { oneLine, Stopped, UserError } from '../../scripts/start/user-error';
import { prepareIndexer } from '../conformance/build';
import { scoped } from '../conformance/run-once';
import { openWorkplace } from '../conformance/workplace';
import { benchChain } from './bench-chain';
import { type BenchOptions, readBenchOptions, USAGE } from './options';
import { type Measured, printMeasured, ratiosOf, tooSlow } from './table';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const measureAll = (options: BenchOptions, signal: AbortSignal): Promise<Measured[]> =>
  scoped(async (scope) => {
    const place = await openWorkplace(scope, signal, say);
    await prepareIndexer(place.room, say);
    const all: Measured[] = [];
    for (const given of options.chains) all.push(await benchChain(given, options, place, say));
    return all;
  });

const conclude = (options: BenchOptions, all: Measured[]): boolean => {
  say('');
  printMeasured(all, say);
  if (options.json !== undefined)
    writeFileSync(
      options.json,
      `${JSON.stringify(
        all.map((m) => ({ ...m, ...ratiosOf(m) })),
        null,
        2,
      )}\n`,
    );
  const slow = tooSlow(all);
  for (const sentence of slow) say(sentence);
  return slow.length === 0;
};

/** `npm run bench:index`: exit code 0 when ours keeps its part of an empty project, 1 when not, 2 when asked wrongly. */
export const main = async (argv: string[], env: NodeJS.ProcessEnv): Promise<void> => {
  if (argv.includes('--help') || argv.includes('-h')) return say(USAGE);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stopping.abort(new Stopped()));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const options = readBenchOptions(argv, env);
    process.exitCode = conclude(options, await measureAll(options, stopping.signal)) ? 0 : 1;
  } catch (error) {
    const wrongly = error instanceof UserError;
    process.stderr.write(`${stopping.signal.aborted ? 'Stopped; nothing is left running.' : oneLine(error)}\n`);
    process.exitCode = stopping.signal.aborted ? 130 : wrongly ? 2 : 1;
  }
};
