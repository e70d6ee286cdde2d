import { FILE_STATUS_RULES, SAFE_LIVE_OWNERS } from '@moho/protocol';
import { loadAllBy, loadKeyed, loadOne, loadPageUnder } from '../database/load';
import { firstOrders, orders } from '../market/sql';
import { FigureReceiptRef } from '../receipt/type';
import { FileEvents, Orders } from '../schema/connections';
import { FileStatusEnum } from '../schema/enums';
import { FileEventRef, FileRef, OrderRef, ReplicaRef } from '../schema/refs';
import { ReplicaCountsRef } from './counts';
import { lifeLine } from './event/sql';
import { fileFigures } from './figures';
import { LaterFileRef, laterFiles } from './later';
import { loadFacts, statusOf, timeOfBlock } from './load';
import { CidReadingRef, CidSiblingRef, cidHexOfFile, siblingsOf, textOf } from './naming';
import { fileSentence } from './sentence';
import { replicasByPosition } from './sql';
import { FileStateRef, type StoredState } from './state';
import { loadWaiting } from './waiting/load';

const byFile = { column: 'file_id', type: 'text' } as const;

FileRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the CID' }),
    cid: t.exposeString('id'),
    cidHex: t.string({
      description: 'the bytes that stand on chain where a CID belongs',
      resolve: (f, _args, ctx) => cidHexOfFile(ctx, f),
    }),
    cidText: t.string({
      nullable: true,
      description: 'those bytes as text; null when they are none',
      resolve: (f, _args, ctx) => textOf(ctx, f),
    }),
    readAs: t.field({
      type: CidReadingRef,
      nullable: true,
      description: 'what the text of the question was understood as; null when it named the file itself',
      resolve: (f) => f.reading ?? null,
    }),
    asOf: t.int({ resolve: (f) => f.view.height }),
    status: t.field({
      type: FileStatusEnum,
      resolve: async (f, _args, ctx) => statusOf(await loadFacts(ctx, f), f.view),
    }),
    statusRule: t.string({
      description: 'the rule by which it has this status',
      resolve: async (f, _args, ctx) => FILE_STATUS_RULES[statusOf(await loadFacts(ctx, f), f.view)],
    }),
    sentence: t.string({
      description: 'the status in one sentence, with the number that decides it and its block',
      resolve: async (f, _args, ctx) => {
        const facts = await loadFacts(ctx, f);
        const waiting = await loadWaiting(ctx, f);
        return fileSentence({
          status: statusOf(facts, f.view),
          block: f.view.height,
          expiredAt: facts.expiredAt ?? null,
          closingBlock: facts.stands ? null : (facts.endedAtBlock ?? facts.markBlock),
          reported: facts.reportedReplicaCount ?? 0,
          live: facts.live,
          liveOwners: facts.liveOwners,
          waiting: waiting && {
            reason: waiting.reason,
            since: waiting.row.since,
            reportedAt: waiting.row.reportBlock,
            processedBlock: waiting.service?.lastProcessedBlockWorkReports ?? null,
          },
        });
      },
    }),
    atRiskBelow: t.int({
      description: 'with fewer independent live owners than this a paid file is AT_RISK',
      resolve: () => SAFE_LIVE_OWNERS,
    }),
    state: t.field({
      type: FileStateRef,
      nullable: true,
      description: 'stored row as of the block; for a closed file the last one; null when it was never stored',
      resolve: async (f, _args, ctx) => {
        const facts = await loadFacts(ctx, f);
        return facts.cidHex == null ? null : ({ ...facts, view: f.view } as StoredState);
      },
    }),
    laterState: t.field({
      type: LaterFileRef,
      nullable: true,
      description: 'its row in the later of two maps while both hold it; null in every runtime but 17',
      resolve: (f, _args, ctx) => loadOne(ctx, laterFiles, f.view, f.id),
    }),
    expiresAtTime: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'when the paid time ends or ended; an estimate by the block time when it lies ahead',
      resolve: async (f, _args, ctx) => {
        const { expiredAt } = await loadFacts(ctx, f);
        return expiredAt ? timeOfBlock(ctx, f.view, expiredAt) : null;
      },
    }),
    replicaCounts: t.field({
      type: ReplicaCountsRef,
      resolve: async (f, _args, ctx) => ({ facts: await loadFacts(ctx, f) }),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 6 },
      description: 'receipts of the figures that are counted, not stored',
      resolve: async (f, _args, ctx) => fileFigures(f.view, await loadFacts(ctx, f)),
    }),
    replicas: t.field({
      type: [ReplicaRef],
      complexity: { field: 5, multiplier: 10 },
      resolve: (f, _args, ctx) => loadAllBy(ctx, replicasByPosition, f.view, byFile, f.id),
    }),
    siblings: t.field({
      type: [CidSiblingRef],
      complexity: { field: 2, multiplier: 2 },
      description: 'other spellings of the same content: those an order has named first, then the usual two',
      resolve: (f, _args, ctx) => siblingsOf(ctx, f),
    }),
    firstOrder: t.field({
      type: OrderRef,
      nullable: true,
      resolve: async (f, _args, ctx) => {
        const order = await loadKeyed(ctx, 'firstOrder', f.view, f.id, firstOrders);
        return order === null ? null : { ...order, view: f.view };
      },
    }),
    orders: t.connection(
      { type: OrderRef, resolve: (f, args, ctx) => loadPageUnder(ctx, orders, f.view, byFile, f.id, args) },
      Orders,
    ),
    events: t.connection(
      { type: FileEventRef, resolve: (f, args, ctx) => loadPageUnder(ctx, lifeLine, f.view, byFile, f.id, args) },
      FileEvents,
    ),
  }),
});
