import { readdirSync, readFileSync } from 'node:fs';
import type postgres from 'postgres';
import { readModel } from '../ddl';
import { HEAD, hash, SCHEMA, writer } from '../fixtures';
import { putBlocks } from './blocks';
import { putFiles } from './files';
import { putReports } from './reports';
import { putRest } from './rest';
import { putStaking } from './staking';

export { timeOf } from './time';

export const setHead = async (sql: postgres.Sql, height: number, target: number): Promise<void> => {
  const values = {
    lastProcessedHeight: height,
    targetHeight: target,
    chain: 'Crust',
    genesisHash: hash(0),
    lastProcessedTimestamp: Date.now(),
  };
  for (const [key, value] of Object.entries(values)) {
    await sql.unsafe(
      `insert into "${SCHEMA}"._metadata (key, value) values ($1, $2::text::jsonb) on conflict (key) do update set value = excluded.value`,
      [key, JSON.stringify(value)],
    );
  }
};

/** Makes the tables of the entity model, empty. */
export const createTables = async (sql: postgres.Sql): Promise<void> => {
  for (const statement of readModel(SCHEMA).statements) await sql.unsafe(statement);
};

const MIGRATIONS = new URL('../../../indexer/migrations/', import.meta.url);

/** The indexes the indexer makes, for tests with many rows. */
export const createIndexes = async (sql: postgres.Sql): Promise<void> => {
  for (const file of readdirSync(MIGRATIONS).sort()) {
    const text = readFileSync(new URL(file, MIGRATIONS), 'utf8');
    if (/^create index/m.test(text)) await sql.unsafe(text.replaceAll('$SCHEMA', `"${SCHEMA}"`));
  }
};

/** The migration's read-only role, as the indexer makes it. */
export const createReaderRole = async (sql: postgres.Sql): Promise<void> => {
  await sql.unsafe(`do $$ begin
    if not exists (select 1 from pg_roles where rolname = 'moho_reader') then create role moho_reader nologin; end if; end $$`);
  await sql.unsafe(`grant usage on schema "${SCHEMA}" to moho_reader`);
  await sql.unsafe(`grant select on all tables in schema "${SCHEMA}" to moho_reader`);
};

/** Fills the tables with the world the tests ask about. */
export const fillWorld = async (sql: postgres.Sql): Promise<void> => {
  await sql.begin(async (transaction) => {
    const put = writer(transaction as unknown as postgres.Sql, readModel(SCHEMA).tables);
    await putBlocks(put);
    await putFiles(put);
    await putReports(put);
    await putStaking(put);
    await putRest(put);
  });
  await setHead(sql, HEAD, HEAD + 2);
};
