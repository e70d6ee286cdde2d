import { FigureFields } from '../../../../components/receipt/fragment';
import { ask } from '../../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../../lib/graphql';

const PayoutDocument = graphql(
  `
  query Payout($owner: String!, $from: Int!, $to: Int!, $at: Int, $first: Int!, $after: String) {
    groupPayout(owner: $owner, fromEra: $from, toEra: $to, at: $at) {
      owner asOf amount unclaimed undivided
      figureReceipts { ...FigureFields }
      ownerAccount { address identityDisplay }
      members(first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { member amount workload countedSlots lostSlots account { identityDisplay } }
      }
      eras {
        era endBlock endTime amount workload memberCount undivided slots sweepEndBlocks
        payment { block eventIndex time }
        figureReceipts { ...FigureFields }
      }
    }
  }
`,
  [FigureFields],
);

const LastErasDocument = graphql(`
  query LastEras($owner: String!, $at: Int) {
    account(id: $owner, at: $at) { address }
    eras(first: 1, at: $at, started: true) { nodes { era endBlock } }
  }
`);

export type PayoutData = ResultOf<typeof PayoutDocument>['groupPayout'];

const MACHINES = 100;

export const loadPayout = (owner: string, from: number, to: number, at: number | null, after: string | null) =>
  ask(PayoutDocument, { owner, from, to, at, first: MACHINES, after });

/** The newest era that has begun, and whether it has closed. */
export const loadLastEra = (owner: string, at: number | null) => ask(LastErasDocument, { owner, at });
