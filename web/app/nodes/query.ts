import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const NodesDocument = graphql(
  `
    query Nodes(
      $first: Int!, $after: String, $filter: NodeFilter, $orderBy: NodeOrder, $amount: BigInt!, $weights: [RankWeight!]
    ) {
      nodes(first: $first, after: $after, filter: $filter, orderBy: $orderBy, amount: $amount, weights: $weights) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          stash name asOf standing guaranteeFeePerbill effectiveStake stakeLimit totalStake ownStake headroom
          saturationPerbill guarantorCount guarantorCapacity memberCount myIncome myReturnPerbill reportsPerbill
          reportsDue reportsSent unclaimedEras slashCount waitingSlashCount
          realised { window eras p10Perbill medianPerbill p90Perbill }
          rank { score }
          figureReceipts { ...FigureFields }
        }
      }
      best: nodes(first: 1, amount: $amount, orderBy: { field: MY_RETURN, direction: DESC }) {
        nodes { stash name myIncome myReturnPerbill }
      }
    }
  `,
  [FigureFields],
);

export type NodesData = ResultOf<typeof NodesDocument>;
export type NodeRow = NodesData['nodes']['nodes'][number];
