import { ask } from '../api/ask';
import { graphql, type ResultOf, type VariablesOf } from '../graphql';
import { ExportProblem } from './answers';
import { amountColumns, type CsvColumn } from './csv';
import type { ExportBatch } from './stream';

const NodeRowsDocument = graphql(`
  query NodeRows(
    $after: String, $filter: NodeFilter, $orderBy: NodeOrder, $amount: BigInt!, $weights: [RankWeight!], $at: Int
  ) {
    nodes(first: 100, after: $after, filter: $filter, orderBy: $orderBy, amount: $amount, weights: $weights, at: $at) {
      pageInfo { hasNextPage endCursor }
      nodes {
        stash name asOf standing guaranteeFeePerbill effectiveStake stakeLimit totalStake ownStake headroom
        saturationPerbill guarantorCount memberCount myIncome myReturnPerbill reportsPerbill unclaimedEras slashCount waitingSlashCount
        slashed realised { window eras p10Perbill medianPerbill p90Perbill } rank { score }
      }
    }
  }
`);

export type NodeExportRow = ResultOf<typeof NodeRowsDocument>['nodes']['nodes'][number];
export type NodeQuestion = Omit<VariablesOf<typeof NodeRowsDocument>, 'after' | 'at'>;

const PARTS = [
  ['p10', 'p10Perbill'],
  ['median', 'medianPerbill'],
  ['p90', 'p90Perbill'],
] as const;

const realisedColumns: CsvColumn<NodeExportRow>[] = [4, 28, 84].flatMap((window) => {
  const spreadOf = (row: NodeExportRow) => row.realised.find((spread) => spread.window === window);
  return [
    { header: `paid_${window}_eras_known`, cell: (row: NodeExportRow) => spreadOf(row)?.eras ?? 0 },
    ...PARTS.map(([name, field]) => ({
      header: `paid_${window}_eras_${name}_perbill_a_year`,
      cell: (row: NodeExportRow) => spreadOf(row)?.[field],
    })),
  ];
});

export const nodeRowColumns: CsvColumn<NodeExportRow>[] = [
  { header: 'node', cell: (row) => row.stash },
  { header: 'name', cell: (row) => row.name },
  { header: 'standing', cell: (row) => row.standing },
  { header: 'my_return_perbill_a_year', cell: (row) => row.myReturnPerbill },
  ...amountColumns<NodeExportRow>('my_income_an_era', (row) => row.myIncome),
  ...realisedColumns,
  { header: 'score_perbill', cell: (row) => row.rank.score },
  { header: 'guarantee_fee_perbill', cell: (row) => row.guaranteeFeePerbill },
  ...amountColumns<NodeExportRow>('stake_limit', (row) => row.stakeLimit),
  ...amountColumns<NodeExportRow>('effective_stake', (row) => row.effectiveStake),
  ...amountColumns<NodeExportRow>('total_stake', (row) => row.totalStake),
  ...amountColumns<NodeExportRow>('own_stake', (row) => row.ownStake),
  ...amountColumns<NodeExportRow>('room', (row) => row.headroom),
  { header: 'saturation_perbill', cell: (row) => row.saturationPerbill },
  { header: 'reports_perbill', cell: (row) => row.reportsPerbill },
  { header: 'guarantors', cell: (row) => row.guarantorCount },
  { header: 'machines', cell: (row) => row.memberCount },
  { header: 'unclaimed_eras', cell: (row) => row.unclaimedEras.length },
  { header: 'slashes', cell: (row) => row.slashCount },
  { header: 'slashes_waiting', cell: (row) => row.waitingSlashCount },
  ...amountColumns<NodeExportRow>('slashed', (row) => row.slashed),
];

type Page = ResultOf<typeof NodeRowsDocument>['nodes'];

const pageOf = async (question: NodeQuestion, after: string | null, at: number | null): Promise<Page> => {
  const answer = await ask(NodeRowsDocument, { ...question, after, at });
  if (!answer.ok) throw new ExportProblem(answer.problem);
  return answer.data.nodes;
};

/** The whole table in its order, page after page as of the block of the first one. */
export async function* nodeRows(question: NodeQuestion): AsyncGenerator<ExportBatch<NodeExportRow>> {
  let page = await pageOf(question, null, null);
  const asOf = page.nodes[0]?.asOf ?? 0;
  yield { asOf, rows: page.nodes };
  while (page.pageInfo.hasNextPage) {
    page = await pageOf(question, page.pageInfo.endCursor, asOf);
    yield { asOf, rows: page.nodes };
  }
}
