import { join } from 'node:path';
import { MAINNET_PROFILE } from '@moho/protocol/base';
import { migrate } from '../../../indexer/migrate';
import { apiSpec } from '../../../scripts/start/api';
import { answers } from '../../../scripts/start/http';
import type { Hex } from '../../../scripts/start/options';
import { connect, ensureDatabase, prepareDatabase } from '../../../scripts/start/postgres/database';
import { SCHEMA } from '../../../scripts/start/stack';
import { oneLine, Stopped, UserError } from '../../../scripts/start/user-error';
import { type Scope, scoped, startOnce } from '../../conformance/run-once';
import { openRoom } from '../../conformance/workplace';
import { makeTables, startServer } from '../files/database';
import { openLoop, type Seen } from '../files/load';
import { rank } from '../files/table';
import { generate } from './generate';
import { type DeskBenchOptions, readDeskOptions, USAGE } from './options';
import { judge, QUESTIONS, questionOf } from './questions';
import type { World } from './world';

type Place = ReturnType<typeof openRoom>;

const MOST_MS = 30;
const RATE = 10;
const WARM_UP_SECONDS = 5;
/** How rows are made: a database made by another version is made anew. */
const MADE_BY = 1;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Opened {
  url: string;
  genesis: Hex;
}

const openWorld = async (world: World, urlOf: (database: string) => string, place: Place): Promise<Opened> => {
  const name = `desk_${world.candidates}_${world.eras}_seed_${world.seed}_v${MADE_BY}`;
  await ensureDatabase(urlOf('postgres'), name);
  const url = urlOf(name);
  const sql = connect(url);
  try {
    const [there] = await sql`select to_regclass('public.made') is not null as made`;
    if (!there?.made) {
      await sql.unsafe(`drop schema if exists ${SCHEMA} cascade`);
      await prepareDatabase(url, SCHEMA);
      await makeTables(url, place, say);
      await generate(sql, SCHEMA, world, say);
      await sql`create table public.made ()`;
    }
    await migrate({ databaseUrl: url, schema: SCHEMA });
    const [row] = await sql.unsafe(`select value from "${SCHEMA}"._metadata where key = 'genesisHash'`);
    return { url, genesis: row?.value as Hex };
  } finally {
    await sql.end();
  }
};

const serve = async ({ url, genesis }: Opened, place: Place, scope: Scope): Promise<string> => {
  const { api } = await place.freePorts(['api']);
  const settings = {
    port: api,
    databaseUrl: url,
    schema: SCHEMA,
    profile: MAINNET_PROFILE,
    genesis,
    maxLagBlocks: 1_000_000,
  };
  const ready = () => answers(`http://127.0.0.1:${api}/health`, place.room.signal, (status) => status === 200);
  await startOnce({ spec: apiSpec(settings), ready }, place.room, scope);
  return `http://127.0.0.1:${api}/graphql`;
};

const post = (graphql: string, body: string) => ({
  url: graphql,
  init: { method: 'POST', headers: { 'content-type': 'application/json' }, body },
});

interface Measured {
  /** the first question after a start: all eras, slots and candidates are read for it */
  firstMs: number;
  seen: Seen;
}

const measure = (options: DeskBenchOptions, signal: AbortSignal): Promise<Measured> =>
  scoped(async (scope) => {
    const place = openRoom(scope, signal, say);
    const { urlOf } = await startServer(options.data ?? join(place.folder, 'data'), place, scope);
    const { candidates, eras, seed } = options;
    const graphql = await serve(
      await openWorld({ candidates, eras, seed, profile: MAINNET_PROFILE }, urlOf, place),
      place,
      scope,
    );
    const since = performance.now();
    const { url, init } = post(graphql, questionOf(0));
    const problem = judge(200, await (await fetch(url, init)).text());
    if (problem !== null) throw new Error(`the first question was not answered: ${problem}`);
    const firstMs = performance.now() - since;
    const stream = (seconds: number, from: number) =>
      openLoop({ rate: RATE, seconds, judge, request: (n) => post(graphql, questionOf(from + n)) });
    await stream(WARM_UP_SECONDS, 0);
    return { firstMs, seen: await stream(options.seconds, RATE * WARM_UP_SECONDS) };
  });

const print = ({ candidates, eras }: DeskBenchOptions, { firstMs, seen }: Measured): string[] => {
  const { latenciesMs, failures } = seen;
  const ms = (percent: number) => rank(latenciesMs, percent).toFixed(1);
  const what = `table of ${candidates} candidates by ${eras} eras`;
  say(`${what}: read whole for the first question in ${Math.round(firstMs)} ms`);
  say(
    `${what}: ${latenciesMs.length} questions of ${QUESTIONS} kinds (every order, every filter, 50 amounts), ${RATE} a second, p50 ${ms(50)} ms, p95 ${ms(95)} ms, p99 ${ms(99)} ms`,
  );
  return [
    ...(rank(latenciesMs, 95) <= MOST_MS ? [] : [`${what}: p95 is ${ms(95)} ms, above ${MOST_MS} ms`]),
    ...(failures.length === 0 ? [] : [`${what}: ${failures.length} questions failed, the first: ${failures[0]}`]),
  ];
};

/** `npm run bench:desk`: exit code 0 when everything is within its bounds, 1 when not, 2 when asked wrongly. */
export const main = async (argv: string[]): Promise<void> => {
  if (argv.includes('--help') || argv.includes('-h')) return say(USAGE);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stopping.abort(new Stopped()));
  try {
    const options = readDeskOptions(argv);
    const problems = print(options, await measure(options, stopping.signal));
    for (const sentence of problems) say(sentence);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } catch (error) {
    const wrongly = error instanceof UserError;
    process.stderr.write(`${stopping.signal.aborted ? 'Stopped; nothing is left running.' : oneLine(error)}\n`);
    process.exitCode = stopping.signal.aborted ? 130 : wrongly ? 2 : 1;
  }
};
