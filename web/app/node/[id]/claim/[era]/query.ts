import { cache } from 'react';
import { FigureFields } from '../../../../../components/receipt/fragment';
import { ask } from '../../../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../../../lib/graphql';

export const ClaimDocument = graphql(
  `
  query Claim($stash: String!, $era: Int!, $at: Int) {
    validator(id: $stash, at: $at) { stash asOf stashAccount { identityDisplay } }
    unclaimed(filter: { validator: $stash, era: $era }, at: $at) {
      eras(first: 1) {
        nodes {
          era erasLeft lostTime total staking authoring guaranteeFeePerbill validatorAmount
          parts { guarantor value amount state account { identityDisplay } }
          call { callData callHash specVersion }
          figureReceipts { ...FigureFields }
        }
      }
    }
  }
`,
  [FigureFields],
);

export type Claim = ResultOf<typeof ClaimDocument>['unclaimed']['eras']['nodes'][number];
export type ClaimPart = Claim['parts'][number];

export const loadClaim = cache((stash: string, era: number, at: number | null) =>
  ask(ClaimDocument, { stash, era, at }),
);
