import type { Context } from '../context';
import { loadOne } from '../database/load';
import type { Seen } from '../database/view';
import { encodeActiveEra, encodeU32 } from '../era/raw';
import { eras } from '../era/sql';
import { priceFigures } from '../market/figures';
import { loadPrice } from '../market/load';
import {
  derivedReceipt,
  eventSource,
  type FigureReceipt,
  figuresOf,
  mapSource,
  type ReceiptNode,
  storageReceipt,
} from '../receipt/node';
import { items } from '../receipt/storage-key';
import { slotFigures } from '../report/figures';
import { loadLastSlot } from '../report/load';
import type { NetworkRow } from './sql';

const activeEraReceipt = async (ctx: Context, n: Seen<NetworkRow>): Promise<ReceiptNode> => {
  const era = n.activeEra === null ? null : await loadOne(ctx, eras, n.view, String(n.activeEra));
  // of an era that ran before the index began, the start is not known
  const raw = era === null || era.startTime === null ? null : () => encodeActiveEra(era);
  return storageReceipt(n.view, items.activeEra(), era?.startBlock ?? null, raw);
};

/** Receipts of the totals shown, each by the name of its field. */
export const networkFigures = async (ctx: Context, n: Seen<NetworkRow>): Promise<FigureReceipt[]> => {
  const { view } = n;
  const keys = (what: string, rowCount: number, ...maps: string[]) =>
    derivedReceipt(view, `Counted are the keys of ${maps.join(' and ')}: one for each ${what}.`, {
      sources: maps.map(mapSource),
      rowCount,
    });
  const files = ['Market.FilesV2', 'Market.Files'].map(mapSource);
  const overReports = (field: string) =>
    derivedReceipt(
      view,
      `The sum of ${field} over all work reports; the chain’s own total leaves out the punished and is set at each sweep.`,
      { sources: [mapSource('Swork.WorkReports')], rowCount: n.sworkerCount },
    );
  return figuresOf({
    fileCount: keys('file', n.fileCount, 'Market.FilesV2', 'Market.Files'),
    replicaCount: derivedReceipt(view, 'Counted are the entries of `replicas` over all files.', {
      sources: files,
      rowCount: n.replicaCount,
    }),
    storedBytes: derivedReceipt(view, 'The sum of file_size over all files, each once.', {
      sources: files,
      rowCount: n.fileCount,
    }),
    orderCount: derivedReceipt(view, 'Counted are the events of placed and renewed orders up to this block.', {
      sources: [eventSource('market.FileSuccess'), eventSource('market.RenewFileSuccess')],
      rowCount: n.orderCount,
    }),
    groupCount: keys('group owner', n.groupCount, 'Swork.Groups'),
    sworkerCount: keys('anchor that ever reported', n.sworkerCount, 'Swork.WorkReports'),
    validatorCount: keys('candidate', n.validatorCount, 'Staking.Validators'),
    guarantorCount: keys('guarantor', n.guarantorCount, 'Staking.Guarantors'),
    merchantCount: keys('account with market funds or income', n.merchantCount, 'Benefits.MarketBenefits'),
    totalSpower: overReports('spower'),
    totalFree: overReports('free'),
    reportedFilesSizeBytes: overReports('reported_files_size'),
    currentSlot: derivedReceipt(view, `The block number rounded down to a multiple of ${ctx.profile.slotBlocks}.`),
    lastFinishedSlot: derivedReceipt(
      view,
      `The slot before the open one, counted in steps of ${ctx.profile.slotBlocks} blocks, that the newest sweep judges.`,
    ),
    activeEra: await activeEraReceipt(ctx, n),
    currentEra: storageReceipt(
      view,
      items.currentEra(),
      null,
      n.currentEra === null ? null : () => encodeU32(n.currentEra),
    ),
  });
};

const FROM_SLOT: Readonly<Record<string, string>> = {
  'Swork.Free': 'totalFree',
  'Swork.Spower': 'totalSpower',
  'Swork.ReportedFilesSize': 'totalFilesSizeBytes',
  'Swork.CurrentReportSlot': 'currentReportSlot',
};

/** Receipts of what the chain keeps itself: its totals as of the end of the last sweep, the era, the file counter. */
export const chainReceipts = async (ctx: Context, n: Seen<NetworkRow>): Promise<FigureReceipt[]> => {
  const { view } = n;
  const slot = await loadLastSlot(ctx, view);
  const price = await loadPrice(ctx, view);
  const ofSlot = slot === null ? [] : await slotFigures(ctx, slot);
  const ofPrice = price === null ? [] : await priceFigures(ctx, { ...price, view });
  const find = (list: FigureReceipt[], from: string, figure: string): FigureReceipt[] =>
    list.filter((one) => one.figure === from).map(({ receipt }) => ({ figure, receipt }));
  return [
    ...Object.entries(FROM_SLOT).flatMap(([figure, from]) => find(ofSlot, from, figure)),
    { figure: 'Staking.ActiveEra', receipt: await activeEraReceipt(ctx, n) },
    ...find(ofPrice, 'fileKeysCount', 'Market.FileKeysCount'),
  ];
};
