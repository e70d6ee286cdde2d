import { builder } from '../builder';
import { BATCH_ROWS, type Batch } from '../database/long-read';
import { notLiveSentence } from '../file/replica/type';
import { FileStatusEnum } from '../schema/enums';
import type { FileExportRow, ReplicaExportRow } from './rows';

const FileRowRef = builder.objectRef<FileExportRow>('FileRow').implement({
  description: 'One file of an export. Of a file that is gone, sizes and amounts are those of its last version.',
  fields: (t) => ({
    cid: t.string({ resolve: (f) => f.facts.id }),
    status: t.expose('status', { type: FileStatusEnum }),
    sizeBytes: t.field({ type: 'BigInt', nullable: true, resolve: (f) => f.facts.sizeBytes ?? null }),
    expiredAt: t.int({
      nullable: true,
      description: 'end of the paid time; 0 = no replica yet',
      resolve: (f) => f.facts.expiredAt ?? null,
    }),
    expiresAtTime: t.expose('expiresAtTime', { type: 'DateTime', nullable: true }),
    liveOwners: t.int({ resolve: (f) => f.facts.liveOwners }),
    liveReplicas: t.int({ resolve: (f) => f.facts.live }),
    reportedReplicas: t.int({ resolve: (f) => (f.facts.stands ? (f.facts.reportedReplicaCount ?? 0) : 0) }),
    storedEntries: t.int({ resolve: (f) => f.facts.entries }),
    spower: t.field({ type: 'BigInt', nullable: true, resolve: (f) => f.facts.spower ?? null }),
    amount: t.field({ type: 'BigInt', nullable: true, resolve: (f) => f.facts.amount ?? null }),
    prepaid: t.field({ type: 'BigInt', nullable: true, resolve: (f) => f.facts.prepaid ?? null }),
    orders: t.int({
      nullable: true,
      description: 'of the account asked about',
      resolve: (f) => f.ordered?.orders ?? null,
    }),
    spent: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'the legs of those it paid, summed',
      resolve: (f) => f.ordered?.spent ?? null,
    }),
    firstOrderBlock: t.int({ nullable: true, resolve: (f) => f.ordered?.firstBlock ?? null }),
  }),
});

const ReplicaRowRef = builder.objectRef<ReplicaExportRow>('ReplicaRow').implement({
  description: 'One replica of an export, and its file.',
  fields: (t) => ({
    file: t.field({ type: FileRowRef, resolve: (r) => r.file }),
    owner: t.string({ nullable: true, resolve: (r) => r.replica.owner }),
    who: t.string({ resolve: (r) => r.replica.who }),
    anchor: t.string({ resolve: (r) => r.replica.anchor }),
    validAt: t.int({ resolve: (r) => r.replica.validAt }),
    live: t.boolean({ resolve: (r) => r.replica.notLiveCode === null }),
    notLiveBecause: t.string({ nullable: true, resolve: (r) => notLiveSentence(r.replica.notLiveCode) }),
  }),
});

export const AS_OF = 'block as of which all rows of the export hold';
const rowsComplexity = { field: 1, multiplier: BATCH_ROWS };

export const FileBatchRef = builder.objectRef<Batch<FileExportRow>>('FileRowBatch').implement({
  fields: (t) => ({
    asOf: t.int({ description: AS_OF, resolve: (b) => b.view.height }),
    rows: t.field({ type: [FileRowRef], complexity: rowsComplexity, resolve: (b) => b.rows }),
  }),
});

export const ReplicaBatchRef = builder.objectRef<Batch<ReplicaExportRow>>('ReplicaRowBatch').implement({
  fields: (t) => ({
    asOf: t.int({ description: AS_OF, resolve: (b) => b.view.height }),
    rows: t.field({ type: [ReplicaRowRef], complexity: rowsComplexity, resolve: (b) => b.rows }),
  }),
});
