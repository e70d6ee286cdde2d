import type postgres from 'postgres';

/** The few statements a start needs; everything about the index itself is in indexer/migrations and the API. */

export async function databaseExists(sql: postgres.Sql, name: string): Promise<boolean> {
  const rows = await sql`select 1 from pg_database where datname = ${name}`;
  return rows.length > 0;
}

export async function createDatabase(sql: postgres.Sql, name: string): Promise<void> {
  await sql`create database ${sql(name)}`;
}

export interface Rights {
  /** of the server: its major number */
  version: number;
  role: string;
  database: string;
  mayCreate: boolean;
  schemaThere: boolean;
  /** may make tables in the schema and owns those that are there */
  mayUse: boolean;
}

export async function rights(sql: postgres.Sql, schema: string): Promise<Rights> {
  const [row] = await sql<Rights[]>`
    select current_setting('server_version_num')::int / 10000 as version, current_user as role,
      current_database() as database, has_database_privilege(current_database(), 'create') as "mayCreate",
      n.oid is not null as "schemaThere",
      coalesce(has_schema_privilege(n.oid, 'create') and not exists (
        select from pg_class c where c.relnamespace = n.oid and not pg_has_role(c.relowner, 'usage')), false) as "mayUse"
    from (select) one left join pg_namespace n on n.nspname = ${schema}`;
  if (!row) throw new Error('the database did not say what may be done in it');
  return row;
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

/** Whether the role of this connection may become `reader`, and its own name. */
export async function mayBecome(sql: postgres.Sql, reader: string): Promise<{ role: string; may: boolean }> {
  const [row] = await sql<{ role: string; may: boolean }[]>`
    select current_user as role, coalesce(bool_or(pg_has_role(r.oid, 'member')), false) as may
    from (select) one left join pg_roles r on r.rolname = ${reader}`;
  return row ?? { role: '', may: false };
}
