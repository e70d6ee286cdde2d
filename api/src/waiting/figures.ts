import type { Context } from '../context';
import type { Seen, View } from '../database/view';
import { loadFacts } from '../file/load';
import { rawFile } from '../file/raw';
import { cidHexOf } from '../input';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, mapSource, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import type { Reasons } from './load';
import type { PickupOwnerRow, WaitingRow } from './sql';

const NEWEST_GENERATION = 17;
const FILES = [mapSource('Market.FilesV2')];
const ORDERS = [eventSource('market.FileSuccess')];
const REPORTS = [eventSource('swork.WorksReportSuccess'), mapSource('Swork.LastProcessedBlockWorkReports')];

/** Receipts of what is told of a file that waits. */
export const waitingFigures = async (row: Seen<WaitingRow>, ctx: Context): Promise<FigureReceipt[]> => {
  const { view } = row;
  const { cidHex, generation } = await loadFacts(ctx, row);
  return figuresOf({
    amount: storageReceipt(
      view,
      items.file(cidHex ?? cidHexOf(row.id), generation ?? NEWEST_GENERATION),
      row.versionBlock,
      (inner) => rawFile(inner, view, row.id, view.height),
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

/** Receipts of how soon an owner stored. */
export const ownerFigures = ({ view, count }: Seen<PickupOwnerRow>): FigureReceipt[] => {
  const sources = [mapSource('Market.FilesV2'), ...ORDERS];
  const told = (rule: string) => derivedReceipt(view, rule, { sources, rowCount: count });
  return figuresOf({
    count: told(
      'Counted are the files whose first replica came in the blocks asked about and of which this owner has had a replica since.',
    ),
    medianBlocks: told(
      'The nearest-rank median of the blocks from the order of each of these files to this owner’s replica.',
    ),
    fastestBlocks: told('The least of the blocks from the order of each of these files to this owner’s replica.'),
  });
};

/** Receipts of how many files wait for each reason, by its name. */
export const reasonFigures = (view: View, reasons: Reasons): FigureReceipt[] =>
  figuresOf(
    Object.fromEntries(
      Object.entries(reasons).map(([reason, rowCount]) => [
        reason,
        derivedReceipt(
          view,
          'Counted are the files whose expired_at is 0, by the last accepted work report that added each since it waits and by the block up to which the spower service has gone through reports.',
          { sources: [...FILES, ...REPORTS], rowCount },
        ),
      ]),
    ),
  );
