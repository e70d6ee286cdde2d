import type postgres from 'postgres';

/** The few statements a start needs; everything about the index itself is in indexer/migrations and the API. */

export async function databaseExists(sql: postgres.Sql, name: string): Promise<boolean> {
  const rows = await sql`select 1 from pg_database where datname = ${name}`;
  return rows.length > 0;
}

export async function createDatabase(sql: postgres.Sql, name: string): Promise<void> {
  await sql`create database ${sql(name)}`;
}

export async function ensureExtension(sql: postgres.Sql, name: string): Promise<void> {
  const present = await sql`select 1 from pg_extension where extname = ${name}`;
  if (present.length === 0) await sql`create extension if not exists ${sql(name)}`;
}

export async function tableExists(sql: postgres.Sql, schema: string, table: string): Promise<boolean> {
  const rows = await sql`select 1 from pg_tables where schemaname = ${schema} and tablename = ${table}`;
  return rows.length > 0;
}

export async function metadata(
  sql: postgres.Sql,
  schema: string,
  keys: string[],
): Promise<{ key: string; value: number }[]> {
  return sql`select key, (value #>> '{}')::bigint::int as value from ${sql(schema)}._metadata where key in ${sql(keys)} and value is not null`;
}
