import type { FileStatus } from '@moho/protocol/file-status';
import { subscribe } from '../api/subscribe';
import { graphql, type ResultOf } from '../graphql';
import { answersOf } from './answers';
import { amountColumns, type CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const FileRowsDocument = graphql(`
  subscription FileRows($filter: FileRowsFilter, $at: Int) {
    fileRows(filter: $filter, at: $at) {
      asOf
      rows {
        cid status sizeBytes expiredAt expiresAtTime liveOwners liveReplicas reportedReplicas storedEntries spower
        amount prepaid orders spent firstOrderBlock
      }
    }
  }
`);

export type FileRow = ResultOf<typeof FileRowsDocument>['fileRows']['rows'][number];

/** 0 means that the paid time has not begun: no block, so an empty cell. */
const paidUntil = ({ expiredAt }: { expiredAt: number | null }) => expiredAt || null;

export const fileRowColumns: CsvColumn<FileRow>[] = [
  { header: 'cid', cell: (row) => row.cid },
  { header: 'status', cell: (row) => row.status },
  { header: 'size_bytes', cell: (row) => row.sizeBytes },
  { header: 'paid_until_block', cell: paidUntil },
  { header: 'paid_until_utc', cell: (row) => row.expiresAtTime },
  { header: 'live_owners', cell: (row) => row.liveOwners },
  { header: 'live_replicas', cell: (row) => row.liveReplicas },
  { header: 'reported_replicas', cell: (row) => row.reportedReplicas },
  { header: 'stored_entries', cell: (row) => row.storedEntries },
  { header: 'spower_bytes', cell: (row) => row.spower },
  ...amountColumns<FileRow>('prepaid', (row) => row.prepaid),
  ...amountColumns<FileRow>('unspent', (row) => row.amount),
  { header: 'orders', cell: (row) => row.orders },
  ...amountColumns<FileRow>('spent', (row) => row.spent),
  { header: 'first_order_block', cell: (row) => row.firstOrderBlock },
];

/** All files an account ordered, as of one block. */
export async function* orderedFiles(
  account: string,
  status: Exclude<FileStatus, 'NEVER_ORDERED'> | null,
  at: number | null,
  signal: AbortSignal,
): AsyncGenerator<ExportBatch<FileRow>> {
  const told = subscribe(FileRowsDocument, { filter: { orderedBy: account, status }, at }, signal);
  for await (const { fileRows } of answersOf(told)) yield fileRows;
}
