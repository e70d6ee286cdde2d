import { asOf, type Scope } from '../../database/sql';

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
  const { sql, view } = scope;
  const rows = await sql<WaitingRow[]>`
    select q.id, b.since, coalesce(n.reports, 0)::int as reports, r.block as report_block,
      r.extrinsic_index as report_extrinsic_index, r.slot as report_slot, r.account as report_account,
      r.anchor as report_anchor
    from unnest(${ids as string[]}::text[]) q(id)
    cross join lateral (
      select greatest(
        (select max(v.block) from file_events v where v.file_id = q.id and v.kind = 'ORDERED' and ${asOf(scope, 'v')}),
        (select max(upper(f._block_range))::int from files f where f.id = q.id and f.expired_at <> 0
          and upper(f._block_range) <= ${view.height}::bigint),
        (select min(lower(f._block_range))::int from files f where f.id = q.id)) as since) b
    left join lateral (
      select count(*) as reports from reported_files x
      where x.file_id = q.id and x.is_added and x.block >= b.since and ${asOf(scope, 'x')}) n on true
    left join lateral (
      select x.block, x.extrinsic_index, x.slot, x.account, x.anchor from reported_files x
      where x.file_id = q.id and x.is_added and x.block >= b.since and ${asOf(scope, 'x')}
      order by x.block desc, x.extrinsic_index desc limit 1) r on true`;
  return new Map(rows.map((row) => [row.id, row]));
};
