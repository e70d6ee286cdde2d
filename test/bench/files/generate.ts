import type postgres from 'postgres';
import { people } from './people';
import { planStatements, type World } from './plan';
import { fillings } from './rows';

/** Where the plan stands while an index is made. */
const PLAN = 'bench_plan';

type Say = (line: string) => void;

/** Indexes of a table, to be made again when its rows are in: filling a bare table is many times faster. */
export const dropIndexes = async (sql: postgres.Sql, schema: string, table: string): Promise<string[]> => {
  const keys = await sql<{ name: string; definition: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${`"${schema}"."${table}"`}::regclass and contype in ('p', 'u')`;
  for (const { name } of keys) await sql.unsafe(`alter table "${schema}"."${table}" drop constraint "${name}"`);
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes where schemaname = ${schema} and tablename = ${table}`;
  for (const { name } of indexes) await sql.unsafe(`drop index "${schema}"."${name}"`);
  return [
    ...keys.map(({ name, definition }) => `alter table "${schema}"."${table}" add constraint "${name}" ${definition}`),
    ...indexes.map(({ definition }) => definition),
  ];
};

/** The type of a table's column that is an enum, which subql-node names as it likes. */
export const enumType = async (sql: postgres.Sql, schema: string, table: string, column: string): Promise<string> => {
  const [row] = await sql<{ type: string }[]>`
    select format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${`"${schema}"."${table}"`}::regclass and attname = ${column}`;
  return row?.type ?? 'text';
};

const putPeople = async (sql: postgres.Sql): Promise<void> => {
  await sql.unsafe(`create table people (kind text, n int, address text, anchor text, primary key (kind, n))`);
  await sql.unsafe(`insert into people select * from jsonb_populate_recordset(null::people, $1::text::jsonb)`, [
    JSON.stringify(people()),
  ]);
  await sql.unsafe('analyze people');
};

/**
 * Fills the tables of an index, whatever they held before, with a world of so many files: the same rows for one seed,
 * but for the rows' private `_id`.
 */
export const generate = async (sql: postgres.Sql, schema: string, world: World, say: Say): Promise<void> => {
  await sql.unsafe(`drop schema if exists ${PLAN} cascade`);
  await sql.unsafe(`create schema ${PLAN}`);
  await sql.unsafe(`set search_path to ${PLAN}`);
  for (const setting of ["maintenance_work_mem to '1GB'", "work_mem to '256MB'", "synchronous_commit to 'off'"])
    await sql.unsafe(`set ${setting}`);
  await putPeople(sql);
  for (const statement of planStatements(world)) await sql.unsafe(statement);
  say(`${world.files} files are planned`);
  const later = new Map<string, string[]>();
  for (const { table, columns, select } of fillings(world)) {
    if (!later.has(table)) {
      await sql.unsafe(`truncate "${schema}"."${table}"`);
      later.set(table, await dropIndexes(sql, schema, table));
    }
    const filled = select.replaceAll('$KIND', await enumType(sql, schema, table, 'kind'));
    const { count } = await sql.unsafe(`insert into "${schema}"."${table}" (${columns}) ${filled}`);
    say(`${table}: ${count} rows`);
  }
  for (const [table, definitions] of later) {
    for (const definition of definitions) await sql.unsafe(definition);
    say(`${table}: ${definitions.length} indexes`);
  }
  await sql.unsafe(`drop schema ${PLAN} cascade`);
  await putHead(sql, schema, world.head);
  await sql.unsafe(`set search_path to "${schema}"`);
  await sql.unsafe('vacuum analyze');
};

/** What subql-node says of itself: how far it has come. */
export const putHead = async (sql: postgres.Sql, schema: string, head: number): Promise<void> => {
  for (const [key, value] of [
    ['lastProcessedHeight', head],
    ['targetHeight', head],
    ['lastProcessedTimestamp', Date.now()],
  ] as const) {
    await sql.unsafe(`delete from "${schema}"._metadata where key = '${key}'`);
    await sql.unsafe(
      `insert into "${schema}"._metadata (key, value, "createdAt", "updatedAt") values ('${key}', '${value}'::jsonb, now(), now())`,
    );
  }
};
