import { judgedSlot, SAFE_LIVE_OWNERS, slotOfBlock } from '@moho/protocol';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import { loadOne, scopeOf } from '../database/load';
import type { Seen } from '../database/view';
import { eras } from '../era/sql';
import { loadPrice } from '../market/load';
import { items } from '../receipt/storage-key';
import { type ReceiptNode, ReceiptRef, storageReceipt } from '../receipt/type';
import { lastSlotSummary } from '../report/sql';
import { EraRef, PriceRef, SlotSummaryRef } from '../schema/refs';
import type { NetworkRow } from './sql';

const FIGURES = {
  'Swork.Free': items.totalFree,
  'Swork.Spower': items.totalSpower,
  'Swork.ReportedFilesSize': items.totalFilesSize,
  'Swork.CurrentReportSlot': items.currentReportSlot,
  'Staking.ActiveEra': items.activeEra,
  'Market.FileKeysCount': items.fileKeysCount,
};

const NetworkReceiptRef = builder.objectRef<{ figure: string; receipt: ReceiptNode }>('NetworkReceipt').implement({
  description:
    'A total the chain keeps itself; some of them move at sweeps only, while the figures here are live sums.',
  fields: (t) => ({
    figure: t.exposeString('figure', { description: 'pallet and storage item' }),
    receipt: t.field({ type: ReceiptRef, resolve: (n) => n.receipt }),
  }),
});

export const NetworkRef = builder.objectRef<Seen<NetworkRow>>('Network').implement({
  description: 'Totals of the network as of a block.',
  fields: (t) => ({
    asOf: t.int({ resolve: (n) => n.view.height }),
    time: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: async (n, _args, ctx) => (await loadOne(ctx, blocks, n.view, String(n.view.height)))?.time ?? null,
    }),
    fileCount: t.exposeInt('fileCount'),
    replicaCount: t.exposeInt('replicaCount'),
    orderCount: t.exposeInt('orderCount'),
    groupCount: t.exposeInt('groupCount'),
    sworkerCount: t.exposeInt('sworkerCount'),
    validatorCount: t.exposeInt('validatorCount'),
    guarantorCount: t.exposeInt('guarantorCount'),
    merchantCount: t.exposeInt('merchantCount'),
    storedBytes: t.expose('storedBytes', { type: 'BigInt', description: 'sizes of all files on chain, each once' }),
    totalSpower: t.expose('totalSpower', { type: 'BigInt', description: 'over all work reports' }),
    totalFree: t.expose('totalFree', { type: 'BigInt' }),
    reportedFilesSizeBytes: t.expose('reportedFilesSizeBytes', { type: 'BigInt' }),
    currentSlot: t.int({ resolve: (n, _args, ctx) => slotOfBlock(n.view.height, ctx.profile) }),
    lastFinishedSlot: t.int({ nullable: true, resolve: (n, _args, ctx) => judgedSlot(n.view.height, ctx.profile) }),
    safeLiveOwners: t.int({
      description: 'from this many independent live owners on a paid file is STORED, below it AT_RISK',
      resolve: () => SAFE_LIVE_OWNERS,
    }),
    lastSlot: t.field({
      type: SlotSummaryRef,
      nullable: true,
      description: 'the newest judged slot',
      resolve: async (n, _args, ctx) => {
        const slot = await lastSlotSummary(scopeOf(ctx, n.view));
        return slot === null ? null : { ...slot, view: n.view };
      },
    }),
    receipts: t.field({
      type: [NetworkReceiptRef],
      complexity: { field: 1, multiplier: Object.keys(FIGURES).length },
      resolve: (n) =>
        Object.entries(FIGURES).map(([figure, item]) => ({
          figure,
          receipt: storageReceipt(n.view, item(), null),
        })),
    }),
    activeEra: t.exposeInt('activeEra', { nullable: true }),
    currentEra: t.exposeInt('currentEra', { nullable: true }),
    era: t.field({
      type: EraRef,
      nullable: true,
      description: 'the active era',
      resolve: (n, _args, ctx) => (n.activeEra === null ? null : loadOne(ctx, eras, n.view, String(n.activeEra))),
    }),
    price: t.field({
      type: PriceRef,
      nullable: true,
      resolve: async (n, _args, ctx) => {
        const price = await loadPrice(ctx, n.view);
        return price === null ? null : { ...price, view: n.view };
      },
    }),
  }),
});
