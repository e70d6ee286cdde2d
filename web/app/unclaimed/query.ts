import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const UnclaimedDocument = graphql(
  `
  query Unclaimed(
    $filter: UnclaimedFilter, $withAccount: Boolean!, $first: Int!, $after: String, $nodesAfter: String
    $orderBy: UnclaimedOrder, $at: Int
  ) {
    unclaimed(filter: $filter, at: $at) {
      asOf eraCount validatorCount total erasLeft
      accountTotal @include(if: $withAccount)
      figureReceipts { ...FigureFields }
      validators(first: 10, after: $nodesAfter) {
        pageInfo { hasNextPage endCursor }
        nodes {
          stash eras erasLeft lostTime total
          accountTotal @include(if: $withAccount)
          stashAccount { identityDisplay }
        }
      }
      eras(first: $first, after: $after, orderBy: $orderBy) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id era stash erasLeft lostTime total validatorAmount guarantorCount
          accountAmount @include(if: $withAccount)
          stashAccount { identityDisplay }
          call { callData }
          figureReceipts { ...FigureFields }
        }
      }
    }
  }
`,
  [FigureFields],
);

export type Radar = ResultOf<typeof UnclaimedDocument>['unclaimed'];
export type OutstandingEra = Radar['eras']['nodes'][number];
export type UnclaimedNode = Radar['validators']['nodes'][number];
