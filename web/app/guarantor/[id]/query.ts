import { cache } from 'react';
import { FigureFields, ReceiptFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';

export const GuarantorDocument = graphql(
  `
    query Guarantor($id: String!, $at: Int, $after: String) {
      guarantor(id: $id, at: $at) {
        stash asOf isGuarantor controller total submittedIn suppressed paidTotal
        stashAccount { identityDisplay }
        receipt { ...ReceiptFields }
        figureReceipts { ...FigureFields }
        ledger { active receipt { ...ReceiptFields } }
        bond {
          idle uncovered waiting withdrawable bondingEras
          unlocking { value era erasLeft time }
          figureReceipts { ...FigureFields }
        }
        forecast { poolOfEra amount lines { stash amount } figureReceipts { ...FigureFields } }
        paidByNode { stash eras amount }
        paidInEras { era amount }
        targets {
          id validator value sinceBlock
          receipt { ...ReceiptFields }
          changes { block kind feeBeforePerbill feePerbill }
          target {
            guaranteeFeePerbill totalStake stakeLimit effectiveStake electedLastEra isCandidate
            figureReceipts { ...FigureFields }
            stashAccount { identityDisplay }
          }
        }
        incomes(first: 40, after: $after) {
          nodes {
            id era stash nominal value clipped state amount erasLeft yearlyPerbill
            stashAccount { identityDisplay }
            figureReceipts { ...FigureFields }
          }
          pageInfo { hasNextPage endCursor }
        }
        rewards(first: 15) {
          nodes { id amount era validator validatorAccount { identityDisplay } block extrinsicIndex time provenance { receipt { ...ReceiptFields } } }
          pageInfo { hasNextPage }
        }
      }
      unclaimed(filter: { account: $id }, at: $at) {
        accountTotal erasLeft figureReceipts { ...FigureFields }
        eras(first: 1) { nodes { lostTime } }
      }
    }
  `,
  [FigureFields, ReceiptFields],
);

export type GuarantorAnswer = ResultOf<typeof GuarantorDocument>;
export type GuarantorData = GuarantorAnswer['guarantor'];

export const loadGuarantor = cache((id: string, at: number | null, after: string | null) =>
  ask(GuarantorDocument, { id, at, after }),
);
