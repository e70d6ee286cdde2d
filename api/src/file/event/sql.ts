import { groupBy } from '@moho/protocol';
import type { Fragment } from '../../database/database';
import { asOf, type List, orderBy, type Scope, tableSource } from '../../database/sql';
import { orderedFileIds } from '../../market/sql';

export type FileEventKind =
  | 'ORDERED'
  | 'EXTENDED'
  | 'RENEWED'
  | 'PREPAID'
  | 'SIZE_LOWERED'
  | 'FIRST_REPLICA'
  | 'REPLICA_ADDED'
  | 'REPLICA_REMOVED'
  | 'SPOWER_CHANGED'
  | 'SETTLED'
  | 'LIQUIDATED'
  | 'CLOSED'
  | 'ILLEGAL'
  | 'OWNER_PAID'
  /** derived: the paid time ran out; the chain has no event for it */
  | 'EXPIRED';

export interface FileEventRow {
  id: string;
  fileId: string;
  kind: FileEventKind;
  account: string | null;
  owner: string | null;
  amount: string | null;
  value: string | null;
  block: number;
  extrinsicIndex: number | null;
  eventIndex: number | null;
  time: string;
}

export const fileEvents: List<FileEventRow> = {
  name: 'fileEvents',
  // the id is block-n: n gives the order inside a block
  source: (scope) =>
    scope.sql`select y.*, split_part(y.id, '-', 2)::numeric as n from (${tableSource(
      'file_events',
      'id, file_id, kind::text as kind, account, owner, amount, value, block, extrinsic_index, event_index, time',
    )(scope)}) y`,
  ordering: orderBy('newest', 'desc', 'block', 'n'),
};

/**
 * The blocks at which a file's paid time ran out while it stood: those `expired_at` that the version of the row holding at
 * that very block still had. They come first in their block, and have no event of their own.
 */
const expiries = (scope: Scope): Fragment => {
  const { sql, view } = scope;
  return sql`select f.expired_at || '-expired' as id, f.id as file_id, 'EXPIRED' as kind, null as account, null as owner,
      null::numeric as amount, null::numeric as value, f.expired_at as block, null::int as extrinsic_index,
      null::int as event_index, b.time, lower(f._block_range)::int as since_block, -1::numeric as n
    from files f join blocks b on b.number = f.expired_at and ${asOf(scope, 'b')}
    where f.expired_at > 0 and f.expired_at <= ${view.height}::int and f._block_range @> f.expired_at::bigint`;
};

/** Everything that happened to a file, what ran out by itself included. */
export const lifeLine: List<FileEventRow> = {
  ...fileEvents,
  name: 'lifeLine',
  source: (scope) => scope.sql`${fileEvents.source(scope)} union all ${expiries(scope)}`,
};

/** Of each file what owners were credited since its last new order, oldest first, in one statement. */
export const ownerPayments = async (scope: Scope, ids: readonly string[]): Promise<Map<string, FileEventRow[]>> => {
  const { sql } = scope;
  const rows = await sql<FileEventRow[]>`
    select e.* from unnest(${ids as string[]}::text[]) q(id)
    left join lateral (
      select max(o.block) as block from file_events o
      where o.file_id = q.id and o.kind = 'ORDERED' and ${asOf(scope, 'o')}) s on true
    cross join lateral (
      select t.* from (${fileEvents.source(scope)}) t
      where t.file_id = q.id and t.kind = 'OWNER_PAID' and t.block >= coalesce(s.block, 0)
      order by t.block, t.n limit 100) e
    order by e.block, e.n`;
  return groupBy(rows, ({ fileId }) => fileId);
};

export interface FileEventFilter {
  fileId?: string | null;
  kind?: string | null;
  owner?: string | null;
  /** an account that ordered the file, or paid an order of it */
  orderedBy?: string | null;
  fromBlock?: number | null;
  toBlock?: number | null;
}

export const fileEventConditions = (scope: Scope, filter: FileEventFilter): Fragment[] => {
  const { sql } = scope;
  return [
    ...(filter.fileId == null ? [] : [sql`t.file_id = ${filter.fileId}`]),
    ...(filter.kind == null ? [] : [sql`t.kind = ${filter.kind}`]),
    ...(filter.owner == null ? [] : [sql`t.owner = ${filter.owner}`]),
    ...(filter.fromBlock == null ? [] : [sql`t.block >= ${filter.fromBlock}`]),
    ...(filter.toBlock == null ? [] : [sql`t.block <= ${filter.toBlock}`]),
    ...(filter.orderedBy == null ? [] : [sql`t.file_id in (${orderedFileIds(scope, filter.orderedBy)})`]),
  ];
};
