import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MAINNET_PROFILE } from '@moho/protocol/base';
import { migrate } from '../../../indexer/migrate';
import type { Hex } from '../../../scripts/start/options';
import { connect, ensureDatabase, prepareDatabase } from '../../../scripts/start/postgres/database';
import { embeddedPostgres } from '../../../scripts/start/postgres/server';
import { SCHEMA } from '../../../scripts/start/stack';
import { prepareIndexer } from '../../conformance/build';
import { serveChain } from '../../conformance/chain-server';
import { indexChain } from '../../conformance/index-chain';
import { type Scope, scoped, startOnce } from '../../conformance/run-once';
import type { openRoom } from '../../conformance/workplace';
import { generate } from './generate';
import type { World } from './plan';

type Place = ReturnType<typeof openRoom>;
type Say = (line: string) => void;

/** How rows are made: a database made by another version is made anew. */
const MADE_BY = 1;
const HEAD = 6_000_000;
/** blocks of the simulated chain of which the real indexer makes the tables */
const TABLES_BLOCKS = 3;

export const worldOf = (files: number, seed: number): World => ({ files, seed, head: HEAD, profile: MAINNET_PROFILE });

export interface Server {
  /** the connection string of a database */
  urlOf: (database: string) => string;
  pid: number;
}

/** Starts a PostgreSQL as `npm start` runs it; its data stays in `folder`. */
export const startServer = async (folder: string, place: Place, scope: Scope): Promise<Server> => {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const { postgres: port } = await place.freePorts(['postgres']);
  const server = await embeddedPostgres(join(folder, 'postgres'), port, place.room);
  const { child } = await startOnce(server.supervision, place.room, scope);
  return { urlOf: server.url, pid: child.pid };
};

/** Tables, types and indexes as the real indexer makes them: it indexes a few blocks of a simulated chain. */
export const makeTables = (url: string, place: Place, say: Say): Promise<void> =>
  scoped(async (scope) => {
    await prepareIndexer(place.room, say);
    const given = { kind: 'simulation', name: 'tables', seed: 1, blocks: TABLES_BLOCKS } as const;
    const chain = await serveChain(given, place, scope);
    const workplace = { ...place, newDatabase: async () => url };
    await indexChain(chain, url, workplace, () => undefined);
  });

/** The database with so many files, made unless it is there; the index's own migrations are those of today. */
export const openFiles = async (
  world: World,
  urlOf: (database: string) => string,
  place: Place,
  say: Say,
): Promise<{ url: string; genesis: Hex }> => {
  const name = `files_${world.files}_seed_${world.seed}_v${MADE_BY}`;
  await ensureDatabase(urlOf('postgres'), name);
  const url = urlOf(name);
  const sql = connect(url);
  try {
    const [done] = await sql`select to_regclass('public.made') is not null as made`;
    if (!done?.made) {
      const since = Date.now();
      await sql.unsafe(`drop schema if exists ${SCHEMA} cascade`);
      await prepareDatabase(url, SCHEMA);
      await makeTables(url, place, say);
      await generate(sql, SCHEMA, world, say);
      await sql`create table public.made ()`;
      say(`${world.files} files were made in ${Math.round((Date.now() - since) / 1000)} s`);
    }
    await migrate({ databaseUrl: url, schema: SCHEMA });
    const [row] = await sql.unsafe(`select value from "${SCHEMA}"._metadata where key = 'genesisHash'`);
    return { url, genesis: row?.value as Hex };
  } finally {
    await sql.end();
  }
};
