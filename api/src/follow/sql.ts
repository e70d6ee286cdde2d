import type { Sql } from '../database/database';
import { asOf, type Scope } from '../database/sql';

/** A block by number and hash: after a fork the same number is another block. */
export interface BlockMark {
  height: number;
  hash: string;
}

/** Last block of the index; null while it has none. */
export const headBlock = async (sql: Sql): Promise<BlockMark | null> => {
  const [row] = await sql<BlockMark[]>`
    select b.number as height, b.hash from _metadata m join blocks b on b.id = (m.value #>> '{}')
    where m.key = 'lastProcessedHeight' and upper_inf(b._block_range)`;
  return row ?? null;
};

/** Hash of a block the index holds, or null. */
export const hashOfBlock = async (sql: Sql, height: number): Promise<string | null> => {
  const [row] = await sql<{ hash: string }[]>`
    select hash from blocks where id = ${String(height)} and upper_inf(_block_range)`;
  return row?.hash ?? null;
};

/** The newest event of each file, as "id kind". */
export const lastEvents = async (scope: Scope, ids: readonly string[]): Promise<Map<string, string>> => {
  const { sql } = scope;
  const rows = await sql<{ id: string; event: string }[]>`
    select q.id, e.event from unnest(${ids as string[]}::text[]) q(id)
    join lateral (
      select v.id || ' ' || v.kind::text as event from file_events v where v.file_id = q.id and ${asOf(scope, 'v')}
      order by v.block desc, split_part(v.id, '-', 2)::numeric desc limit 1) e on true`;
  return new Map(rows.map(({ id, event }) => [id, event]));
};
