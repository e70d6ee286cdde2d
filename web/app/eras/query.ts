import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const ErasDocument = graphql(
  `
  query Eras($first: Int!, $after: String) {
    eras(first: $first, after: $after, started: true) {
      nodes {
        era phase startBlock startTime endBlock endTime totalStake stakingPayout authoringTotal marketPayout
        electedCount paidTotal
        pool { year gpos market pool authoringSharePerbill issuance stakingRatioPermill yearlyBase yearlyExtra }
        figureReceipts { ...FigureFields }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [FigureFields],
);

export type EraRow = ResultOf<typeof ErasDocument>['eras']['nodes'][number];
