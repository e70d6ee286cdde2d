import { SIZE_BOUNDS_BYTES } from '@moho/protocol';
import type { Fragment } from '../database/database';
import { asOf, type List, orderBy, type Scope } from '../database/sql';
import { waitingSince, waitStart } from '../file/waiting/sql';

export interface WaitingRow {
  id: string;
  sizeBytes: string;
  amount: string;
  versionBlock: number;
  waitingSince: number;
  tips: string;
  orderCount: number;
  reportedBlock: number | null;
}

/**
 * Files without a replica: since when they wait, what was offered for them, and the last report that named them. `offset 0`
 * keeps Postgres from working out the first once for each of the others.
 */
const waitingSource = (scope: Scope): Fragment => {
  const { sql } = scope;
  return sql`select x.id, x.size_bytes, x.amount, lower(x._block_range)::int as version_block,
      w.waiting_since, o.tips, o.order_count, r.reported_block
    from files x
    cross join lateral (select ${waitingSince(scope, sql`x.id`)} as waiting_since offset 0) w
    cross join lateral (
      select coalesce(sum(s.tips), 0) as tips, count(*)::int as order_count from storage_orders s
      where s.file_id = x.id and s.block >= w.waiting_since and ${asOf(scope, 's')}) o
    cross join lateral (
      select max(f.block) as reported_block from reported_files f
      where f.file_id = x.id and f.is_added and f.block >= w.waiting_since and ${asOf(scope, 'f')}) r
    where x.expired_at = 0 and ${asOf(scope, 'x')}`;
};

export const waitingFiles: List<WaitingRow> = {
  name: 'waitingFiles',
  source: waitingSource,
  ordering: orderBy('AGE-desc', 'asc', 'waiting_since', ['id', 'text']),
};

/** How many files wait, by the last block whose reports named them. */
export const waitingByReport = (scope: Scope): Promise<{ reportedBlock: number | null; count: number }[]> => {
  const { sql } = scope;
  return sql`select t.reported_block, count(*)::int as count from (${waitingSource(scope)}) t group by 1`;
};

/** Blocks of which something is told: after the first, up to the second. */
export interface Span {
  after: number;
  upTo: number;
}

/** Files that got their first replica in these blocks, and since when each had waited. */
const firstReplicas = (scope: Scope, { after, upTo }: Span): Fragment => {
  const { sql } = scope;
  return sql`select y.* from (
    select e.file_id, e.block as first_block, ${waitStart(scope, sql`e.file_id`, sql`e.block`)} as start_block
    from file_events e
    where e.kind = 'FIRST_REPLICA' and e.block > ${after}::int and e.block <= ${upTo}::int and ${asOf(scope, 'e')}) y
    where y.start_block is not null`;
};

export interface PickupRow {
  /** place among SIZE_CLASSES; null: all of them */
  sizeClass: number | null;
  count: number;
  medianBlocks: number;
  p90Blocks: number;
}

/** Nearest-rank percentiles of the time to the first replica, by size class and over all. */
export const pickupTimes = (scope: Scope, span: Span): Promise<PickupRow[]> => {
  const { sql } = scope;
  const waited = sql`l.first_block - l.start_block`;
  return sql<PickupRow[]>`
    select c.size_class, count(*)::int as count,
      percentile_disc(0.5) within group (order by ${waited})::int as median_blocks,
      percentile_disc(0.9) within group (order by ${waited})::int as p90_blocks
    from (${firstReplicas(scope, span)}) l
    join files f on f.id = l.file_id and f._block_range @> l.first_block::bigint
    cross join lateral (select width_bucket(f.size_bytes,
      ${SIZE_BOUNDS_BYTES.map(String) as string[]}::text[]::numeric[]) as size_class) c
    group by grouping sets ((c.size_class), ())`;
};

export interface PickupOwnerRow {
  id: string;
  count: number;
  medianBlocks: number;
  fastestBlocks: number;
}

/** Owners of the replicas of those files: how long after the order each had its own there, fastest first. */
export const pickupOwners = (span: Span): List<PickupOwnerRow> => ({
  name: `pickupOwners.${span.upTo - span.after}`,
  ordering: orderBy('median', 'asc', 'median_blocks', ['id', 'text']),
  source: (scope) => {
    const { sql } = scope;
    return sql`select j.owner as id, count(*)::int as count, min(j.waited)::int as fastest_blocks,
        percentile_disc(0.5) within group (order by j.waited)::int as median_blocks
      from (
        select coalesce(a.owner, a.account) as owner, l.file_id, l.first_block, min(a.block) - l.start_block as waited
        from (${firstReplicas(scope, span)}) l
        join file_events a on a.file_id = l.file_id and a.kind = 'REPLICA_ADDED'
          and a.block >= l.first_block and a.block <= ${span.upTo}::int and ${asOf(scope, 'a')}
        group by 1, 2, 3, l.start_block) j
      where j.owner is not null group by j.owner`;
  },
});
