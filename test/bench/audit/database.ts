import { MAINNET_PROFILE } from '@moho/protocol/base';
import { migrate } from '../../../indexer/migrate';
import type { Hex } from '../../../scripts/start/options';
import { connect, ensureDatabase, prepareDatabase } from '../../../scripts/start/postgres/database';
import { SCHEMA } from '../../../scripts/start/stack';
import type { openRoom } from '../../conformance/workplace';
import { makeTables } from '../files/database';
import { generate } from './generate';
import type { RowSize } from './sizes';
import type { World } from './world';

type Place = ReturnType<typeof openRoom>;
type Say = (line: string) => void;

/** How rows are made: a database made by another version is made anew. */
const MADE_BY = 1;

export const worldOf = (reports: number, seed: number): World => ({ reports, seed, profile: MAINNET_PROFILE });

export interface Opened {
  url: string;
  genesis: Hex;
  sizes: RowSize[];
}

/** The database with so many reports, made unless it is there; the index's own migrations are those of today. */
export const openReports = async (
  world: World,
  urlOf: (database: string) => string,
  place: Place,
  say: Say,
): Promise<Opened> => {
  const name = `reports_${world.reports}_seed_${world.seed}_v${MADE_BY}`;
  await ensureDatabase(urlOf('postgres'), name);
  const url = urlOf(name);
  const migrateNow = () => migrate({ databaseUrl: url, schema: SCHEMA });
  const sql = connect(url);
  try {
    const [there] = await sql`select to_regclass('public.made') is not null as made`;
    if (!there?.made) {
      const since = Date.now();
      await sql.unsafe(`drop schema if exists ${SCHEMA} cascade`);
      await prepareDatabase(url, SCHEMA);
      await makeTables(url, place, say);
      const sizes = await generate(sql, SCHEMA, world, migrateNow, say);
      await sql`create table public.made (sizes text)`;
      await sql`insert into public.made values (${JSON.stringify(sizes)})`;
      say(`${world.reports} reports were made in ${Math.round((Date.now() - since) / 1000)} s`);
    }
    await migrateNow();
    const [row] = await sql.unsafe(`select value from "${SCHEMA}"._metadata where key = 'genesisHash'`);
    const [made] = await sql<{ sizes: string }[]>`select sizes from public.made`;
    return { url, genesis: row?.value as Hex, sizes: JSON.parse(made?.sizes ?? '[]') as RowSize[] };
  } finally {
    await sql.end();
  }
};
