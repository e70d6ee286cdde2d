import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import type { Seen, View } from '../database/view';
import { lastSlotSummary, type SlotSummaryRow } from './sql';

/** The newest judged slot. */
export const loadLastSlot = async (ctx: Context, view: View): Promise<Seen<SlotSummaryRow> | null> => {
  const slot = await loadKeyed(ctx, 'lastSlot', view, 'last', async (scope) => {
    const last = await lastSlotSummary(scope);
    return new Map(last === null ? [] : [['last', last]]);
  });
  return slot === null ? null : { ...slot, view };
};
