import { cache } from 'react';
import { FigureFields, ReceiptFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';

export const GuarantorDocument = graphql(
  `
    query Guarantor($id: String!, $at: Int) {
      guarantor(id: $id, at: $at) {
        stash asOf isGuarantor controller total submittedIn suppressed
        stashAccount { identityDisplay }
        receipt { ...ReceiptFields }
        ledger { active receipt { ...ReceiptFields } }
        targets {
          id validator value sinceBlock
          receipt { ...ReceiptFields }
          target {
            guaranteeFeePerbill totalStake stakeLimit effectiveStake electedLastEra isCandidate
            figureReceipts { ...FigureFields }
            stashAccount { identityDisplay }
          }
        }
        eras(first: 30) {
          nodes { id era stash nominal value clipped receipt { ...ReceiptFields } }
          pageInfo { hasNextPage }
        }
        rewards(first: 15) {
          nodes { id amount era validator validatorAccount { identityDisplay } block extrinsicIndex time provenance { receipt { ...ReceiptFields } } }
          pageInfo { hasNextPage }
        }
      }
    }
  `,
  [FigureFields, ReceiptFields],
);

export type GuarantorData = ResultOf<typeof GuarantorDocument>['guarantor'];

export const loadGuarantor = cache((id: string, at: number | null) => ask(GuarantorDocument, { id, at }));
