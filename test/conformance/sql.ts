import type postgres from 'postgres';

/** What the comparison asks the tables directly, because no page ever needs it. */

export interface BlockRow {
  number: number;
  hash: string;
  parentHash: string;
  specVersion: number;
  /** as the block's own row says, and as rows there are */
  extrinsicCount: number;
  extrinsicRows: number;
  eventCount: number;
  eventRows: number;
}

/** Every indexed block with the number of its extrinsic and event rows, ascending. */
export const blockRows = (sql: postgres.Sql, schema: string): Promise<BlockRow[]> => sql<BlockRow[]>`
  select b.number, b.hash, b.parent_hash as "parentHash", b.spec_version as "specVersion",
    b.extrinsic_count as "extrinsicCount", coalesce(x.count, 0) as "extrinsicRows",
    b.event_count as "eventCount", coalesce(e.count, 0) as "eventRows"
  from ${sql(schema)}.blocks b
  left join (select block, count(*)::int as count from ${sql(schema)}.extrinsics where upper_inf(_block_range) group by block) x
    on x.block = b.number
  left join (select block, count(*)::int as count from ${sql(schema)}.events where upper_inf(_block_range) group by block) e
    on e.block = b.number
  where upper_inf(b._block_range)
  order by b.number`;

/** The last indexed block; undefined when there is none. */
export const newestBlock = async (
  sql: postgres.Sql,
  schema: string,
): Promise<{ number: number; hash: string } | undefined> => {
  const [block] = await sql<{ number: number; hash: string }[]>`
    select number, hash from ${sql(schema)}.blocks where upper_inf(_block_range) order by number desc limit 1`;
  return block;
};

/** How many current rows of a table there are for each value of a column. */
export const countBy = (
  sql: postgres.Sql,
  schema: string,
  table: string,
  column: string,
): Promise<{ value: string; count: number }[]> => sql`
  select ${sql(column)}::text as value, count(*)::int as count from ${sql(schema)}.${sql(table)}
  where upper_inf(_block_range) group by 1 order by 1`;

/** Rows of one table whose versions overlap, by id: two truths at one block. */
export const overlaps = (sql: postgres.Sql, schema: string, table: string): Promise<{ id: string }[]> => sql`
  select a.id from ${sql(schema)}.${sql(table)} a
  join ${sql(schema)}.${sql(table)} b on a.id = b.id and a._id < b._id and a._block_range && b._block_range
  limit 20`;

/** Tables that keep versions of rows. */
export const versionedTables = (sql: postgres.Sql, schema: string): Promise<{ table: string }[]> => sql`
  select table_name as table from information_schema.columns
  where table_schema = ${schema} and column_name = '_block_range'
    and table_name in (select tablename from pg_tables where schemaname = ${schema})
  order by 1`;
