import { subscribe } from '../api/subscribe';
import { graphql, type ResultOf } from '../graphql';
import { answersOf } from './answers';
import { amountColumns, type CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const SettlementRowsDocument = graphql(`
  subscription SettlementRows($outcome: SettlementOutcome, $at: Int) {
    settlementRows(outcome: $outcome, at: $at) {
      asOf
      rows {
        cid sizeBytes amount prepaid expiredAt overdueBlocks callerGain fee net outcome renewalCost prepaidAfter
        expiredAtAfter callData
      }
    }
  }
`);

export type SettlementExportRow = ResultOf<typeof SettlementRowsDocument>['settlementRows']['rows'][number];

export const settlementRowColumns: CsvColumn<SettlementExportRow>[] = [
  { header: 'cid', cell: (row) => row.cid },
  { header: 'expired_at_block', cell: (row) => row.expiredAt },
  { header: 'overdue_blocks', cell: (row) => row.overdueBlocks },
  { header: 'size_bytes', cell: (row) => row.sizeBytes },
  ...amountColumns<SettlementExportRow>('caller_gets', (row) => row.callerGain),
  ...amountColumns<SettlementExportRow>('fee', (row) => row.fee),
  ...amountColumns<SettlementExportRow>('left', (row) => row.net),
  { header: 'outcome', cell: (row) => row.outcome },
  ...amountColumns<SettlementExportRow>('renewal_cost', (row) => row.renewalCost),
  ...amountColumns<SettlementExportRow>('prepaid', (row) => row.prepaid),
  ...amountColumns<SettlementExportRow>('prepaid_after', (row) => row.prepaidAfter),
  // 0 means that the file waits for a replica again: no block, so an empty cell
  { header: 'paid_until_block_after', cell: (row) => row.expiredAtAfter || null },
  { header: 'call_data', cell: (row) => row.callData },
];

/** All expired files with what settling each would give, as of one block. */
export async function* settlements(
  outcome: 'RENEWED' | 'CLOSED' | null,
  at: number | null,
  signal: AbortSignal,
): AsyncGenerator<ExportBatch<SettlementExportRow>> {
  const told = subscribe(SettlementRowsDocument, { outcome, at }, signal);
  for await (const { settlementRows } of answersOf(told)) yield settlementRows;
}
