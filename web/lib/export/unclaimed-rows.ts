import { subscribe } from '../api/subscribe';
import { graphql, type ResultOf, type VariablesOf } from '../graphql';
import { answersOf } from './answers';
import { amountColumns, type CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const UnclaimedRowsDocument = graphql(`
  subscription UnclaimedRows($filter: UnclaimedFilter, $at: Int) {
    unclaimedRows(filter: $filter, at: $at) {
      asOf
      rows { era erasLeft lostTime stash total account isValidator amount state callData }
    }
  }
`);

export type UnclaimedExportRow = ResultOf<typeof UnclaimedRowsDocument>['unclaimedRows']['rows'][number];

export const unclaimedRowColumns: CsvColumn<UnclaimedExportRow>[] = [
  { header: 'era', cell: (row) => row.era },
  { header: 'eras_left', cell: (row) => row.erasLeft },
  { header: 'lost_about', cell: (row) => row.lostTime },
  { header: 'node', cell: (row) => row.stash },
  ...amountColumns<UnclaimedExportRow>('era_pays_in_all', (row) => row.total),
  { header: 'account', cell: (row) => row.account },
  { header: 'is_node', cell: (row) => row.isValidator },
  ...amountColumns<UnclaimedExportRow>('account_gets', (row) => row.amount),
  { header: 'state', cell: (row) => row.state },
  { header: 'call_data', cell: (row) => row.callData },
];

/** Everybody's part of every reward that can still be claimed, as of one block. */
export async function* unclaimedRows(
  filter: VariablesOf<typeof UnclaimedRowsDocument>['filter'],
  at: number | null,
  signal: AbortSignal,
): AsyncGenerator<ExportBatch<UnclaimedExportRow>> {
  const told = subscribe(UnclaimedRowsDocument, { filter, at }, signal);
  for await (const { unclaimedRows } of answersOf(told)) yield unclaimedRows;
}
