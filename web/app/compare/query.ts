import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const CompareDocument = graphql(
  `
    query Compare($stashes: [String!]!, $amount: BigInt!, $weights: [RankWeight!]) {
      nodes(first: 4, filter: { stashes: $stashes }, amount: $amount, weights: $weights) {
        nodes {
          stash name asOf standing guaranteeFeePerbill effectiveStake stakeLimit totalStake ownStake headroom
          saturationPerbill guarantorCount guarantorCapacity memberCount myIncome myReturnPerbill reportsPerbill
          reportsDue reportsSent unclaimedEras slashCount waitingSlashCount slashed
          realised { window eras p10Perbill medianPerbill p90Perbill }
          rank {
            score
            parts { factor raw percentilePerbill weight points unit }
            wouldRaise { factor best gain unit }
          }
          figureReceipts { ...FigureFields }
        }
      }
    }
  `,
  [FigureFields],
);

export type ComparedNode = ResultOf<typeof CompareDocument>['nodes']['nodes'][number];
