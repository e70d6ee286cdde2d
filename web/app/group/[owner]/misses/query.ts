import { FigureFields } from '../../../../components/receipt/fragment';
import { ask } from '../../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../../lib/graphql';

const MissesDocument = graphql(
  `
  query Misses($owner: String!, $from: Int, $to: Int, $at: Int) {
    account(id: $owner, at: $at) { address identityDisplay }
    missCosts(owner: $owner, fromEra: $from, toEra: $to, at: $at) {
      id member era judgedSlot missedSlots missing problem ownerLoss guarantorsLoss
      memberAccount { identityDisplay }
      figureReceipts { ...FigureFields }
    }
  }
`,
  [FigureFields],
);

export type MissRow = ResultOf<typeof MissesDocument>['missCosts'][number];

export const loadMisses = (owner: string, from: number | null, to: number | null, at: number | null) =>
  ask(MissesDocument, { owner, from, to, at });
