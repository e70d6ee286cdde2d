import type { Seen, View } from '../database/view';
import { rawFile } from '../file/raw';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, mapSource, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import type { WaitingRow } from './sql';

const FILES = [mapSource('Market.FilesV2')];
const ORDERS = [eventSource('market.FileSuccess')];
const REPORTS = [eventSource('swork.WorksReportSuccess'), mapSource('Swork.LastProcessedBlockWorkReports')];

/** Receipts of what is told of a file that waits. */
export const waitingFigures = (row: Seen<WaitingRow>): FigureReceipt[] => {
  const { view } = row;
  return figuresOf({
    amount: storageReceipt(view, items.file(row.cidHex, row.generation), row.versionBlock, (ctx) =>
      rawFile(ctx, view, row.id, view.height),
    ),
    ageBlocks: derivedReceipt(
      view,
      'This block minus the block of the order or renewal with which the file began to wait.',
      { sources: ORDERS, item: items.systemEvents(), block: row.waitingSince },
    ),
    tips: derivedReceipt(view, 'The sum of the tips of its orders since it waits, as given in their calls.', {
      sources: ORDERS,
      rowCount: row.orderCount,
    }),
    reason: derivedReceipt(
      view,
      'Looked for is the last accepted work report that added the file since it waits, and whether the spower service has come to that block.',
      { sources: [...FILES, ...REPORTS] },
    ),
  });
};

/** Receipts of how long files waited. */
export const pickupFigures = (view: View, rowCount: number): FigureReceipt[] => {
  const sources = [mapSource('Market.FilesV2'), ...ORDERS];
  const rank = (percent: number) =>
    derivedReceipt(
      view,
      `The nearest-rank percentile: the shortest time that at least ${percent} of 100 of these files did not exceed. Counted are files whose first replica came in the blocks asked about, from the order or renewal with which they began to wait.`,
      { sources, rowCount },
    );
  return figuresOf({ medianBlocks: rank(50), p90Blocks: rank(90) });
};
