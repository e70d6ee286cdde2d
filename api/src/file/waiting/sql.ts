import type { Fragment } from '../../database/database';
import { asOf, type Scope } from '../../database/sql';

/**
 * The block from which a file waited for its first replica, as of a block: the order that put it on the chain, or the
 * later one (or renewal) that began its paid time anew while nobody stored it. Null when that lies before the index.
 */
export const waitStart = ({ sql }: Scope, fileId: Fragment, block: Fragment): Fragment =>
  sql`greatest(
    (select max(o.block) from storage_orders o where o.file_id = ${fileId} and o.kind::text = 'NEW' and o.block <= ${block}),
    (select max(upper(v._block_range))::int from files v
      where v.id = ${fileId} and v.expired_at <> 0 and upper(v._block_range) <= ${block}))`;

/** Since when a file waits that does so in the view; where that lies before the index, its first block. */
export const waitingSince = (scope: Scope, fileId: Fragment): Fragment => {
  const { sql, view } = scope;
  return sql`coalesce(${waitStart(scope, fileId, sql`${view.height}::int`)},
    (select min(lower(v._block_range))::int from files v where v.id = ${fileId}))`;
};

/** What says why a file waits. */
export interface WaitingRow {
  id: string;
  /** block since which it has neither replica nor paid time */
  since: number;
  /** accepted reports since then that say a node stores it */
  reports: number;
  /** the newest of them */
  reportBlock: number | null;
  reportExtrinsicIndex: number | null;
  reportSlot: number | null;
  reportAccount: string | null;
  reportAnchor: string | null;
}

/** Of each file that waits: since when, and what has been reported since. In one statement. */
export const waitingRows = async (scope: Scope, ids: readonly string[]): Promise<Map<string, WaitingRow>> => {
  const { sql } = scope;
  const rows = await sql<WaitingRow[]>`
    select q.id, b.since, coalesce(n.reports, 0)::int as reports, r.block as report_block,
      r.extrinsic_index as report_extrinsic_index, r.slot as report_slot, r.account as report_account,
      r.anchor as report_anchor
    from unnest(${ids as string[]}::text[]) q(id)
    cross join lateral (select ${waitingSince(scope, sql`q.id`)} as since offset 0) b
    left join lateral (
      select count(*) as reports from reported_files x
      where x.file_id = q.id and x.is_added and x.block >= b.since and ${asOf(scope, 'x')}) n on true
    left join lateral (
      select x.block, x.extrinsic_index, x.slot, x.account, x.anchor from reported_files x
      where x.file_id = q.id and x.is_added and x.block >= b.since and ${asOf(scope, 'x')}
      order by x.block desc, x.extrinsic_index desc limit 1) r on true`;
  return new Map(rows.map((row) => [row.id, row]));
};
