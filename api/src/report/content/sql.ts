import { asOf, keyArray, type Scope } from '../../database/sql';
import { type SlotReportRow, slotReports } from '../sql';

const extrinsicOf = ({ block, extrinsicIndex }: SlotReportRow): string => `${block}-${extrinsicIndex}`;

/** Accepted reports first, as their events stand; then those that came to nothing, as they were made. */
const inOrder = (a: SlotReportRow, b: SlotReportRow): number => {
  const accepted = Number(b.status === 'REPORTED') - Number(a.status === 'REPORTED');
  if (accepted !== 0) return accepted;
  if (a.status === 'REPORTED') return (a.eventIndex ?? 0) - (b.eventIndex ?? 0);
  return Number(a.id.split('-').at(-1)) - Number(b.id.split('-').at(-1));
};

/** All reports of extrinsics ("block-index"), in their order. */
export const reportsOfExtrinsics = async (
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, SlotReportRow[]>> => {
  const { sql } = scope;
  const rows = await sql<SlotReportRow[]>`
    select t.* from unnest(${keyArray(sql, ids)}) q(id) join (${slotReports.source(scope)}) t
      on t.block = split_part(q.id, '-', 1)::int and t.extrinsic_index = split_part(q.id, '-', 2)::int`;
  const found = new Map<string, SlotReportRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) found.get(extrinsicOf(row))?.push(row);
  for (const list of found.values()) list.sort(inOrder);
  return found;
};

/** The report, miss or exemption of anchors in slots, by "anchor-slot"; an accepted report outranks a judgement. */
export const reportsOfSlots = async (scope: Scope, keys: readonly string[]): Promise<Map<string, SlotReportRow>> => {
  const { sql } = scope;
  const rows = await sql<(SlotReportRow & { key: string })[]>`
    select distinct on (q.key) q.key, t.* from unnest(${keyArray(sql, keys)}) q(key)
    join (${slotReports.source(scope)}) t
      on t.anchor = split_part(q.key, '-', 1) and t.slot = split_part(q.key, '-', 2)::int
    where t.status in ('REPORTED', 'MISSED', 'EXEMPT')
    order by q.key, (t.status <> 'REPORTED'), t.id`;
  return new Map(rows.map((row) => [row.key, row]));
};

/** The newest accepted report of anchors before a block, by "anchor-block". */
export const acceptedBefore = async (scope: Scope, keys: readonly string[]): Promise<Map<string, SlotReportRow>> => {
  const { sql } = scope;
  const rows = await sql<(SlotReportRow & { key: string })[]>`
    select q.key, r.* from unnest(${keyArray(sql, keys)}) q(key) cross join lateral (
      select t.* from (${slotReports.source(scope)}) t
      where t.anchor = split_part(q.key, '-', 1) and t.status = 'REPORTED'
        and t.block < split_part(q.key, '-', 2)::int
      order by t.slot desc limit 1) r`;
  return new Map(rows.map((row) => [row.key, row]));
};

/** What Swork.WorksReports held of an anchor before a report. */
export interface WorkBeforeRow {
  reportSlot: string;
  free: string;
  filesSizeBytes: string;
  srdRoot: string;
  filesRoot: string;
  /** QuitGroupSuccess event of the account earlier in the report's block */
  quit: string | null;
  specVersion: number;
}

/** The chain's work report as of the block before, and what the block did to it until then, by "anchor-block-extrinsic-account". */
export const workBefore = async (scope: Scope, keys: readonly string[]): Promise<Map<string, WorkBeforeRow>> => {
  const { sql } = scope;
  const rows = await sql<(WorkBeforeRow & { key: string })[]>`
    select q.key, s.report_slot, s.free, s.reported_files_size_bytes as files_size_bytes, s.srd_root, s.files_root,
      (select e.id from events e where e.block = q.block and e.extrinsic_index < q.extrinsic and e.pallet = 'swork'
        and e.name = 'QuitGroupSuccess' and e.args::jsonb -> 0 ->> 'value' = q.account limit 1) as quit,
      b.spec_version
    from (select key, split_part(key, '-', 1) as anchor, split_part(key, '-', 2)::int as block,
        split_part(key, '-', 3)::int as extrinsic, split_part(key, '-', 4) as account
      from unnest(${keyArray(sql, keys)}) k(key)) q
    join blocks b on b.number = q.block
    join sworkers s on s.id = q.anchor and s._block_range @> (q.block::bigint - 1)`;
  return new Map(rows.map(({ key, ...row }) => [key, row]));
};

/** Which files ("file anchor") the chain holds a replica of that names the anchor. */
export const heldFiles = async (scope: Scope, keys: readonly string[]): Promise<Map<string, true>> => {
  const { sql } = scope;
  const rows = await sql<{ key: string }[]>`
    select distinct q.key from unnest(${keyArray(sql, keys)}) q(key) join replicas r
      on r.file_id = split_part(q.key, ' ', 1) and r.anchor = split_part(q.key, ' ', 2)
    where ${asOf(scope, 'r')}`;
  return new Map(rows.map(({ key }) => [key, true]));
};
