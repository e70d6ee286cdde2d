import { subscribe } from '../api/subscribe';
import { graphql, type ResultOf } from '../graphql';
import { answersOf } from './answers';
import { amountColumns, type CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const IncomeRowsDocument = graphql(`
  subscription IncomeRows($guarantor: String!, $at: Int) {
    guarantorIncomeRows(guarantor: $guarantor, at: $at) {
      asOf
      rows { era stash nominal value clipped guaranteeFeePerbill state amount erasLeft yearlyPerbill }
    }
  }
`);

export type IncomeRow = ResultOf<typeof IncomeRowsDocument>['guarantorIncomeRows']['rows'][number];

export const incomeRowColumns: CsvColumn<IncomeRow>[] = [
  { header: 'era', cell: (row) => row.era },
  { header: 'node', cell: (row) => row.stash },
  ...amountColumns<IncomeRow>('guaranteed', (row) => row.nominal),
  ...amountColumns<IncomeRow>('effective', (row) => row.value),
  { header: 'clipped', cell: (row) => row.clipped },
  { header: 'guarantee_fee_perbill', cell: (row) => row.guaranteeFeePerbill },
  { header: 'state', cell: (row) => row.state },
  ...amountColumns<IncomeRow>('brought', (row) => row.amount),
  { header: 'eras_left_to_claim', cell: (row) => row.erasLeft },
  { header: 'yearly_perbill', cell: (row) => row.yearlyPerbill },
];

/** Every era and node a guarantor stood behind, as of one block. */
export async function* incomeRows(
  guarantor: string,
  at: number | null,
  signal: AbortSignal,
): AsyncGenerator<ExportBatch<IncomeRow>> {
  const told = subscribe(IncomeRowsDocument, { guarantor, at }, signal);
  for await (const { guarantorIncomeRows } of answersOf(told)) yield guarantorIncomeRows;
}
