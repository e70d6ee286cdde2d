import { cache } from 'react';
import { FigureFields } from '../../../../components/receipt/fragment';
import { ask } from '../../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../../lib/graphql';

const LimitDocument = graphql(
  `
    query Limit($id: String!, $at: Int, $first: Int!, $after: String) {
      validator(id: $id, at: $at) {
        stash asOf stakeLimit
        stashAccount { identityDisplay }
        limitChanges(first: $first, after: $after) {
          nodes {
            id block time slot before after amount
            figureReceipts { ...FigureFields }
            sweepAfter { workload totalWorkload totalStakeLimit }
            parts {
              cause amount stageBefore stageAfter rowCount
              figureReceipts { ...FigureFields }
              rows(first: 6) {
                kind account slot block extrinsicIndex era bytes before after
                memberAccount { identityDisplay }
                file { cid }
              }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
        limitForecast {
          until
          figureReceipts { ...FigureFields }
          steps { slot time kind count amount limit memberCount members { address identityDisplay } }
        }
      }
    }
  `,
  [FigureFields],
);

export type LimitData = ResultOf<typeof LimitDocument>['validator'];
export type LimitChange = LimitData['limitChanges']['nodes'][number];
export type LimitPart = LimitChange['parts'][number];
export type LimitRow = LimitPart['rows'][number];
export type Forecast = LimitData['limitForecast'];

const PAGE_SIZE = 10;

/** The ledger of one node at one block; asked once per request. */
export const loadLimit = cache((id: string, at: number | null, after: string | null) =>
  ask(LimitDocument, { id, at, first: PAGE_SIZE, after }),
);
