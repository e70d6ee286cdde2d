import { type FileMark, slotOfBlock } from '@moho/protocol';
import type { Fragment } from '../database/database';
import { asOf, byId, keyArray, type List, orderBy, type Scope, tableSource } from '../database/sql';
import { codeExpiries, codeExpiryOf } from '../report/sql';

const STORED = `id, cid_hex, generation, size_bytes, spower, expired_at, calculated_at, amount, prepaid,
  reported_replica_count, remaining_paid_count, used_size_bytes, reported_group_count, used_groups`;

/** The file as the chain stores it; sizes and amounts as decimal text. */
export interface StoredFileRow {
  id: string;
  cidHex: string;
  generation: number;
  sizeBytes: string;
  spower: string | null;
  expiredAt: number;
  calculatedAt: number;
  amount: string;
  prepaid: string;
  reportedReplicaCount: number;
  remainingPaidCount: number | null;
  usedSizeBytes: string | null;
  reportedGroupCount: number | null;
  usedGroups: string | null;
  sinceBlock: number;
}

export const storedFiles: List<StoredFileRow> = {
  name: 'files',
  source: tableSource('files', STORED),
  ordering: byId,
};

/** Files that were deleted before the view and have not come back: their last version. */
const closedFiles = (scope: Scope): Fragment => {
  const { sql, view } = scope;
  return sql`select distinct on (x.id) ${sql.unsafe(
    STORED.split(',')
      .map((c) => `x.${c.trim()}`)
      .join(', '),
  )}, lower(x._block_range)::int as since_block
    from files x where upper(x._block_range) <= ${view.height}::bigint
      and not exists (select 1 from files y where y.id = x.id and ${asOf(scope, 'y')})
    order by x.id, lower(x._block_range) desc`;
};

export const closedFileList: List<StoredFileRow> = { name: 'closedFiles', source: closedFiles, ordering: byId };

export interface ReplicaRow {
  id: string;
  fileId: string;
  owner: string | null;
  position: number;
  who: string;
  anchor: string;
  validAt: number;
  isReported: boolean;
  createdAt: number | null;
  sinceBlock: number;
  /** who counts for it among live owners: the map's owner, before spec 17 the group owner of the reporter or itself */
  countedOwner: string;
  /** slot of its anchor's last work report */
  lastReportSlot: number | null;
  /** null = live; otherwise the first reason that it is not */
  notLiveCode: NotLiveCode | null;
}

export type NotLiveCode = 'NO_IDENTITY' | 'OTHER_ANCHOR' | 'NO_REPORT' | 'SILENT' | 'NO_CODE' | 'CODE_EXPIRED';

/**
 * Replicas with what makes them live, protocol's `isReplicaLive` as SQL (crust-protocol §3.2): the account still reports under this anchor, the anchor's
 * last report is of the last finished slot or newer, and the code of its enclave key is not expired — a report is
 * refused when its slot number is not below the code's expiry (§4.1).
 */
export const replicaSource = (scope: Scope, reading: 'few' | 'all' = 'few'): Fragment => {
  const { sql, view, profile } = scope;
  // of a few replicas the code is looked up one by one; of all of them, all codes are read once
  const expiry =
    reading === 'few'
      ? sql`lateral ${codeExpiryOf(scope, sql`x.anchor`)} c on true`
      : sql`${codeExpiries(scope)} c on c.anchor = x.anchor`;
  const openSlot = slotOfBlock(view.height, profile);
  const finishedSlot = Math.max(0, openSlot - profile.slotBlocks);
  return sql`select x.id, x.file_id, x.owner, x.position, x.who, x.anchor, x.valid_at, x.is_reported, x.created_at,
      lower(x._block_range)::int as since_block, coalesce(x.owner, i.owner, x.who) as counted_owner,
      s.report_slot::int as last_report_slot,
      case when i.id is null then 'NO_IDENTITY' when i.anchor <> x.anchor then 'OTHER_ANCHOR'
        when s.id is null then 'NO_REPORT' when s.report_slot < ${finishedSlot}::int then 'SILENT'
        when c.expire_block is null then 'NO_CODE' when c.expire_block <= ${openSlot}::int then 'CODE_EXPIRED'
      end as not_live_code
    from replicas x
    left join swork_identities i on i.id = x.who and ${asOf(scope, 'i')}
    left join sworkers s on s.id = x.anchor and ${asOf(scope, 's')}
    left join ${expiry}
    where ${asOf(scope, 'x')}`;
};

export const replicas: List<ReplicaRow> = { name: 'replicas', source: replicaSource, ordering: byId };
export const replicasByPosition: List<ReplicaRow> = {
  ...replicas,
  ordering: orderBy('position', 'asc', ['file_id', 'text'], 'position', ['id', 'text']),
};

export const replicaConditions = (
  { sql }: Scope,
  filter: { fileId?: string | null; owner?: string | null; anchor?: string | null },
): Fragment[] => [
  ...(filter.fileId == null ? [] : [sql`t.file_id = ${filter.fileId}`]),
  ...(filter.owner == null ? [] : [sql`t.owner = ${filter.owner}`]),
  ...(filter.anchor == null ? [] : [sql`t.anchor = ${filter.anchor}`]),
];

/** All the facts a file's status follows from. Fields of the stored file are null when it was never stored. */
export interface FileFactsRow extends Partial<Omit<StoredFileRow, 'id'>> {
  id: string;
  /** the version holds in the view */
  stands: boolean;
  endedAtBlock: number | null;
  entries: number;
  live: number;
  liveOwners: number;
  ordered: boolean;
  /** the last event that ordered, settled or ended it */
  lastMark: FileMark | null;
  markBlock: number | null;
}

/**
 * The last event that ordered, settled or ended a file (protocol's `FileMark`, crust-protocol §3.4), as `last_mark` of block
 * `mark_block`: one row or none. Inside a block the number at the end of the id gives the order.
 */
export const lastMark = (scope: Scope, fileId: Fragment): Fragment => {
  const { sql } = scope;
  return sql`select v.block as mark_block, case when v.kind in ('EXTENDED', 'RENEWED') then 'ORDERED'
      when v.kind = 'LIQUIDATED' then 'SETTLED' else v.kind::text end as last_mark
    from file_events v where v.file_id = ${fileId} and ${asOf(scope, 'v')}
      and v.kind in ('ORDERED', 'EXTENDED', 'RENEWED', 'SETTLED', 'LIQUIDATED', 'CLOSED', 'ILLEGAL')
    order by v.block desc, split_part(v.id, '-', 2)::int desc limit 1`;
};

/** Facts for each id, ordered or not, in one statement. */
export const fileFacts = async (scope: Scope, ids: readonly string[]): Promise<Map<string, FileFactsRow>> => {
  const { sql, view } = scope;
  const rows = await sql<(FileFactsRow & { askedId: string })[]>`
    select q.id as asked_id, f.*, coalesce(f.stands, false) as stands, r.entries, r.live, r.live_owners, o.ordered, e.last_mark, e.mark_block
    from unnest(${keyArray(sql, ids)}) q(id)
    left join lateral (
      select ${sql.unsafe(STORED)}, lower(_block_range)::int as since_block, upper(_block_range)::int as ended_at_block,
        (upper_inf(_block_range) or _block_range @> ${view.height}::bigint) as stands
      from files where files.id = q.id and lower(_block_range) <= ${view.height}::bigint
      order by lower(_block_range) desc limit 1) f on true
    left join lateral (
      select count(*)::int as entries, count(*) filter (where t.not_live_code is null)::int as live,
        count(distinct t.counted_owner) filter (where t.not_live_code is null)::int as live_owners
      from (${replicaSource(scope)}) t where t.file_id = q.id) r on true
    left join lateral (
      select exists (select 1 from storage_orders s where s.file_id = q.id and ${asOf(scope, 's')}) as ordered) o on true
    left join lateral (${lastMark(scope, sql`q.id`)}) e on true`;
  return new Map(rows.map(({ askedId, ...row }) => [askedId, { ...row, id: askedId }]));
};

/** Which of these ids the chain has ever stored or an order has named, in one statement. */
export const knownIds = async (scope: Scope, ids: readonly string[]): Promise<Map<string, true>> => {
  const { sql, view } = scope;
  const rows = await sql<{ id: string }[]>`
    select q.id from unnest(${keyArray(sql, ids)}) q(id)
    where exists (select from files f where f.id = q.id and lower(f._block_range) <= ${view.height}::bigint)
      or exists (select from storage_orders s where s.file_id = q.id and ${asOf(scope, 's')})`;
  return new Map(rows.map(({ id }) => [id, true]));
};
