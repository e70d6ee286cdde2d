import { cache } from 'react';
import { FigureFields, ReceiptFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';

const AccountDocument = graphql(
  `
    query Account($id: String!) {
      account(id: $id) {
        address publicKey asOf roles identityDisplay firstSeenBlock controller stash owner ownerAccount { identityDisplay }
        ledger { active total unlocking { value era } receipt { ...ReceiptFields } }
        guarantor { isGuarantor total targets { id } receipt { ...ReceiptFields } }
        merchant { activeFunds fileReward receipt { ...ReceiptFields } }
        sworkBenefit { activeFunds totalFeeReductionCount usedFeeReductionCount receipt { ...ReceiptFields } }
        group { memberCount }
        sworkIdentity {
          anchor punished punishmentDeadline
          receipt { ...ReceiptFields }
          sworker { reportSlot free spower reportedFilesSizeBytes receipt { ...ReceiptFields } }
        }
        orders(first: 10) {
          nodes {
            id kind fileId block extrinsicIndex time totalFee sizeBytes figureReceipts { ...FigureFields }
            provenance { receipt { ...ReceiptFields } }
          }
          pageInfo { hasNextPage }
        }
        merchantPayments(first: 10) {
          nodes { id amount block extrinsicIndex time provenance { receipt { ...ReceiptFields } } }
          pageInfo { hasNextPage }
        }
        rewards(first: 10) {
          nodes { id amount era validator validatorAccount { identityDisplay } block extrinsicIndex time provenance { receipt { ...ReceiptFields } } }
          pageInfo { hasNextPage }
        }
        activity(first: 20) {
          nodes { id block extrinsicIndex isSigner extrinsic { pallet call success time } }
          pageInfo { hasNextPage }
        }
      }
    }
  `,
  [FigureFields, ReceiptFields],
);

export type AccountData = ResultOf<typeof AccountDocument>['account'];

export const loadAccount = cache((id: string) => ask(AccountDocument, { id }));
