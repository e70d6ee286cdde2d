import { subscribe } from '../api/subscribe';
import { graphql, type ResultOf } from '../graphql';
import { answersOf } from './answers';
import type { CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const GridRowsDocument = graphql(`
  subscription GridRows($owner: String, $account: String, $from: Int, $to: Int, $at: Int) {
    gridCellRows(owner: $owner, account: $account, fromSlot: $from, toSlot: $to, at: $at) {
      asOf
      rows {
        slot account owner anchor reported exempt counts punished free spower judgedAtBlock reportBlock late rejected duplicates
      }
    }
  }
`);

export type GridRow = ResultOf<typeof GridRowsDocument>['gridCellRows']['rows'][number];

const stateOf = ({ reported, exempt }: GridRow): string => (reported ? 'reported' : exempt ? 'exempt' : 'missed');

export const gridRowColumns: CsvColumn<GridRow>[] = [
  { header: 'slot', cell: (row) => row.slot },
  { header: 'machine', cell: (row) => row.account },
  { header: 'owner', cell: (row) => row.owner },
  { header: 'state', cell: stateOf },
  { header: 'work_counts', cell: (row) => row.counts },
  { header: 'punished', cell: (row) => row.punished },
  { header: 'free_bytes', cell: (row) => row.free },
  { header: 'spower_bytes', cell: (row) => row.spower },
  { header: 'report_block', cell: (row) => row.reportBlock },
  { header: 'late', cell: (row) => row.late },
  { header: 'refused', cell: (row) => row.rejected.join(' ') },
  { header: 'sent_again', cell: (row) => row.duplicates },
  { header: 'judged_at_block', cell: (row) => row.judgedAtBlock },
  { header: 'anchor', cell: (row) => row.anchor },
];

export interface GridQuestion {
  /** the group owner, or the one account that is asked about */
  owner: string | null;
  account: string | null;
  from: number | null;
  to: number | null;
  at: number | null;
}

/** Every judged slot of a range and what each machine did in it, as of one block. */
export async function* gridRows(question: GridQuestion, signal: AbortSignal): AsyncGenerator<ExportBatch<GridRow>> {
  for await (const { gridCellRows } of answersOf(subscribe(GridRowsDocument, question, signal))) yield gridCellRows;
}
