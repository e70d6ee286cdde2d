import { asciiToBytes, bytesToHex } from '@moho/protocol';
import { accountOf } from '../../account/load';
import { loadKeyed, loadOne } from '../../database/load';
import { readyPeriod } from '../../market/spower-service';
import { storageReceipt } from '../../receipt/node';
import { items } from '../../receipt/storage-key';
import { ReceiptRef } from '../../receipt/type';
import { sworkers } from '../../report/sql';
import { AccountRef, FileRef, ReplicaRef, SworkerRef } from '../../schema/refs';
import { type FileNode, loadFacts, timeOfBlock } from '../load';
import { rawFile } from '../raw';
import type { NotLiveCode } from '../sql';
import { paidKey, paidToOwners } from './paid';

const NOT_LIVE: Record<NotLiveCode, string> = {
  NO_IDENTITY: 'the account no longer reports work',
  OTHER_ANCHOR: 'the account reports under another anchor now',
  NO_REPORT: 'the chain holds no work report of this anchor any more',
  SILENT: 'the node has not reported since before the last finished slot',
  NO_CODE: 'the enclave key or its code is gone',
  CODE_EXPIRED: 'the sWorker version has expired',
};

/** Why a replica is not live, in words. */
export const notLiveSentence = (code: NotLiveCode | null): string | null => (code === null ? null : NOT_LIVE[code]);

ReplicaRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    fileId: t.exposeString('fileId'),
    file: t.field({ type: FileRef, resolve: (r): FileNode => ({ id: r.fileId, view: r.view }) }),
    owner: t.exposeString('owner', { nullable: true, description: 'the map’s key; null before spec 17' }),
    ownerAccount: t.field({ type: AccountRef, nullable: true, resolve: (r) => accountOf(r.owner, r.view) }),
    countedOwner: t.exposeString('countedOwner', {
      description:
        'who counts for it among independent owners: the map’s key; before spec 17 the reporter’s group owner, or itself',
    }),
    countedOwnerAccount: t.field({ type: AccountRef, resolve: (r) => ({ id: r.countedOwner, view: r.view }) }),
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
    maturesAt: t.int({
      nullable: true,
      description:
        'first block at which calculate_spowers may count the file’s spower for it (created_at + SpowerReadyPeriod); null once matured',
      resolve: async (r, _args, ctx) => (r.createdAt === null ? null : r.createdAt + (await readyPeriod(ctx, r.view))),
    }),
    maturesAtTime: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'its time; an estimate by the block time when it lies ahead',
      resolve: async (r, _args, ctx) =>
        r.createdAt === null ? null : timeOfBlock(ctx, r.view, r.createdAt + (await readyPeriod(ctx, r.view))),
    }),
    lastReportSlot: t.exposeInt('lastReportSlot', {
      nullable: true,
      description: 'slot of the last work report of its anchor; null when the chain holds none',
    }),
    paid: t.field({
      type: 'BigInt',
      description:
        'pico-CRU its owner was credited for this file since the last new order; 0 for most: the first four are paid',
      resolve: async (r, _args, ctx) =>
        (await loadKeyed(ctx, 'paidToOwners', r.view, paidKey(r.fileId, r.countedOwner), paidToOwners)) ?? '0',
    }),
    live: t.boolean({ resolve: (r) => r.notLiveCode === null }),
    notLiveBecause: t.string({
      nullable: true,
      description: 'why it is not live',
      resolve: (r) => notLiveSentence(r.notLiveCode),
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
          items.file(facts.cidHex ?? bytesToHex(asciiToBytes(r.fileId)), facts.generation ?? 17),
          r.sinceBlock,
          (inner) => rawFile(inner, r.view, r.fileId, r.view.height),
        );
      },
    }),
  }),
});
