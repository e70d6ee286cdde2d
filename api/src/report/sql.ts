import type { Fragment } from '../database/database';
import { asOf, byId, type List, orderBy, type Scope, tableSource } from '../database/sql';

export interface SworkerRow {
  id: string;
  reportSlot: string;
  spower: string;
  free: string;
  reportedFilesSizeBytes: string;
  srdRoot: string;
  filesRoot: string;
  sinceBlock: number;
}

export const sworkers: List<SworkerRow> = {
  name: 'sworkers',
  source: tableSource('sworkers', 'id, report_slot, spower, free, reported_files_size_bytes, srd_root, files_root'),
  ordering: byId,
};

export interface SworkIdentityRow {
  id: string;
  anchor: string;
  punishmentDeadline: string;
  owner: string | null;
  sinceBlock: number;
}

export const sworkIdentities: List<SworkIdentityRow> = {
  name: 'sworkIdentities',
  source: tableSource('swork_identities', 'id, anchor, punishment_deadline, owner'),
  ordering: byId,
};

export const identityConditions = (
  { sql }: Scope,
  filter: { owner?: string | null; anchor?: string | null },
): Fragment[] => [
  ...(filter.owner == null ? [] : [sql`t.owner = ${filter.owner}`]),
  ...(filter.anchor == null ? [] : [sql`t.anchor = ${filter.anchor}`]),
];

export interface EnclaveKeyRow {
  id: string;
  code: string;
  anchor: string | null;
  sinceBlock: number;
}

export const enclaveKeys: List<EnclaveKeyRow> = {
  name: 'enclaveKeys',
  source: tableSource('enclave_keys', 'id, code, anchor'),
  ordering: byId,
};

export interface SworkerCodeRow {
  id: string;
  expireBlock: number;
  sinceBlock: number;
}

export const sworkerCodes: List<SworkerCodeRow> = {
  name: 'sworkerCodes',
  source: tableSource('sworker_codes', 'id, expire_block'),
  ordering: byId,
};

/** The code each anchor's enclave runs; of several keys with one anchor the one that expires last. */
export const codesOfAnchors = async (
  scope: Scope,
  anchors: readonly string[],
): Promise<Map<string, SworkerCodeRow>> => {
  const { sql } = scope;
  const rows = await sql<(SworkerCodeRow & { anchor: string })[]>`
    select distinct on (k.anchor) k.anchor, c.* from (${enclaveKeys.source(scope)}) k
    join (${sworkerCodes.source(scope)}) c on c.id = k.code
    where k.anchor = any(${anchors as string[]}::text[]) order by k.anchor, c.expire_block desc, c.id`;
  return new Map(rows.map((row) => [row.anchor, row]));
};

export type ReportStatus = 'REPORTED' | 'DUPLICATE' | 'REJECTED' | 'MISSED' | 'EXEMPT';

export interface SlotReportRow {
  id: string;
  slot: number;
  status: ReportStatus;
  account: string;
  owner: string | null;
  anchor: string | null;
  pubKey: string | null;
  /** of a slot without a report; those of a report stand in the batches of the sweep (`judgements`) */
  punished: boolean | null;
  judgedAtBlock: number | null;
  block: number | null;
  extrinsicIndex: number | null;
  eventIndex: number | null;
  time: string | null;
  srdBytes: string | null;
  filesSizeBytes: string | null;
  addedCount: number | null;
  addedBytes: string | null;
  deletedCount: number | null;
  deletedBytes: string | null;
  wrapped: boolean;
  late: boolean;
  error: string | null;
}

/** Rows name who reports by a number. A call of which the index knows no content has none of the five last figures. */
const slotReportSource = (scope: Scope): Fragment => {
  const { sql } = scope;
  const orZero = (column: string) => sql`case when x.srd_bytes is not null then coalesce(x.${sql(column)}, 0) end`;
  return sql`select
      case when x.status in ('DUPLICATE', 'REJECTED') then x.id else p.anchor || '-' || x.slot end as id,
      x.reporter, x.slot, x.status::text as status, p.account, p.owner, p.anchor, p.pub_key, x.punished,
      x.judged_at_block, x.block, x.extrinsic_index, x.event_index, k.time, x.srd_bytes, x.files_size_bytes,
      ${orZero('added_count')} as added_count, ${orZero('added_bytes')} as added_bytes,
      ${orZero('deleted_count')} as deleted_count, ${orZero('deleted_bytes')} as deleted_bytes,
      coalesce(x.wrapped, false) as wrapped, coalesce(x.late, false) as late, x.error,
      lower(x._block_range)::int as since_block
    from slot_reports x join reporters p on p.number = x.reporter
    left join blocks k on k.number = x.block and upper_inf(k._block_range)
    where ${asOf(scope, 'x')}`;
};

export const slotReports: List<SlotReportRow> = {
  name: 'slotReports',
  source: slotReportSource,
  ordering: orderBy('newest', 'desc', 'slot', ['id', 'text']),
};

export interface SlotReportFilter {
  anchor?: string | null;
  account?: string | null;
  owner?: string | null;
  slot?: number | null;
  fromSlot?: number | null;
  toSlot?: number | null;
  status?: string | null;
}

export const slotReportConditions = ({ sql }: Scope, filter: SlotReportFilter): Fragment[] => [
  ...(filter.anchor == null ? [] : [sql`t.anchor = ${filter.anchor}`]),
  ...(filter.account == null ? [] : [sql`t.account = ${filter.account}`]),
  ...(filter.owner == null ? [] : [sql`t.owner = ${filter.owner}`]),
  ...(filter.slot == null ? [] : [sql`t.slot = ${filter.slot}`]),
  ...(filter.fromSlot == null ? [] : [sql`t.slot >= ${filter.fromSlot}`]),
  ...(filter.toSlot == null ? [] : [sql`t.slot <= ${filter.toSlot}`]),
  ...(filter.status == null ? [] : [sql`t.status = ${filter.status}`]),
];

export interface SlotSummaryRow {
  id: string;
  slot: number;
  reporters: number;
  missed: number;
  punished: number;
  exempt: number;
  owners: number;
  totalFree: string;
  totalSpower: string;
  totalFilesSizeBytes: string;
  sweepEndBlock: number;
  time: string;
  sweepStartBlock: number;
  unreported: number;
  judgedFree: string;
  judgedSpower: string;
  deadlineMismatches: number;
  punishmentEnabled: boolean;
  activeEra: number | null;
  eraTotalStake: string;
  issuance: string;
  totalStakeLimit: string;
}

export const slotSummaries: List<SlotSummaryRow> = {
  name: 'slotSummaries',
  source: tableSource(
    'slot_summaries',
    `id, slot, reporters, missed, punished, exempt, owners, total_free, total_spower, total_files_size_bytes,
     sweep_end_block, time, sweep_start_block, unreported, judged_free, judged_spower, deadline_mismatches,
     punishment_enabled, active_era, era_total_stake, issuance, total_stake_limit`,
  ),
  ordering: orderBy('newest', 'desc', 'slot'),
};

/** The newest judged slot in the view. */
export const lastSlotSummary = async (scope: Scope): Promise<SlotSummaryRow | null> => {
  const { sql } = scope;
  const rows = await sql<SlotSummaryRow[]>`
    select * from (${slotSummaries.source(scope)}) t order by t.slot desc limit 1`;
  return rows[0] ?? null;
};

/**
 * Code expiry per anchor as a lateral join: `expire_block` of the code its enclave key runs, null when there is no key
 * or no code. `anchor` is a column of the row it is joined to.
 */
export const codeExpiryOf = (scope: Scope, anchor: Fragment): Fragment => {
  const { sql } = scope;
  return sql`(select max(c.expire_block) as expire_block from enclave_keys k
    join sworker_codes c on c.id = k.code and ${asOf(scope, 'c')}
    where k.anchor = ${anchor} and ${asOf(scope, 'k')})`;
};

/** Code expiry of every anchor, to be joined on `anchor`. */
export const codeExpiries = (scope: Scope): Fragment => {
  const { sql } = scope;
  return sql`(select k.anchor, max(c.expire_block) as expire_block from enclave_keys k
    join sworker_codes c on c.id = k.code and ${asOf(scope, 'c')}
    where k.anchor is not null and ${asOf(scope, 'k')} group by k.anchor)`;
};
