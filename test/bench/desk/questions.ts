import { COLUMN_NAMES } from '../../../api/src/desk/columns';
import type { Judge } from '../files/load';

/** Pages of the table as the site asks for them: every order, every threshold, another amount every time. */
const QUESTION = `query ($orderBy: NodeOrder, $filter: NodeFilter, $amount: BigInt, $weights: [RankWeight!]) {
  nodes(first: 40, orderBy: $orderBy, filter: $filter, amount: $amount, weights: $weights) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      stash name asOf standing elected guaranteeFeePerbill stakeLimit ownStake totalStake effectiveStake headroom
      saturationPerbill guarantorCount guarantorCapacity memberCount myIncome myReturnPerbill reportsPerbill
      unclaimedEras slashCount realised { window eras p10Perbill medianPerbill p90Perbill }
      rank { score }
    }
  }
}`;

const CRU = 10n ** 12n;

const FILTERS: Record<string, unknown>[] = [
  {},
  { minGuaranteeFeePerbill: 500_000_000 },
  { minReportsPerbill: 980_000_000, unslashed: true },
  { hasPlace: true, minHeadroom: String(1000n * CRU) },
  { maxSaturationPerbill: '900000000', maxUnclaimed: 10 },
  { minReturnPerbill: '10000000' },
  { minBadReturnPerbill: '1000000', standings: ['ELECTED'] },
  { minMyReturnPerbill: '10000000' },
  { text: 'node 1' },
];

/** The n-th question: columns, directions and filters in turn, and one of as many amounts as are asked by so many people. */
export const questionOf = (n: number): string => {
  const field = COLUMN_NAMES[n % COLUMN_NAMES.length];
  const filter = FILTERS[Math.floor(n / COLUMN_NAMES.length) % FILTERS.length];
  return JSON.stringify({
    query: QUESTION,
    variables: {
      orderBy: { field, direction: n % 2 === 0 ? 'DESC' : 'ASC' },
      filter,
      amount: String(BigInt(100 + (n % 50) * 137) * CRU),
      weights: [{ factor: 'FEE', weight: n % 11 }],
    },
  });
};

/** All pairs of a column and a filter. */
export const QUESTIONS = COLUMN_NAMES.length * FILTERS.length;

interface Answer {
  data?: { nodes?: { totalCount: number; nodes: { stash: string; realised: { window: number; eras: number }[] }[] } };
  errors?: unknown[];
}

/** A full page of different nodes, most of which have a past. */
export const judge: Judge = (status, body) => {
  if (status !== 200) return `status ${status}`;
  const { data, errors } = JSON.parse(body) as Answer;
  if (errors !== undefined) return JSON.stringify(errors).slice(0, 300);
  const rows = data?.nodes?.nodes ?? [];
  const all = data?.nodes?.totalCount ?? 0;
  if (all === 0 || rows.length !== Math.min(all, 40)) return `${rows.length} rows of ${all}`;
  if (new Set(rows.map(({ stash }) => stash)).size !== rows.length) return 'a node stands twice on a page';
  return rows.some(({ realised }) => realised.some(({ eras }) => eras > 4)) || rows.length < 5
    ? null
    : 'nobody has a past';
};
