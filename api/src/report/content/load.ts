import { afterQuittingGroup, callOfReport, type FoundReport, type ReportCall, reportsInCall } from '@moho/protocol';
import { type ExtrinsicRow, extrinsics } from '../../block/sql';
import type { Context } from '../../context';
import { loadKeyed, loadOne, seen } from '../../database/load';
import type { Seen, View } from '../../database/view';
import type { SlotReportRow } from '../sql';
import type { ReportName } from './name';
import { acceptedBefore, reportsOfExtrinsics, reportsOfSlots, type WorkBeforeRow, workBefore } from './sql';

export type Report = Seen<SlotReportRow>;

/** All reports that an extrinsic carried, in their order. */
export const loadReportsOf = async (ctx: Context, view: View, extrinsic: string): Promise<Report[]> =>
  ((await loadKeyed(ctx, 'reportsOfExtrinsic', view, extrinsic, reportsOfExtrinsics)) ?? []).map((row) =>
    seen(row, view),
  );

/** The report, miss or exemption of an anchor in a slot. */
export const loadReportOfSlot = async (
  ctx: Context,
  view: View,
  anchor: string,
  slot: number,
): Promise<Report | null> => {
  const row = await loadKeyed(ctx, 'reportOfSlot', view, `${anchor}-${slot}`, reportsOfSlots);
  return row === null ? null : seen(row, view);
};

/** The report of that name; of several in one extrinsic the first. */
export const loadReport = async (ctx: Context, view: View, name: ReportName): Promise<Report | null> => {
  switch (name.kind) {
    case 'slot':
      return loadReportOfSlot(ctx, view, name.anchor, name.slot);
    case 'extrinsic':
      return (await loadReportsOf(ctx, view, name.id))[0] ?? null;
    case 'call':
      return (await loadReportsOf(ctx, view, name.extrinsic)).find(({ id }) => id === name.id) ?? null;
  }
};

/** An extrinsic's row lives as long as its request, and so does what was read out of it. */
const readCalls = new WeakMap<Seen<ExtrinsicRow>, FoundReport[]>();
const reportsIn = (extrinsic: Seen<ExtrinsicRow>): FoundReport[] => {
  const found = readCalls.get(extrinsic) ?? reportsInCall(extrinsic.callTree);
  readCalls.set(extrinsic, found);
  return found;
};

/** The extrinsic a report came in; null for a slot without one. */
export const extrinsicIdOf = ({ block, extrinsicIndex }: SlotReportRow): string | null =>
  block === null || extrinsicIndex === null ? null : `${block}-${extrinsicIndex}`;

/** The call behind a report, and the calls around it. */
export const loadFound = async (ctx: Context, report: Report): Promise<FoundReport | null> => {
  const id = extrinsicIdOf(report);
  if (id === null) return null;
  const [extrinsic, all] = await Promise.all([
    loadOne(ctx, extrinsics, report.view, id),
    loadReportsOf(ctx, report.view, id),
  ]);
  if (extrinsic === null) return null;
  const marks = all.map(({ pubKey, slot, status }) => ({ pubKey, slot, accepted: status === 'REPORTED' }));
  return callOfReport(
    reportsIn(extrinsic),
    marks,
    all.findIndex((one) => one.id === report.id),
  );
};

/** The arguments of a report's call; null where there is none or the index cut one of them. */
export const loadCall = async (ctx: Context, report: Report): Promise<ReportCall | null> =>
  (await loadFound(ctx, report))?.call ?? null;

const beforeKey = ({ anchor, block }: Report): string | null =>
  anchor === null || block === null ? null : `${anchor}-${block}`;

/** What the chain knew of the machine when the report came. */
export const loadWorkBefore = async (ctx: Context, report: Report): Promise<WorkBeforeRow | null> => {
  const { anchor, block, extrinsicIndex, account, view } = report;
  if (anchor === null || block === null || extrinsicIndex === null) return null;
  const row = await loadKeyed(ctx, 'workBefore', view, `${anchor}-${block}-${extrinsicIndex}-${account}`, workBefore);
  if (row === null || row.quit === null) return row;
  const { filesSizeBytes, filesRoot } = afterQuittingGroup(
    { filesSizeBytes: BigInt(row.filesSizeBytes), filesRoot: row.filesRoot },
    row.specVersion,
  );
  return { ...row, filesSizeBytes: String(filesSizeBytes), filesRoot };
};

/** The machine's last accepted report before this one. */
export const loadAcceptedBefore = async (ctx: Context, report: Report): Promise<Report | null> => {
  const key = beforeKey(report);
  const row = key === null ? null : await loadKeyed(ctx, 'acceptedBefore', report.view, key, acceptedBefore);
  return row === null ? null : seen(row, report.view);
};
