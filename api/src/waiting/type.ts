import { SIZE_CLASSES, type WaitingReason } from '@moho/protocol';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import { loadOne } from '../database/load';
import type { View } from '../database/view';
import { timeOfBlock } from '../file/load';
import { loadService } from '../market/spower-service';
import { FigureReceiptRef } from '../receipt/type';
import { WaitingReasonEnum } from '../schema/enums';
import { AccountRef, FileRef, PickupOwnerRef, WaitingFileRef } from '../schema/refs';
import { ownerFigures, pickupFigures, reasonFigures, waitingFigures } from './figures';
import { loadPickup, loadReason, loadReasons } from './load';
import type { PickupRow, Span } from './sql';

WaitingFileRef.implement({
  description: 'A file that was ordered and has no replica.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the CID' }),
    file: t.field({ type: FileRef, resolve: (row) => ({ id: row.id, view: row.view }) }),
    sizeBytes: t.expose('sizeBytes', { type: 'BigInt' }),
    amount: t.expose('amount', { type: 'BigInt', description: 'set aside for the first owners, tips included' }),
    tips: t.expose('tips', { type: 'BigInt', description: 'of its orders since it waits' }),
    orderCount: t.exposeInt('orderCount', { description: 'orders since it waits' }),
    waitingSince: t.exposeInt('waitingSince', { description: 'block of the order or renewal with which it began' }),
    waitingSinceTime: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: (row, _args, ctx) => timeOfBlock(ctx, row.view, row.waitingSince),
    }),
    ageBlocks: t.int({ resolve: (row) => row.view.height - row.waitingSince }),
    reason: t.field({
      type: WaitingReasonEnum,
      resolve: (row, _args, ctx) => loadReason(ctx, row.view, row.reportedBlock),
    }),
    reportedBlock: t.exposeInt('reportedBlock', {
      nullable: true,
      description: 'the last block since it waits with an accepted report that added it',
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 4 },
      resolve: (row, _args, ctx) => waitingFigures(row, ctx),
    }),
  }),
});

interface Spanned {
  view: View;
  span: Span;
}

const PickupTimeRef = builder.objectRef<PickupRow & Spanned>('PickupTime').implement({
  description:
    'How long the files of one size class waited for their first replica. Percentiles are by nearest rank, over files whose first replica came in the blocks asked about.',
  fields: (t) => ({
    fromBytes: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'null with belowBytes null: all sizes',
      resolve: ({ sizeClass }) => (sizeClass === null ? null : (SIZE_CLASSES[sizeClass]?.fromBytes ?? null)),
    }),
    belowBytes: t.field({
      type: 'BigInt',
      nullable: true,
      resolve: ({ sizeClass }) => (sizeClass === null ? null : (SIZE_CLASSES[sizeClass]?.belowBytes ?? null)),
    }),
    count: t.exposeInt('count'),
    medianBlocks: t.exposeInt('medianBlocks'),
    p90Blocks: t.exposeInt('p90Blocks'),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ view, count }) => pickupFigures(view, count),
    }),
  }),
});

const ReasonCountRef = builder.objectRef<{ reason: WaitingReason; count: number }>('WaitingReasonCount').implement({
  fields: (t) => ({
    reason: t.expose('reason', { type: WaitingReasonEnum }),
    count: t.exposeInt('count'),
  }),
});

export const WaitingRoomRef = builder.objectRef<Spanned>('WaitingRoom').implement({
  description: 'All waiting files at once, and how long others waited.',
  fields: (t) => ({
    asOf: t.int({ resolve: ({ view }) => view.height }),
    specVersion: t.int({
      nullable: true,
      description: 'of the runtime of the block',
      resolve: async ({ view }, _args, ctx) =>
        (await loadOne(ctx, blocks, view, String(view.height)))?.specVersion ?? null,
    }),
    fromBlock: t.int({ description: 'first block looked back to', resolve: ({ span }) => span.after + 1 }),
    reasons: t.field({
      type: [ReasonCountRef],
      complexity: { field: 5, multiplier: 3 },
      resolve: async ({ view }, _args, ctx) =>
        Object.entries(await loadReasons(ctx, view)).map(([reason, count]) => ({
          reason: reason as WaitingReason,
          count,
        })),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 3 },
      description: 'of the reasons’ counts, by the reason’s name',
      resolve: async ({ view }, _args, ctx) => reasonFigures(view, await loadReasons(ctx, view)),
    }),
    processedBlock: t.int({
      nullable: true,
      description: 'block up to which the spower service has gone through reports; null before spec 23',
      resolve: async ({ view }, _args, ctx) => (await loadService(ctx, view))?.lastProcessedBlockWorkReports ?? null,
    }),
    replicasUpdateBlock: t.int({
      nullable: true,
      description: 'block in which it last wrote replicas',
      resolve: async ({ view }, _args, ctx) => (await loadService(ctx, view))?.lastReplicasUpdateBlock ?? null,
    }),
    overall: t.field({
      type: PickupTimeRef,
      nullable: true,
      description: 'over all sizes; null when no file got its first replica in these blocks',
      resolve: async (room, _args, ctx) => {
        const row = (await loadPickup(ctx, room.view, room.span)).find(({ sizeClass }) => sizeClass === null);
        return row === undefined || row.count === 0 ? null : { ...row, ...room };
      },
    }),
    classes: t.field({
      type: [PickupTimeRef],
      complexity: { field: 5, multiplier: SIZE_CLASSES.length },
      description: 'by size, smallest first; classes without a file are left out',
      resolve: async (room, _args, ctx) =>
        (await loadPickup(ctx, room.view, room.span))
          .filter(({ sizeClass }) => sizeClass !== null)
          .sort((a, b) => (a.sizeClass ?? 0) - (b.sizeClass ?? 0))
          .map((row) => ({ ...row, ...room })),
    }),
  }),
});

PickupOwnerRef.implement({
  description: 'An owner among the replicas of files that got their first one in the blocks asked about.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'address' }),
    account: t.field({ type: AccountRef, resolve: (row) => ({ id: row.id, view: row.view }) }),
    count: t.exposeInt('count', { description: 'of these files it stores' }),
    medianBlocks: t.exposeInt('medianBlocks', { description: 'from the order to its replica, by nearest rank' }),
    fastestBlocks: t.exposeInt('fastestBlocks'),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 3 },
      resolve: ownerFigures,
    }),
  }),
});
