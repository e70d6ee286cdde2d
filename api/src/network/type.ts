import { judgedSlot, SAFE_LIVE_OWNERS, slotOfBlock } from '@moho/protocol';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import { loadOne } from '../database/load';
import type { Seen } from '../database/view';
import { eras } from '../era/sql';
import { loadPrice } from '../market/load';
import type { FigureReceipt } from '../receipt/node';
import { FigureReceiptRef, ReceiptRef } from '../receipt/type';
import { loadLastSlot } from '../report/load';
import { EraRef, PriceRef, SlotSummaryRef } from '../schema/refs';
import { chainReceipts, networkFigures } from './figures';
import type { NetworkRow } from './sql';

const NetworkReceiptRef = builder.objectRef<FigureReceipt>('NetworkReceipt').implement({
  description: 'A value the chain keeps itself, named by pallet and storage item.',
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
      resolve: (n, _args, ctx) => loadLastSlot(ctx, n.view),
    }),
    receipts: t.field({
      type: [NetworkReceiptRef],
      complexity: { field: 1, multiplier: 6 },
      description: 'receipts that re-read to what the chain holds; its own totals as of the end of the last sweep',
      resolve: (n, _args, ctx) => chainReceipts(ctx, n),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 20 },
      description: 'receipts of the totals, by the name of the field',
      resolve: (n, _args, ctx) => networkFigures(ctx, n),
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
