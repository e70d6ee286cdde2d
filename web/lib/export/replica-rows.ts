import { subscribe } from '../api/subscribe';
import { graphql, type ResultOf } from '../graphql';
import { answersOf } from './answers';
import type { CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const ReplicaRowsDocument = graphql(`
  subscription ReplicaRows($account: String!, $at: Int) {
    replicaRows(heldBy: $account, at: $at) {
      asOf
      rows {
        owner who anchor validAt live notLiveBecause
        file { cid status sizeBytes expiredAt expiresAtTime spower liveOwners }
      }
    }
  }
`);

export type ReplicaRow = ResultOf<typeof ReplicaRowsDocument>['replicaRows']['rows'][number];

export const replicaRowColumns: CsvColumn<ReplicaRow>[] = [
  { header: 'cid', cell: (row) => row.file.cid },
  { header: 'live', cell: (row) => row.live },
  { header: 'not_live_because', cell: (row) => row.notLiveBecause },
  { header: 'size_bytes', cell: (row) => row.file.sizeBytes },
  { header: 'spower_bytes', cell: (row) => row.file.spower },
  { header: 'paid_until_block', cell: (row) => row.file.expiredAt || null },
  { header: 'paid_until_utc', cell: (row) => row.file.expiresAtTime },
  { header: 'file_status', cell: (row) => row.file.status },
  { header: 'file_live_owners', cell: (row) => row.file.liveOwners },
  { header: 'owner', cell: (row) => row.owner },
  { header: 'reported_by', cell: (row) => row.who },
  { header: 'anchor', cell: (row) => row.anchor },
  { header: 'attested_at_block', cell: (row) => row.validAt },
];

/** All replicas an account stands for, as of one block. */
export async function* heldReplicas(
  account: string,
  at: number | null,
  signal: AbortSignal,
): AsyncGenerator<ExportBatch<ReplicaRow>> {
  const told = subscribe(ReplicaRowsDocument, { account, at }, signal);
  for await (const { replicaRows } of answersOf(told)) yield replicaRows;
}
