import { join } from 'node:path';
import { apiSpec } from '../../../scripts/start/api';
import { buildIfChanged } from '../../../scripts/start/build-cache';
import { answers } from '../../../scripts/start/http';
import { SCHEMA } from '../../../scripts/start/stack';
import { oneLine, Stopped, UserError } from '../../../scripts/start/user-error';
import { webBuild, webSpec } from '../../../scripts/start/web';
import { type Scope, scoped, startOnce } from '../../conformance/run-once';
import { openRoom } from '../../conformance/workplace';
import { startServer } from '../files/database';
import { openLoop, type Seen, type Stream } from '../files/load';
import { rank } from '../files/table';
import { type Opened, openReports, worldOf } from './database';
import { type AuditBenchOptions, readAuditOptions, USAGE } from './options';
import { type PageSeen, pageProblems, seePage } from './page';
import { GRID_QUESTION, GRID_SLOTS, gridVariables, judgeGrid } from './questions';
import { printSizes, type RowSize } from './sizes';
import { LARGE_GROUP, LARGE_OWNER } from './world';

type Place = ReturnType<typeof openRoom>;

const MOST_MS = 60;
/** questions a second: each is a week of a thousand machines */
const RATE = 4;
const WARM_UP_SECONDS = 5;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Served {
  graphql: string;
  site: string;
}

const serve = async ({ url, genesis }: Opened, place: Place, scope: Scope): Promise<Served> => {
  const { api, site } = await place.freePorts(['api', 'site']);
  const { profile } = worldOf(1, 1);
  const settings = { port: api, databaseUrl: url, schema: SCHEMA, profile, genesis, maxLagBlocks: 1_000_000 };
  const up = (address: string) => () => answers(address, place.room.signal, (status) => status === 200);
  await startOnce({ spec: apiSpec(settings), ready: up(`http://127.0.0.1:${api}/health`) }, place.room, scope);
  const graphql = `http://127.0.0.1:${api}/graphql`;
  await startOnce({ spec: webSpec(site, graphql), ready: up(`http://127.0.0.1:${site}/words`) }, place.room, scope);
  return { graphql, site: `http://127.0.0.1:${site}` };
};

const gridStream = (graphql: string, seconds: number): Stream => ({
  rate: RATE,
  seconds,
  judge: judgeGrid,
  request: () => ({
    url: graphql,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: GRID_QUESTION, variables: gridVariables }),
    },
  }),
});

interface Measured {
  sizes: RowSize[];
  seen: Seen;
  page: PageSeen;
}

const measure = (options: AuditBenchOptions, signal: AbortSignal): Promise<Measured> =>
  scoped(async (scope) => {
    const place = openRoom(scope, signal, say);
    await buildIfChanged(webBuild(place.room, signal), signal);
    const { urlOf } = await startServer(options.data ?? join(place.folder, 'data'), place, scope);
    const opened = await openReports(worldOf(options.reports, options.seed), urlOf, place, say);
    const { graphql, site } = await serve(opened, place, scope);
    await openLoop(gridStream(graphql, WARM_UP_SECONDS));
    const seen = await openLoop(gridStream(graphql, options.seconds));
    return { sizes: opened.sizes, seen, page: await seePage(`${site}/group/${LARGE_OWNER}`) };
  });

const printSeen = (reports: number, { latenciesMs, failures }: Seen): string[] => {
  const ms = (percent: number) => rank(latenciesMs, percent).toFixed(1);
  const what = `grid of ${LARGE_GROUP} machines by ${GRID_SLOTS} slots among ${reports} reports`;
  say(
    `${what}: ${latenciesMs.length} questions, ${RATE} a second, p50 ${ms(50)} ms, p95 ${ms(95)} ms, p99 ${ms(99)} ms`,
  );
  return [
    ...(rank(latenciesMs, 95) <= MOST_MS ? [] : [`${what}: p95 is ${ms(95)} ms, above ${MOST_MS} ms`]),
    ...(failures.length === 0 ? [] : [`${what}: ${failures.length} questions failed, the first: ${failures[0]}`]),
  ];
};

const printPage = (page: PageSeen): string[] => {
  const { interactiveMs, longTasksMs, mostNodes, scrolled } = page;
  const tasks = longTasksMs.length === 0 ? 'no task' : `${longTasksMs.length} tasks`;
  say(
    `page of ${LARGE_GROUP} machines: answers a key after ${Math.round(interactiveMs)} ms; while ${scrolled} px were scrolled in every zoom ${tasks} over 50 ms, at most ${mostNodes} elements`,
  );
  return pageProblems(page);
};

/** `npm run bench:audit`: exit code 0 when everything is within its bounds, 1 when not, 2 when asked wrongly. */
export const main = async (argv: string[]): Promise<void> => {
  if (argv.includes('--help') || argv.includes('-h')) return say(USAGE);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stopping.abort(new Stopped()));
  try {
    const options = readAuditOptions(argv);
    const { sizes, seen, page } = await measure(options, stopping.signal);
    say('');
    printSizes(sizes, say);
    const problems = [...printSeen(options.reports, seen), ...printPage(page)];
    for (const sentence of problems) say(sentence);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } catch (error) {
    const wrongly = error instanceof UserError;
    process.stderr.write(`${stopping.signal.aborted ? 'Stopped; nothing is left running.' : oneLine(error)}\n`);
    process.exitCode = stopping.signal.aborted ? 130 : wrongly ? 2 : 1;
  }
};
