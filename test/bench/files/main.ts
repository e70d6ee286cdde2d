import { join } from 'node:path';
import { apiSpec } from '../../../scripts/start/api';
import { buildIfChanged } from '../../../scripts/start/build-cache';
import { answers } from '../../../scripts/start/http';
import { connect } from '../../../scripts/start/postgres/database';
import { SCHEMA } from '../../../scripts/start/stack';
import { oneLine, Stopped, UserError } from '../../../scripts/start/user-error';
import { webBuild, webSpec } from '../../../scripts/start/web';
import { type Scope, scoped, startOnce } from '../../conformance/run-once';
import { openRoom } from '../../conformance/workplace';
import { cpuPerRequest, cpuSoFar } from './cpu';
import { openFiles, type Server, startServer, worldOf } from './database';
import { openLoop, type Stream } from './load';
import { type FilesBenchOptions, readFilesOptions, USAGE } from './options';
import { FILE_QUESTION, judgeAnswer, judgePage, someCids } from './questions';
import { type Measured, printTable, problemsOf } from './table';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const QUESTIONS = { what: 'API file(cid)', rate: 100, mostMs: 20 };
const PAGES = { what: 'page of a file', rate: 20, mostMs: 100 };
const WARM_UP_SECONDS = 5;
const CIDS = 5000;

type Place = ReturnType<typeof openRoom>;

interface Served {
  graphql: string;
  site: string;
  /** process ids by name */
  processes: Record<string, number>;
}

const serve = async (url: string, genesis: `0x${string}`, place: Place, scope: Scope): Promise<Served> => {
  const { api, site } = await place.freePorts(['api', 'site']);
  const { profile } = worldOf(1, 1);
  const settings = { port: api, databaseUrl: url, schema: SCHEMA, profile, genesis, maxLagBlocks: 1_000_000 };
  const graphql = `http://127.0.0.1:${api}/graphql`;
  const up = (address: string) => () => answers(address, place.room.signal, (status) => status === 200);
  const started = [
    await startOnce({ spec: apiSpec(settings), ready: up(`http://127.0.0.1:${api}/health`) }, place.room, scope),
  ];
  const address = `http://127.0.0.1:${site}`;
  started.push(await startOnce({ spec: webSpec(site, graphql), ready: up(`${address}/words`) }, place.room, scope));
  const [apiPid, sitePid] = started.map(({ child }) => child.pid) as [number, number];
  return { graphql, site: address, processes: { site: sitePid, api: apiPid } };
};

const streamsOf = ({ graphql, site }: Served, cids: string[]): { what: string; mostMs: number; stream: Stream }[] => {
  const cidOf = (n: number): string => cids[n % cids.length] as string;
  const question = (n: number): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: FILE_QUESTION, variables: { cid: cidOf(n) } }),
  });
  const api = { request: (n: number) => ({ url: graphql, init: question(n) }), judge: judgeAnswer };
  const page = { request: (n: number) => ({ url: `${site}/file/${cidOf(n)}` }), judge: judgePage('bafkrei') };
  return [
    { ...QUESTIONS, stream: { ...api, rate: QUESTIONS.rate, seconds: 0 } },
    { ...PAGES, stream: { ...page, rate: PAGES.rate, seconds: 0 } },
  ];
};

/** Outside of transactions each statement is one of its own; the database counts those. */
const statementsSoFar = async (url: string): Promise<number> => {
  const sql = connect(url);
  try {
    const [row] =
      await sql`select xact_commit + xact_rollback as n from pg_stat_database where datname = current_database()`;
    return Number(row?.n);
  } finally {
    await sql.end();
  }
};

const measureSize = (files: number, options: FilesBenchOptions, postgres: Server, place: Place) =>
  scoped(async (scope): Promise<Measured[]> => {
    const { url, genesis } = await openFiles(worldOf(files, options.seed), postgres.urlOf, place, say);
    const sql = connect(url);
    const cids = await someCids(sql, SCHEMA, CIDS, options.seed).finally(() => sql.end());
    const served = await serve(url, genesis, place, scope);
    const processes = { ...served.processes, postgres: postgres.pid };
    const all: Measured[] = [];
    for (const { what, mostMs, stream } of streamsOf(served, cids)) {
      // other files than those that are measured
      const warm = { ...stream, request: (n: number) => stream.request(cids.length - 1 - n) };
      await openLoop({ ...warm, seconds: WARM_UP_SECONDS });
      const before = await statementsSoFar(url);
      const cpuBefore = cpuSoFar(processes);
      const seen = await openLoop({ ...stream, seconds: options.seconds });
      const cpu = cpuPerRequest(cpuBefore, cpuSoFar(processes), seen.latenciesMs.length);
      const statements = ((await statementsSoFar(url)) - before) / seen.latenciesMs.length;
      all.push({ files, what, mostMs, seen, statements, cpu });
      say(`${what} with ${files} files: ${seen.latenciesMs.length} requests, ${seen.failures.length} failed`);
    }
    return all;
  });

const measureAll = (options: FilesBenchOptions, signal: AbortSignal): Promise<Measured[]> =>
  scoped(async (scope) => {
    const place = openRoom(scope, signal, say);
    await buildIfChanged(webBuild(place.room, signal), signal);
    const postgres = await startServer(options.data ?? join(place.folder, 'data'), place, scope);
    const all: Measured[] = [];
    for (const files of options.files) all.push(...(await measureSize(files, options, postgres, place)));
    return all;
  });

/** `npm run bench:files`: exit code 0 when every p95 is within its bound, 1 when not, 2 when asked wrongly. */
export const main = async (argv: string[]): Promise<void> => {
  if (argv.includes('--help') || argv.includes('-h')) return say(USAGE);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stopping.abort(new Stopped()));
  try {
    const all = await measureAll(readFilesOptions(argv), stopping.signal);
    say('');
    printTable(all, say);
    const problems = problemsOf(all);
    for (const sentence of problems) say(sentence);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } catch (error) {
    const wrongly = error instanceof UserError;
    process.stderr.write(`${stopping.signal.aborted ? 'Stopped; nothing is left running.' : oneLine(error)}\n`);
    process.exitCode = stopping.signal.aborted ? 130 : wrongly ? 2 : 1;
  }
};
