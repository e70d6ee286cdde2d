import { subscribe } from '../api/subscribe';
import { graphql, type ResultOf } from '../graphql';
import { answersOf } from './answers';
import { amountColumns, type CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const WaitingRowsDocument = graphql(`
  subscription WaitingRows($at: Int) {
    waitingRows(at: $at) {
      asOf
      rows { cid waitingSince waitingSinceTime ageBlocks sizeBytes amount tips orders reason reportedBlock }
    }
  }
`);

export type WaitingExportRow = ResultOf<typeof WaitingRowsDocument>['waitingRows']['rows'][number];

export const waitingRowColumns: CsvColumn<WaitingExportRow>[] = [
  { header: 'cid', cell: (row) => row.cid },
  { header: 'waiting_since_block', cell: (row) => row.waitingSince },
  { header: 'waiting_since_utc', cell: (row) => row.waitingSinceTime },
  { header: 'age_blocks', cell: (row) => row.ageBlocks },
  { header: 'size_bytes', cell: (row) => row.sizeBytes },
  ...amountColumns<WaitingExportRow>('tips', (row) => row.tips),
  ...amountColumns<WaitingExportRow>('for_owners', (row) => row.amount),
  { header: 'orders', cell: (row) => row.orders },
  { header: 'reason', cell: (row) => row.reason },
  { header: 'reported_in_block', cell: (row) => row.reportedBlock },
];

/** All files that wait for their first replica, as of one block. */
export async function* waitingFiles(
  at: number | null,
  signal: AbortSignal,
): AsyncGenerator<ExportBatch<WaitingExportRow>> {
  const told = subscribe(WaitingRowsDocument, { at }, signal);
  for await (const { waitingRows } of answersOf(told)) yield waitingRows;
}
