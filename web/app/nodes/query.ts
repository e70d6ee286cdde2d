import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const NodesDocument = graphql(
  `
    query Nodes($first: Int!, $after: String, $filter: ValidatorFilter, $orderBy: ValidatorOrder) {
      validators(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          stash asOf guaranteeFeePerbill effectiveStake stakeLimit totalStake ownStake
          guarantorCount guarantorCapacity electedLastEra
          stashAccount { identityDisplay }
          group { memberCount punishedCount }
          figureReceipts { ...FigureFields }
        }
      }
    }
  `,
  [FigureFields],
);

export type NodeRow = ResultOf<typeof NodesDocument>['validators']['nodes'][number];
