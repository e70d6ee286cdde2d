import { readOptions } from './env';
import { usage } from './flags';
import { lineReport } from './report';
import { type Stack, startStack } from './stack';
import { isDiskFull, oneLine, Stopped, UserError } from './user-error';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `npm start`: brings everything up, prints the addresses, and on Ctrl-C or SIGTERM stops it all again. */
export async function main(argv: string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) return say(usage());
  const stopping = new AbortController();
  // The terminal sends Ctrl-C to npm and to us, and npm passes its own on: twice the same wish.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stopping.abort());
  }
  // Whatever nobody foresaw must not leave processes behind: everything is stopped in order.
  process.on('uncaughtException', (error) => {
    fail(error);
    stopping.abort();
  });
  // A closed terminal must not end us half-way through stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const options = readOptions(argv, env);
    say('\nMoho: starting database, chain, index, API and site. Ctrl-C stops them all.\n');
    const stack = await startStack(options, {
      report: lineReport(say),
      signal: stopping.signal,
      startedAt: performance.timeOrigin,
    });
    say(addresses(stack));
    await aborted(stopping.signal);
    say('\nStopping…');
    await stack.stop();
    say('Stopped. Everything is kept; the next start goes on from here.');
  } catch (error) {
    if (error instanceof Stopped || stopping.signal.aborted) say('Stopped before everything was up.');
    else fail(error);
  }
}

function addresses({ urls }: Stack): string {
  return ['', `  Site      ${urls.site}`, `  GraphiQL  ${urls.graphql}`, `  Chain     ${urls.chain}`, ''].join('\n');
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function fail(error: unknown): void {
  const sentence = isDiskFull(String(error)) ? 'The disk is full: free some space and start again.' : oneLine(error);
  process.stderr.write(`\nMoho did not start. ${sentence}\n`);
  if (!(error instanceof UserError))
    process.stderr.write('The logs of each part are in the data folder under logs/.\n');
  process.exitCode = 1;
}
