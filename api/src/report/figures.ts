import { slotOfBlock } from '@moho/protocol';
import { blocks } from '../block/sql';
import type { Context } from '../context';
import { loadOne } from '../database/load';
import type { Seen } from '../database/view';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, mapSource, storageReceipt } from '../receipt/node';
import { encoded, u64, u128 } from '../receipt/scale';
import { items } from '../receipt/storage-key';
import { loadJudgement } from './judgement';
import type { SlotReportRow, SlotSummaryRow } from './sql';

/** Receipts of a judged slot: the totals the chain wrote when the sweep ended, and the counts of its judgement. */
export const slotFigures = async (ctx: Context, s: Seen<SlotSummaryRow>): Promise<FigureReceipt[]> => {
  const { view, sweepEndBlock: block } = s;
  const spec = (await loadOne(ctx, blocks, view, String(block)))?.specVersion;
  const spowerItem = spec !== undefined && spec < 3 ? items.oldTotalSpower() : items.totalSpower();
  const judged = { sources: ['Swork.Identities', 'Swork.ReportedInSlot'].map(mapSource), block };
  const count = (rule: string, rowCount: number) => derivedReceipt(view, rule, { ...judged, rowCount });
  return figuresOf({
    totalFree: storageReceipt(view, items.totalFree(), block, () => encoded(u128(s.totalFree)), block),
    totalSpower: storageReceipt(view, spowerItem, block, () => encoded(u128(s.totalSpower)), block),
    totalFilesSizeBytes: storageReceipt(
      view,
      items.totalFilesSize(),
      block,
      () => encoded(u128(s.totalFilesSizeBytes)),
      block,
    ),
    // the sweep ends by naming the slot that is judged next
    currentReportSlot: storageReceipt(
      view,
      items.currentReportSlot(),
      block,
      () => encoded(u64(slotOfBlock(block, ctx.profile))),
      block,
    ),
    reporters: count('Counted are the identities the sweep visited that had reported in this slot.', s.reporters),
    missed: count(
      'Counted are the identities the sweep visited that had to report in this slot and did not.',
      s.missed,
    ),
    punished: count(
      'Counted are the identities whose punishment deadline lay beyond this slot after the sweep.',
      s.punished,
    ),
    exempt: count('Counted are the identities too new to have to report in this slot.', s.exempt),
    owners: derivedReceipt(view, 'The number in the event that ends the sweep.', {
      sources: [eventSource('staking.UpdateStakeLimitSuccess')],
      item: items.systemEvents(),
      block,
    }),
  });
};

/** Receipts of a report's judgement. */
export const slotReportFigures = async (ctx: Context, r: Seen<SlotReportRow>): Promise<FigureReceipt[]> => {
  const block = (await loadJudgement(ctx, r))?.judgedAtBlock ?? r.block ?? r.view.height;
  return figuresOf({
    status: derivedReceipt(
      r.view,
      'Reported when a report of this slot was accepted, missed when the sweep found none, exempt when the machine was too new, rejected or duplicate when a call came to nothing.',
      { sources: [eventSource('swork.WorksReportSuccess'), mapSource('Swork.ReportedInSlot')], block },
    ),
    punished: derivedReceipt(
      r.view,
      'Whether the punishment deadline of the identity lay beyond this slot after it was judged.',
      { item: items.identity(r.account), sources: [mapSource('Swork.Identities')], block },
    ),
  });
};
