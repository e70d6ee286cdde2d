import { serviceLagBlocks, slotOfBlock } from '@moho/protocol';
import { builder } from '../../builder';
import type { Context } from '../../context';
import { loadKeyed, scopeOf } from '../../database/load';
import type { Seen } from '../../database/view';
import { readCount } from '../../input';
import type { SpowerServiceRow } from '../../market/spower-service';
import { storageReceipt } from '../../receipt/node';
import { encoded, u32 } from '../../receipt/scale';
import { items } from '../../receipt/storage-key';
import { ReceiptRef } from '../../receipt/type';
import { type LagRow, serviceLags, type WaitingReportsRow, waitingReports } from './sql';

const MAX_SLOTS = 720;
const DEFAULT_SLOTS = 168;

/** What the service has not got to yet; one statement however many of its figures are asked for. */
const loadWaitingReports = async (
  ctx: Context,
  { view, lastProcessedBlockWorkReports }: Seen<SpowerServiceRow>,
): Promise<WaitingReportsRow> => {
  const after = lastProcessedBlockWorkReports ?? 0;
  const row = await loadKeyed(
    ctx,
    'waitingReports',
    view,
    String(after),
    async (scope) => new Map([[String(after), await waitingReports(scope, after)]]),
  );
  if (row === null) throw new Error(`nothing came back about reports after block ${after}`);
  return row;
};

const LagRef = builder.objectRef<LagRow>('ServiceLag').implement({
  fields: (t) => ({
    slot: t.exposeInt('slot'),
    lagBlocks: t.exposeInt('lagBlocks', { description: 'most blocks it was behind at any block of the slot' }),
  }),
});

export const SpowerServiceRef = builder.objectRef<Seen<SpowerServiceRow>>('SpowerService').implement({
  description:
    'The service that, from spec 23 on, carries the files of work reports over to the market; the chain keeps the blocks it has got to.',
  fields: (t) => ({
    lastProcessedBlock: t.exposeInt('lastProcessedBlockWorkReports', {
      nullable: true,
      description: 'Swork.LastProcessedBlockWorkReports: reports up to this block are applied',
    }),
    lastReplicasUpdateBlock: t.exposeInt('lastReplicasUpdateBlock', { nullable: true }),
    lastSpowerCalculateBlock: t.exposeInt('lastSpowerCalculateBlock', { nullable: true }),
    lastSpowerUpdateBlock: t.exposeInt('lastSpowerUpdateBlock', { nullable: true }),
    lagBlocks: t.int({
      nullable: true,
      description: 'blocks it is behind; null before it has begun',
      resolve: ({ view, lastProcessedBlockWorkReports }) =>
        serviceLagBlocks(view.height, lastProcessedBlockWorkReports || null),
    }),
    waitingReports: t.int({
      description: 'accepted reports with files that it has not got to',
      resolve: async (service, _args, ctx) => (await loadWaitingReports(ctx, service)).reports,
    }),
    waitingFiles: t.field({
      type: 'BigInt',
      description: 'files these reports name',
      resolve: async (service, _args, ctx) => (await loadWaitingReports(ctx, service)).files,
    }),
    oldestWaitingBlock: t.int({
      nullable: true,
      resolve: async (service, _args, ctx) => (await loadWaitingReports(ctx, service)).oldestBlock,
    }),
    lags: t.field({
      type: [LagRef],
      complexity: ({ slots }) => ({ field: 5, multiplier: Math.min(Math.max(slots ?? DEFAULT_SLOTS, 1), 1000) / 10 }),
      args: { slots: t.arg.int({ defaultValue: DEFAULT_SLOTS }) },
      description: `the worst lag of each of the last slots (at most ${MAX_SLOTS}), oldest first; slots before it began are left out`,
      resolve: ({ view }, { slots }, ctx) => {
        const count = readCount('slots', slots ?? DEFAULT_SLOTS, MAX_SLOTS);
        const last = slotOfBlock(view.height, ctx.profile);
        return serviceLags(scopeOf(ctx, view), Math.max(0, last - (count - 1) * ctx.profile.slotBlocks), last);
      },
    }),
    receipt: t.field({
      type: ReceiptRef,
      description: 'of lastProcessedBlock',
      resolve: ({ view, sinceBlock, lastProcessedBlockWorkReports: block }) =>
        storageReceipt(view, items.lastProcessedBlock(), sinceBlock, () =>
          block === null ? null : encoded(u32(block)),
        ),
    }),
  }),
});
