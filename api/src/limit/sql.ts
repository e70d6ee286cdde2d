import type { Fragment } from '../database/database';
import { type List, orderBy, type Scope } from '../database/sql';

/** A change of a StakeLimit row of the chain; amounts as decimal text, null where there is no row. */
export interface LimitChangeRow {
  id: string;
  stash: string;
  block: number;
  before: string | null;
  after: string | null;
  /** the judged slot; null when no sweep wrote the row */
  slot: number | null;
  time: string;
}

/**
 * Every change of the limit, from the versions of the rows: one that another version took the place of, one that came, one
 * that went. A row that comes or goes with 0 in it changes no limit.
 */
const changeRows = (scope: Scope): Fragment => {
  const { sql, view } = scope;
  return sql`
    select c.id || '-' || c.block as id, c.id as stash, c.block, c.before, c.after, s.slot, b.time from (
      select x.id, lower(x._block_range)::int as block, p."limit" as before, x."limit" as after
      from stake_limits x
      left join stake_limits p on p.id = x.id and upper(p._block_range) = lower(x._block_range)
      union all
      select x.id, upper(x._block_range)::int, x."limit", null from stake_limits x
      where not upper_inf(x._block_range)
        and not exists (select from stake_limits n where n.id = x.id and lower(n._block_range) = upper(x._block_range))
    ) c
    join blocks b on b.number = c.block
    left join slot_summaries s on s.sweep_end_block = c.block and lower(s._block_range) = c.block
    where c.block <= ${view.height} and c.block > (select min(number) from blocks) and coalesce(c.before, 0) <> coalesce(c.after, 0)`;
};

export const limitChanges: List<LimitChangeRow> = {
  name: 'limitChanges',
  source: changeRows,
  ordering: orderBy('newest', 'desc', 'block', ['id', 'text']),
};
