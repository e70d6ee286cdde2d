import { FigureFields, ReceiptFields } from '../../../../components/receipt/fragment';
import { ask } from '../../../../lib/api/ask';
import { graphql, type ResultOf, type VariablesOf } from '../../../../lib/graphql';

const HeldDocument = graphql(
  `
    query Held($account: String!, $at: Int, $first: Int!, $after: String, $orderBy: HeldOrder) {
      holder(account: $account, at: $at) {
        id asOf replicas bytes liveReplicas liveBytes
        account { identityDisplay roles }
        figureReceipts { ...FigureFields }
        machines {
          who anchor replicas bytes
          whoAccount { identityDisplay }
          replica { live notLiveBecause }
        }
        files(first: $first, after: $after, orderBy: $orderBy) {
          nodes {
            id
            replica { who anchor validAt live notLiveBecause }
            file {
              cid status expiresAtTime
              state { sizeBytes expiredAt spower receipt { ...ReceiptFields } }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  [FigureFields, ReceiptFields],
);

export type HolderData = ResultOf<typeof HeldDocument>['holder'];
export type HeldFile = HolderData['files']['nodes'][number];
export type HeldMachine = HolderData['machines'][number];

export const loadHeld = (variables: VariablesOf<typeof HeldDocument>) => ask(HeldDocument, variables);
