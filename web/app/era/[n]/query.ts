import { cache } from 'react';
import { FigureFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';
import type { ERA_SORTS } from '../../../lib/question';

export const EraDocument = graphql(
  `
    query Era($n: Int!, $first: Int!, $after: String, $orderBy: ValidatorEraOrder) {
      era(n: $n) {
        era phase plannedAtBlock prunedAtBlock startBlock startTime endBlock endTime
        totalStake stakingPayout stakingTotal authoringTotal marketPayout rewardPoints issuance electedCount paidTotal
        figureReceipts { ...FigureFields }
        validators(first: $first, after: $after, orderBy: $orderBy) {
          nodes {
            stash elected points total own guaranteeFeePerbill guarantorCount stakingReward authoringPayout claimed
            stashAccount { identityDisplay }
            figureReceipts { ...FigureFields }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  [FigureFields],
);

export type EraData = NonNullable<ResultOf<typeof EraDocument>['era']>;

export type SortField = (typeof ERA_SORTS)[number];
const PAGE_SIZE = 50;

export const loadEra = cache((n: number, after: string | null, field: SortField, direction: 'ASC' | 'DESC') =>
  ask(EraDocument, { n, first: PAGE_SIZE, after, orderBy: { field, direction } }),
);
