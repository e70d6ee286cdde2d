import { builder } from '../builder';
import { byId, type List, tableSource } from '../database/sql';
import type { Seen } from '../database/view';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { ReceiptRef } from '../receipt/type';
import { encodeFile } from './raw';

/** The row that the later map holds of a file of the older one; sizes and amounts as decimal text. */
export interface LaterFileRow {
  id: string;
  cidHex: string;
  sizeBytes: string;
  spower: string;
  expiredAt: number;
  calculatedAt: number;
  amount: string;
  prepaid: string;
  reportedReplicaCount: number;
  remainingPaidCount: number;
  sinceBlock: number;
}

export const laterFiles: List<LaterFileRow> = {
  name: 'laterFiles',
  source: tableSource(
    'later_files',
    'id, cid_hex, size_bytes, spower, expired_at, calculated_at, amount, prepaid, reported_replica_count, remaining_paid_count',
  ),
  ordering: byId,
};

const GENERATION = 17;
const NO_USED = { usedSizeBytes: null, reportedGroupCount: null, usedGroups: null };

export const LaterFileRef = builder.objectRef<Seen<LaterFileRow>>('LaterFileState').implement({
  description:
    'The row in Market.FilesV2 of a file that Market.Files holds, too, in runtime 17: orders of that time went to the later map while machines still reported for the older one. When the older row moves it takes this one’s place, and what was paid here stays in the storage pot.',
  fields: (t) => ({
    sizeBytes: t.expose('sizeBytes', { type: 'BigInt' }),
    spower: t.expose('spower', { type: 'BigInt' }),
    expiredAt: t.exposeInt('expiredAt'),
    calculatedAt: t.exposeInt('calculatedAt'),
    amount: t.expose('amount', { type: 'BigInt' }),
    prepaid: t.expose('prepaid', { type: 'BigInt' }),
    reportedReplicaCount: t.exposeInt('reportedReplicaCount'),
    remainingPaidCount: t.exposeInt('remainingPaidCount'),
    sinceBlock: t.exposeInt('sinceBlock', { description: 'block that wrote this version' }),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (row) =>
        storageReceipt(row.view, items.file(row.cidHex, GENERATION), row.sinceBlock, () =>
          encodeFile({ ...row, ...NO_USED, generation: GENERATION, replicas: [] }),
        ),
    }),
  }),
});
