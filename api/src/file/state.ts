import { builder } from '../builder';
import type { Context } from '../context';
import type { View } from '../database/view';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { ReceiptRef } from '../receipt/type';
import { isWhole, rawFile } from './raw';
import type { StoredFileRow } from './sql';

/** The row that stands, or of a closed file the last one. */
export type StoredState = StoredFileRow & { view: View; endedAtBlock: number | null; stands: boolean };

export const FileStateRef = builder.objectRef<StoredState>('FileState').implement({
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
        const raw = isWhole(s) ? (ctx: Context) => rawFile(ctx, s.view, s.id, block) : null;
        return storageReceipt(s.view, items.file(s.cidHex, s.generation), s.sinceBlock, raw, block);
      },
    }),
  }),
});
