import { asciiToBytes, bytesToHex } from '@moho/protocol';
import { accountOf } from '../../account/load';
import { loadOne } from '../../database/load';
import { storageReceipt } from '../../receipt/node';
import { items } from '../../receipt/storage-key';
import { ReceiptRef } from '../../receipt/type';
import { sworkers } from '../../report/sql';
import { AccountRef, FileRef, ReplicaRef, SworkerRef } from '../../schema/refs';
import { type FileNode, loadFacts } from '../load';
import { rawFile } from '../raw';
import type { NotLiveCode } from '../sql';

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
