import type postgres from 'postgres';

/** Every account that ever had a stake limit. */
export const limitedStashes = async (sql: postgres.Sql, schema: string): Promise<string[]> =>
  (await sql<{ id: string }[]>`select distinct id from ${sql(schema)}.stake_limits order by id`).map(({ id }) => id);
