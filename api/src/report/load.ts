import { slotOfBlock } from '@moho/protocol';
import type { Context } from '../context';
import { loadKeyed, loadOne, loadPageUnder, namedOrder } from '../database/load';
import { readWindow } from '../database/page';
import type { Seen, View } from '../database/view';
import { groupMembers, groups } from '../group/sql';
import { readCount } from '../input';
import { decisiveReports, lastSlotSummary, type SlotReportRow, type SlotSummaryRow, sworkIdentities } from './sql';

export interface GridRow {
  account: string;
  view: View;
  cells: { slot: number; report: Seen<SlotReportRow> | null }[];
}

export interface Grid {
  slots: number[];
  rows: GridRow[];
  hasMore: boolean;
  endCursor: string | null;
}

export interface GridArgs {
  slots?: number | null;
  first?: number | null;
  after?: string | null;
}

const MAX_SLOTS = 96;
const DEFAULT_SLOTS = 24;
const DEFAULT_ROWS = 50;

const gridRow = async (ctx: Context, view: View, account: string, slots: number[]): Promise<GridRow> => {
  const from = slots[0] ?? 0;
  const to = slots.at(-1) ?? 0;
  const reports = await loadKeyed(ctx, `grid.${from}.${to}`, view, account, (scope, accounts) =>
    decisiveReports(scope, accounts, from, to),
  );
  const bySlot = new Map((reports ?? []).map((report) => [report.slot, report]));
  return {
    account,
    view,
    cells: slots.map((slot) => {
      const report = bySlot.get(slot);
      return { slot, report: report === undefined ? null : { ...report, view } };
    }),
  };
};

/**
 * Who reported when: for a group owner one row per member, for any other account its own row. Slots run from the oldest
 * to the one that is open at the view's block.
 */
export const loadGrid = async (ctx: Context, view: View, account: string, args: GridArgs): Promise<Grid> => {
  const count = readCount('slots', args.slots ?? DEFAULT_SLOTS, MAX_SLOTS);
  const open = slotOfBlock(view.height, ctx.profile);
  const slots = Array.from({ length: count }, (_, i) => open - (count - 1 - i) * ctx.profile.slotBlocks).filter(
    (slot) => slot >= 0,
  );
  const paging = { first: args.first ?? DEFAULT_ROWS, after: args.after };
  readWindow(namedOrder(groupMembers), paging);
  const group = await loadOne(ctx, groups, view, account);
  if (group === null) {
    return { slots, rows: [await gridRow(ctx, view, account, slots)], hasMore: false, endCursor: null };
  }
  const page = await loadPageUnder(ctx, groupMembers, view, { column: 'owner', type: 'text' }, account, paging);
  const rows = await Promise.all(page.edges.map(({ node }) => gridRow(ctx, view, node.member, slots)));
  return { slots, rows, hasMore: page.pageInfo.hasNextPage, endCursor: page.pageInfo.endCursor };
};

/** What a grid costs against the complexity limit. */
export const gridComplexity = (args: GridArgs): { field: number; multiplier: number } => ({
  field: 5,
  multiplier: Math.min(Math.max(args.first ?? DEFAULT_ROWS, 1), 1000),
});

export const loadIdentity = (ctx: Context, view: View, account: string) => loadOne(ctx, sworkIdentities, view, account);

/** The newest judged slot. */
export const loadLastSlot = async (ctx: Context, view: View): Promise<Seen<SlotSummaryRow> | null> => {
  const slot = await loadKeyed(ctx, 'lastSlot', view, 'last', async (scope) => {
    const last = await lastSlotSummary(scope);
    return new Map(last === null ? [] : [['last', last]]);
  });
  return slot === null ? null : { ...slot, view };
};
