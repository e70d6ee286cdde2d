import { ask } from '../api/ask';
import { graphql, type ResultOf } from '../graphql';
import { ExportProblem } from './answers';
import { amountColumns, type CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const LimitRowsDocument = graphql(`
  query LimitRows($id: String!, $at: Int, $after: String) {
    validator(id: $id, at: $at) {
      asOf
      limitChanges(first: 50, after: $after) {
        nodes {
          block time slot before after amount
          parts { cause amount stageBefore stageAfter rowCount rows(first: 1) { kind account slot block bytes file { cid } } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

type Ledger = ResultOf<typeof LimitRowsDocument>['validator'];
type Change = Ledger['limitChanges']['nodes'][number];

/** One part of one change; its weightiest row stands for the others. */
export type LimitExportRow = Omit<Change, 'parts'> & { part: Change['parts'][number] };

const mainRow = ({ part }: LimitExportRow) => part.rows[0];

export const limitRowColumns: CsvColumn<LimitExportRow>[] = [
  { header: 'slot', cell: (row) => row.slot },
  { header: 'block', cell: (row) => row.block },
  { header: 'time_utc', cell: (row) => row.time },
  ...amountColumns<LimitExportRow>('limit_before', (row) => row.before),
  ...amountColumns<LimitExportRow>('limit_after', (row) => row.after),
  { header: 'change_pico', cell: (row) => row.amount },
  { header: 'cause', cell: ({ part }) => part.cause },
  ...amountColumns<LimitExportRow>('part', ({ part }) => part.amount),
  { header: 'stage_before', cell: ({ part }) => part.stageBefore },
  { header: 'stage_after', cell: ({ part }) => part.stageAfter },
  { header: 'rows', cell: ({ part }) => part.rowCount },
  { header: 'main_row', cell: (row) => mainRow(row)?.kind },
  { header: 'main_member', cell: (row) => mainRow(row)?.account },
  { header: 'main_bytes', cell: (row) => mainRow(row)?.bytes },
  { header: 'main_cid', cell: (row) => mainRow(row)?.file?.cid },
  { header: 'main_block', cell: (row) => mainRow(row)?.block },
];

const loadPage = async (id: string, at: number | null, after: string | null): Promise<Ledger> => {
  const answer = await ask(LimitRowsDocument, { id, at, after });
  if (!answer.ok) throw new ExportProblem(answer.problem);
  return answer.data.validator;
};

/** The whole ledger of a node, newest change first, as of one block. */
export async function* limitRows(id: string, at: number | null): AsyncGenerator<ExportBatch<LimitExportRow>> {
  let page = await loadPage(id, at, null);
  for (;;) {
    const { asOf, limitChanges } = page;
    const { nodes, pageInfo } = limitChanges;
    yield { asOf, rows: nodes.flatMap(({ parts, ...change }) => parts.map((part) => ({ ...change, part }))) };
    if (!pageInfo.hasNextPage) return;
    // all pages hold for the block of the first
    page = await loadPage(id, asOf, pageInfo.endCursor);
  }
}
