import { countsWorkload, isPunishedVerdict, type Verdict } from '@moho/protocol';
import { allOf, asOf, type Scope } from '../database/sql';
import { type Place, placesOf, type Whose } from './places';
import { type SlotReportRow, slotReports } from './sql';

/** One node in one judged slot, everything known of it. */
export interface GridCellRow {
  slot: number;
  account: string;
  owner: string;
  anchor: string;
  verdict: Verdict;
  reported: boolean;
  counts: boolean;
  punished: boolean;
  free: bigint;
  spower: bigint;
  judgedAtBlock: number;
  reportBlock: number | null;
  late: boolean;
  /** calls that were refused or repeated */
  rejected: string[];
  duplicates: number;
}

/** Judged slots of a range, oldest first. */
export const judgedSlots = (scope: Scope, fromSlot: number, toSlot: number) => {
  const { sql } = scope;
  return sql`select s.slot from slot_summaries s
    where s.slot between ${fromSlot} and ${toSlot} and ${asOf(scope, 's')} order by s.slot`;
};

const reportsOf = (scope: Scope, slots: readonly number[], whose: Exclude<Whose, null>): Promise<SlotReportRow[]> => {
  const { sql } = scope;
  const who =
    'account' in whose
      ? sql`t.account = ${whose.account}`
      : sql`(t.owner = ${whose.owner} or (t.account = ${whose.owner} and t.owner is null))`;
  const where = [who, sql`t.slot = any(${slots as number[]}::int[])`];
  return sql<
    SlotReportRow[]
  >`select t.* from (${slotReports.source(scope)}) t where ${allOf(sql, where)} order by t.id`;
};

const cellOf = (place: Place, reports: readonly SlotReportRow[]): GridCellRow => {
  const { slot, account, owner, anchor, verdict, free, spower } = place;
  const report = reports.find(({ status }) => status === 'REPORTED');
  return {
    ...{ slot, account, owner, anchor, verdict, free, spower },
    reported: verdict === 'R' || verdict === 'P',
    counts: countsWorkload(verdict),
    punished: isPunishedVerdict(verdict),
    judgedAtBlock: place.block,
    reportBlock: report?.block ?? null,
    late: report?.late ?? false,
    rejected: reports.flatMap(({ status, error }) => (status === 'REJECTED' ? [error ?? 'unknown'] : [])),
    duplicates: reports.filter(({ status }) => status === 'DUPLICATE').length,
  };
};

/** All cells of some judged slots, by slot and account. Two statements. */
export const gridCells = async (
  scope: Scope,
  slots: readonly number[],
  whose: Exclude<Whose, null>,
): Promise<GridCellRow[]> => {
  const places = await placesOf(scope, slots, whose);
  const reports = await reportsOf(scope, slots, whose);
  const keyOf = (slot: number, account: string) => `${slot} ${account}`;
  const byCell = new Map<string, SlotReportRow[]>();
  for (const report of reports) {
    const key = keyOf(report.slot, report.account);
    byCell.set(key, [...(byCell.get(key) ?? []), report]);
  }
  return places
    .map((place) => cellOf(place, byCell.get(keyOf(place.slot, place.account)) ?? []))
    .sort((a, b) => a.slot - b.slot || (a.account < b.account ? -1 : 1));
};
