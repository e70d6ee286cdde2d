import type postgres from 'postgres';
import { putHead } from '../files/generate';
import { planStatements } from './plan';
import { fillings } from './rows';
import { headOf, people, type World } from './world';

const PLAN = 'bench_plan';

type Say = (line: string) => void;

/** Fills the tables of an index, whatever they held before, with a world: the same rows for one seed, but for their `_id`. */
export const generate = async (sql: postgres.Sql, schema: string, world: World, say: Say): Promise<void> => {
  await sql.unsafe(`drop schema if exists ${PLAN} cascade`);
  await sql.unsafe(`create schema ${PLAN}`);
  await sql.unsafe(`set search_path to ${PLAN}`);
  await sql.unsafe("set synchronous_commit to 'off'");
  await sql.unsafe('create table person (kind text, n int, address text, primary key (kind, n))');
  await sql.unsafe('insert into person select * from jsonb_populate_recordset(null::person, $1::text::jsonb)', [
    JSON.stringify(people(world)),
  ]);
  for (const statement of planStatements(world)) await sql.unsafe(statement);
  for (const { table, columns, select } of fillings(world)) {
    await sql.unsafe(`truncate "${schema}"."${table}"`);
    const { count } = await sql.unsafe(`insert into "${schema}"."${table}" (${columns}) ${select}`);
    say(`${table}: ${count} rows`);
  }
  await sql.unsafe(`drop schema ${PLAN} cascade`);
  await putHead(sql, schema, headOf(world));
  await sql.unsafe(`set search_path to "${schema}"`);
  await sql.unsafe('vacuum analyze');
};
