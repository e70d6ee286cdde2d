import { affordableRenewals, orderRules, SAFE_LIVE_OWNERS } from '@moho/protocol';
import { accountOf } from '../account/load';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import type { Context } from '../context';
import { loadAllBy, loadKeyed, loadOne, loadPageUnder } from '../database/load';
import type { View } from '../database/view';
import { cidHexOf, cidSiblings } from '../input';
import { feesOf, loadPrice } from '../market/load';
import { firstOrders, orders } from '../market/sql';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { FigureReceiptRef, ReceiptRef } from '../receipt/type';
import { sworkers } from '../report/sql';
import { FileEvents, Orders } from '../schema/connections';
import { FileStatusEnum } from '../schema/enums';
import { AccountRef, FileEventRef, FileRef, OrderRef, ReplicaRef, SworkerRef } from '../schema/refs';
import { fileEvents } from './event/sql';
import { fileFigures } from './figures';
import { type FileNode, loadFacts, statusOf, timeOfBlock } from './load';
import { rawFile } from './raw';
import { fileSentence } from './sentence';
import { type FileFactsRow, type NotLiveCode, replicasByPosition, type StoredFileRow } from './sql';

const ReplicaCountsRef = builder.objectRef<{ facts: FileFactsRow }>('ReplicaCounts').implement({
  fields: (t) => ({
    reported: t.int({
      description: 'reported_replica_count: what the chain counts and what sets spower',
      resolve: ({ facts }) => (facts.stands ? (facts.reportedReplicaCount ?? 0) : 0),
    }),
    entries: t.int({
      description: 'entries stored with the file (one per owner, at most 200)',
      resolve: ({ facts }) => facts.entries,
    }),
    live: t.int({
      description:
        'entries whose anchor is still that account’s, reported in the last finished slot or later, under a code that has not expired',
      resolve: ({ facts }) => facts.live,
    }),
    liveOwners: t.int({
      description: 'independent owners among the live ones: members of one group count once; decides the status',
      resolve: ({ facts }) => facts.liveOwners,
    }),
  }),
});

type StoredState = StoredFileRow & { view: View; endedAtBlock: number | null; stands: boolean };

const FileStateRef = builder.objectRef<StoredState>('FileState').implement({
  description:
    'The file as the chain stores it; field by field Market.FilesV2 (or Market.Files before spec 17). Of a closed file the last version.',
  fields: (t) => ({
    cidHex: t.exposeString('cidHex'),
    generation: t.exposeInt('generation', { description: '1 = specs 1-2, 3 = specs 3-16, 17 = FilesV2' }),
    sizeBytes: t.expose('sizeBytes', { type: 'BigInt' }),
    spower: t.expose('spower', { type: 'BigInt', nullable: true }),
    expiredAt: t.exposeInt('expiredAt', { description: 'end of the paid time; 0 = no replica yet' }),
    calculatedAt: t.exposeInt('calculatedAt'),
    amount: t.expose('amount', { type: 'BigInt' }),
    prepaid: t.expose('prepaid', { type: 'BigInt' }),
    reportedReplicaCount: t.exposeInt('reportedReplicaCount'),
    remainingPaidCount: t.exposeInt('remainingPaidCount', { nullable: true }),
    usedSizeBytes: t.expose('usedSizeBytes', { type: 'BigInt', nullable: true }),
    reportedGroupCount: t.exposeInt('reportedGroupCount', { nullable: true }),
    usedGroups: t.exposeString('usedGroups', { nullable: true }),
    sinceBlock: t.exposeInt('sinceBlock', { description: 'block that wrote this version' }),
    endedAtBlock: t.int({
      nullable: true,
      description: 'block at which the chain deleted the file; null while it stands',
      resolve: (s) => (s.stands ? null : s.endedAtBlock),
    }),
    receipt: t.field({
      type: ReceiptRef,
      description: 'of a closed file as of the last block it stood in',
      resolve: (s) => {
        const block = s.stands || s.endedAtBlock === null ? s.view.height : s.endedAtBlock - 1;
        const raw = (ctx: Context) => rawFile(ctx, s.view, s.id, block);
        return storageReceipt(s.view, items.file(s.cidHex, s.generation), s.sinceBlock, raw, block);
      },
    }),
  }),
});

const CidSiblingRef = builder
  .objectRef<{ cid: string; version: number; encoding: string; view: View }>('CidSibling')
  .implement({
    description: 'Same content under another spelling; for the chain these are different files.',
    fields: (t) => ({
      cid: t.exposeString('cid'),
      version: t.exposeInt('version'),
      encoding: t.exposeString('encoding'),
      file: t.field({ type: FileRef, resolve: (s): FileNode => ({ id: s.cid, view: s.view }) }),
    }),
  });

const byFile = { column: 'file_id', type: 'text' } as const;

FileRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the CID' }),
    cid: t.exposeString('id'),
    cidHex: t.string({
      resolve: async (f, _args, ctx) =>
        f.id.startsWith('~') ? ((await loadFacts(ctx, f)).cidHex ?? '0x') : cidHexOf(f.id),
    }),
    asOf: t.int({ resolve: (f) => f.view.height }),
    status: t.field({
      type: FileStatusEnum,
      resolve: async (f, _args, ctx) => statusOf(await loadFacts(ctx, f), f.view),
    }),
    sentence: t.string({
      description: 'the status in one sentence',
      resolve: async (f, _args, ctx) => {
        const facts = await loadFacts(ctx, f);
        return fileSentence({
          status: statusOf(facts, f.view),
          block: f.view.height,
          expiredAt: facts.expiredAt ?? null,
          closingBlock: facts.closingBlock ?? facts.endedAtBlock,
          reported: facts.reportedReplicaCount ?? 0,
          live: facts.live,
          liveOwners: facts.liveOwners,
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
      complexity: { field: 1, multiplier: 2 },
      resolve: (f) => cidSiblings(f.id).map((sibling) => ({ ...sibling, view: f.view })),
    }),
    renewalsAffordable: t.int({
      nullable: true,
      description: 'renewals the prepaid pool pays at the prices of the block',
      resolve: async (f, _args, ctx) => {
        const { stands, prepaid, sizeBytes } = await loadFacts(ctx, f);
        const price = await loadPrice(ctx, f.view);
        if (!stands || prepaid == null || sizeBytes == null || price === null) return null;
        const spec = (await loadOne(ctx, blocks, f.view, String(f.view.height)))?.specVersion;
        if (spec === undefined) return null;
        const times = affordableRenewals(BigInt(prepaid), BigInt(sizeBytes), feesOf(price), orderRules(spec));
        return Number(times > 2_147_483_647n ? 2_147_483_647n : times);
      },
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
      { type: FileEventRef, resolve: (f, args, ctx) => loadPageUnder(ctx, fileEvents, f.view, byFile, f.id, args) },
      FileEvents,
    ),
  }),
});

const NOT_LIVE: Record<NotLiveCode, string> = {
  NO_IDENTITY: 'the account no longer reports work',
  OTHER_ANCHOR: 'the account reports under another anchor now',
  NO_REPORT: 'the chain holds no work report of this anchor any more',
  SILENT: 'the node has not reported since before the last finished slot',
  NO_CODE: 'the enclave key or its code is gone',
  CODE_EXPIRED: 'the sWorker version has expired',
};

ReplicaRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    fileId: t.exposeString('fileId'),
    file: t.field({ type: FileRef, resolve: (r): FileNode => ({ id: r.fileId, view: r.view }) }),
    owner: t.exposeString('owner', { nullable: true, description: 'the map’s key; null before spec 17' }),
    ownerAccount: t.field({ type: AccountRef, nullable: true, resolve: (r) => accountOf(r.owner, r.view) }),
    position: t.exposeInt('position'),
    who: t.exposeString('who'),
    whoAccount: t.field({ type: AccountRef, resolve: (r) => ({ id: r.who, view: r.view }) }),
    anchor: t.exposeString('anchor'),
    validAt: t.exposeInt('validAt'),
    isReported: t.exposeBoolean('isReported'),
    createdAt: t.exposeInt('createdAt', { nullable: true }),
    matured: t.boolean({
      description: 'counts spower instead of size (created_at is empty)',
      resolve: (r) => r.createdAt === null,
    }),
    live: t.boolean({ resolve: (r) => r.notLiveCode === null }),
    notLiveBecause: t.string({
      nullable: true,
      description: 'why it is not live',
      resolve: (r) => (r.notLiveCode === null ? null : NOT_LIVE[r.notLiveCode]),
    }),
    sworker: t.field({
      type: SworkerRef,
      nullable: true,
      resolve: (r, _args, ctx) => loadOne(ctx, sworkers, r.view, r.anchor),
    }),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      description: 'receipt of the file, whose value holds the replica',
      resolve: async (r, _args, ctx) => {
        const facts = await loadFacts(ctx, { id: r.fileId, view: r.view });
        return storageReceipt(
          r.view,
          items.file(facts.cidHex ?? cidHexOf(r.fileId), facts.generation ?? 17),
          r.sinceBlock,
          (inner) => rawFile(inner, r.view, r.fileId, r.view.height),
        );
      },
    }),
  }),
});
