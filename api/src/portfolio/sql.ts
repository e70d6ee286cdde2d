import { type FileMark, SAFE_LIVE_OWNERS } from '@moho/protocol';
import type { Ordering } from '../database/cursor';
import type { Fragment } from '../database/database';
import { asOf, type List, orderBy, type Scope } from '../database/sql';
import { sortKeys } from '../file/sort/sql';
import { lastMark, replicaSource } from '../file/sql';
import { isOrderOf, orderedFileIds } from '../market/sql';

/** A file an account ordered, with what a list of them can be sorted by. */
export interface PortfolioRow {
  id: string;
  sizeBytes: string | null;
  spower: string | null;
  expiredAt: number | null;
  prepaid: string | null;
  reportedReplicaCount: number | null;
  sinceBlock: number | null;
}

const columns = `x.id, x.size_bytes, x.spower, x.expired_at, x.prepaid, x.reported_replica_count,
  lower(x._block_range)::int as since_block`;

export const PORTFOLIO_SORTS = {
  EXPIRES: ['expires', 'int'],
  SIZE: ['size_bytes', 'numeric'],
  SPOWER: ['weight', 'numeric'],
  REPLICAS: ['reported_replica_count', 'int'],
  PREPAID: ['prepaid', 'numeric'],
} as const;

export type PortfolioSort = keyof typeof PORTFOLIO_SORTS;

export const portfolioOrdering = (field: PortfolioSort, direction: 'ASC' | 'DESC'): Ordering => {
  const towards = direction === 'ASC' ? 'asc' : 'desc';
  const [column, type] = PORTFOLIO_SORTS[field];
  return orderBy(`${field}-${towards}`, towards, [column, type], ['id', 'text']);
};

/** Files the account ordered that the chain keeps at the block. */
export const portfolioFiles = (account: string): List<PortfolioRow> => ({
  name: 'portfolio',
  source: (scope) => {
    const { sql } = scope;
    return sql`select ${sql.unsafe(columns)}, ${sortKeys(scope, 'x')} from files x
      where x.id in (${orderedFileIds(scope, account)}) and ${asOf(scope, 'x')}`;
  },
  ordering: portfolioOrdering('EXPIRES', 'ASC'),
});

/** Ids of files the account ordered that the chain keeps no more. */
const goneIds = (scope: Scope, account: string): Fragment => {
  const { sql } = scope;
  return sql`select m.file_id from (${orderedFileIds(scope, account)}) m
    where not exists (select 1 from files y where y.id = m.file_id and ${asOf(scope, 'y')}) group by m.file_id`;
};

/** The same files with the last version of each; a file that was never written has no figures. */
export const goneFiles = (account: string): List<PortfolioRow> => ({
  name: 'portfolioGone',
  source: (scope) => {
    const { sql, view } = scope;
    return sql`select g.file_id as id, coalesce(l.size_bytes, 0) as size_bytes, l.spower, l.expired_at,
        coalesce(l.prepaid, 0) as prepaid, coalesce(l.reported_replica_count, 0) as reported_replica_count,
        l.since_block, coalesce(l.expires, 0) as expires, coalesce(l.weight, 0) as weight
      from (${goneIds(scope, account)}) g left join lateral (
        select ${sql.unsafe(columns)}, ${sortKeys(scope, 'x')} from files x
        where x.id = g.file_id and upper(x._block_range) <= ${view.height}::bigint
        order by lower(x._block_range) desc limit 1) l on true`;
  },
  ordering: orderBy('id-asc', 'asc', ['id', 'text']),
});

/** Files of the account, those of its newest orders first, whether the chain still keeps them or not. */
export const newestOrdered = async (scope: Scope, account: string, most: number): Promise<string[]> => {
  const { sql } = scope;
  const rows = await sql<{ id: string }[]>`
    select o.file_id as id from storage_orders o where ${isOrderOf(scope, account, 'o')}
    group by o.file_id order by max(o.block) desc, o.file_id limit ${most}`;
  return rows.map(({ id }) => id);
};

export interface PortfolioTotals {
  files: number;
  filesOnChain: number;
  bytesOnChain: string;
  prepaid: string;
  orders: number;
  /** the legs of the orders the account itself paid */
  spent: string;
}

/** Sums over all files an account ordered. */
export const portfolioTotals = async (scope: Scope, account: string): Promise<PortfolioTotals> => {
  const { sql } = scope;
  const [row] = await sql<PortfolioTotals[]>`
    with o as materialized (
      select o.file_id, count(*) as n, sum(case when o.payer = ${account}
        then o.reserved_part + o.staking_part + o.storage_part else 0 end) as legs from storage_orders o
      where ${isOrderOf(scope, account, 'o')} group by o.file_id)
    select count(*)::int as files, coalesce(sum(o.n), 0)::int as orders, coalesce(sum(o.legs), 0) as spent,
      count(x.id)::int as files_on_chain, coalesce(sum(x.size_bytes), 0) as bytes_on_chain,
      coalesce(sum(x.prepaid), 0) as prepaid
    from o left join files x on x.id = o.file_id and ${asOf(scope, 'x')}`;
  if (row === undefined) throw new Error('sums without a row');
  return row;
};

/** Files that are alike in all that decides their status. */
export interface KeptGroup {
  /** 0, the block asked for, or one beyond it: not begun, over, or running */
  expiredAt: number;
  /** at most as many as make a file safe */
  liveOwners: number;
  files: number;
  bytes: string;
}

export interface DurabilityFacts {
  kept: KeptGroup[];
  gone: { lastMark: FileMark | null; files: number; bytes: string }[];
  /** paid files with too few live owners, the fewest first */
  worst: string[];
  liveOwners: number;
}

const WORST = 10;

/** What the statuses of all files of an account follow from, in one pass over their replicas. */
export const durabilityFacts = async (scope: Scope, account: string): Promise<DurabilityFacts> => {
  const { sql, view } = scope;
  const [row] = await sql<DurabilityFacts[]>`
    with f as materialized (
      select x.id, x.size_bytes, x.expired_at from files x
      where x.id in (${orderedFileIds(scope, account)}) and ${asOf(scope, 'x')}),
    live as materialized (
      select r.file_id, r.counted_owner from (${replicaSource(scope, 'all')}) r
      where r.file_id in (select id from f) and r.not_live_code is null group by 1, 2),
    kept as materialized (
      select f.*, coalesce(l.n, 0)::int as live_owners from f
      left join (select file_id, count(*) as n from live group by 1) l on l.file_id = f.id),
    gone as (
      select e.last_mark, l.size_bytes from (${goneIds(scope, account)}) g
      left join lateral (${lastMark(scope, sql`g.file_id`)}) e on true
      left join lateral (select x.size_bytes from files x where x.id = g.file_id
        and upper(x._block_range) <= ${view.height}::bigint order by lower(x._block_range) desc limit 1) l on true)
    select
      (select coalesce(json_agg(g), '[]') from (
        select case when expired_at = 0 then 0 when expired_at <= ${view.height}::int then ${view.height}::int
            else ${view.height}::int + 1 end as "expiredAt", least(live_owners, ${SAFE_LIVE_OWNERS}::int) as "liveOwners",
          count(*)::int as files, sum(size_bytes)::text as bytes from kept group by 1, 2) g) as kept,
      (select coalesce(json_agg(g), '[]') from (
        select last_mark as "lastMark", count(*)::int as files, coalesce(sum(size_bytes), 0)::text as bytes
        from gone group by 1) g) as gone,
      (select coalesce(json_agg(w.id), '[]') from (
        select id from kept where expired_at > ${view.height}::int and live_owners < ${SAFE_LIVE_OWNERS}::int
        order by live_owners, expired_at, id limit ${WORST}) w) as worst,
      (select count(distinct counted_owner)::int from live) as live_owners`;
  if (row === undefined) throw new Error('a report without a row');
  return row;
};

export interface Ordered {
  orders: number;
  spent: string;
  firstBlock: number;
  firstTime: string;
}

/** What the account did for each of these files. */
export const orderedBy = async (
  scope: Scope,
  account: string,
  fileIds: readonly string[],
): Promise<Map<string, Ordered>> => {
  const { sql } = scope;
  const rows = await sql<(Ordered & { fileId: string })[]>`
    select o.file_id, count(*)::int as orders, min(o.block)::int as first_block, min(o.time) as first_time,
      coalesce(sum(o.reserved_part + o.staking_part + o.storage_part) filter (where o.payer = ${account}), 0) as spent
    from storage_orders o where o.file_id = any(${fileIds as string[]}::text[]) and ${isOrderOf(scope, account, 'o')}
    group by o.file_id`;
  return new Map(rows.map((row) => [row.fileId, row]));
};
