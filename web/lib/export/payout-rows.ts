import { subscribe } from '../api/subscribe';
import { graphql, type ResultOf } from '../graphql';
import { answersOf } from './answers';
import { amountColumns, type CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const PayoutRowsDocument = graphql(`
  subscription PayoutRows($owner: String!, $from: Int, $to: Int, $at: Int) {
    payoutRows(owner: $owner, fromEra: $from, toEra: $to, at: $at) {
      asOf
      rows { era endBlock endTime eraAmount paymentId eraWorkload slots member amount workload countedSlots lostSlots }
    }
  }
`);

export type PayoutRow = ResultOf<typeof PayoutRowsDocument>['payoutRows']['rows'][number];

export const payoutRowColumns: CsvColumn<PayoutRow>[] = [
  { header: 'era', cell: (row) => row.era },
  { header: 'era_end_utc', cell: (row) => row.endTime },
  { header: 'machine', cell: (row) => row.member },
  ...amountColumns<PayoutRow>('share', (row) => row.amount),
  { header: 'workload_bytes_summed', cell: (row) => row.workload },
  { header: 'slots_counted', cell: (row) => row.countedSlots },
  { header: 'slots_lost', cell: (row) => row.lostSlots },
  ...amountColumns<PayoutRow>('owner_era', (row) => row.eraAmount),
  { header: 'group_workload_bytes_summed', cell: (row) => row.eraWorkload },
  { header: 'payment_event', cell: (row) => row.paymentId },
  { header: 'slots', cell: (row) => row.slots.join(' ') },
];

/** A group's payout sheet era by era and machine by machine, as of one block. */
export async function* payoutRows(
  question: { owner: string; from: number | null; to: number | null; at: number | null },
  signal: AbortSignal,
): AsyncGenerator<ExportBatch<PayoutRow>> {
  for await (const { payoutRows: batch } of answersOf(subscribe(PayoutRowsDocument, question, signal))) yield batch;
}
