import { cache } from 'react';
import { FigureFields, ReceiptFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { GroupSums } from '../../group/[owner]/sums';

export const NodeDocument = graphql(
  `
    query Node($id: String!, $at: Int, $guarantorsAfter: String) {
      validator(id: $id, at: $at) {
        stash asOf isCandidate controller guaranteeFeePerbill electedLastEra
        ownStake guaranteedStake totalStake effectiveStake stakeLimit
        guarantorCount guarantorCapacity unclaimedEras
        stashAccount { identityDisplay }
        figureReceipts { ...FigureFields }
        group {
          ...GroupSums
        }
        eras(first: 28) {
          nodes {
            era elected points total guaranteeFeePerbill stakeLimitAtSnapshot
            stakingReward authoringPayout nominalTotal
            payout { total validator guarantors clipped yearlyPerbill claim erasLeft }
            figureReceipts { ...FigureFields }
          }
          pageInfo { hasNextPage }
        }
        changes { block kind feeBeforePerbill feePerbill receipt { ...ReceiptFields } }
        guarantees(first: 100, after: $guarantorsAfter) {
          nodes { id guarantor value sinceBlock guarantorAccount { identityDisplay } receipt { ...ReceiptFields } }
          pageInfo { hasNextPage endCursor }
        }
        slashes(first: 10) { nodes { id amount block time provenance { receipt { ...ReceiptFields } } } pageInfo { hasNextPage } }
      }
    }
  `,
  [FigureFields, ReceiptFields, GroupSums],
);

export type NodeData = ResultOf<typeof NodeDocument>['validator'];

/** One node at one block; asked once per request, for the title and the page. */
export const loadNode = cache((id: string, at: number | null, guarantorsAfter: string | null) =>
  ask(NodeDocument, { id, at, guarantorsAfter }),
);
