import { cache } from 'react';
import { FigureFields, ReceiptFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';

const FileDocument = graphql(
  `
    query File($cid: String!, $at: Int) {
      status { profile { fileDurationBlocks blockTimeMs } }
      file(cid: $cid, at: $at) {
        cid cidHex cidText readAs { cid } asOf status statusRule sentence expiresAtTime atRiskBelow
        figureReceipts { ...FigureFields }
        replicaCounts { live liveOwners reported entries }
        replicaHistory { block reported entries live }
        waiting {
          reason rule since reports reportedAt reportExtrinsicIndex reportSlot processedBlock
          reportedBy { address identityDisplay }
          figureReceipts { ...FigureFields }
        }
        concentration {
          identities
          dominant { replicas of ownerAccount { address identityDisplay } }
          families { identityAccount { address identityDisplay } ownerAccounts { address identityDisplay } }
        }
        state {
          sizeBytes usedSizeBytes spower expiredAt calculatedAt amount prepaid
          reportedReplicaCount remainingPaidCount generation sinceBlock endedAtBlock
          receipt { ...ReceiptFields }
        }
        runway { renewals renewalCost dryBlock dryTime }
        replicas {
          id owner who anchor validAt createdAt matured maturesAt maturesAtTime live notLiveBecause lastReportSlot paid
          countedOwner countedOwnerAccount { address identityDisplay }
          whoAccount { identityDisplay }
        }
        firstOrder { block }
        lives {
          number from to end finalReported finalEntries
          money { ordered renewed prepaid ownersPaid liquidated forfeited }
          figureReceipts { ...FigureFields }
        }
        ownerPayments {
          id amount value block extrinsicIndex time owner ownerAccount { address identityDisplay }
          provenance { receipt { ...ReceiptFields } }
        }
        orders(first: 25) {
          nodes {
            id kind payer payerAccount { identityDisplay } block extrinsicIndex time
            totalFee stakingPart storagePart reservedPart tips sizeBytes wrapped
            baseFee sizeFee keysFee priceWithoutDiscount discount
            figureReceipts { ...FigureFields }
          }
          pageInfo { hasNextPage }
        }
        events(first: 50) {
          nodes {
            id kind fileId block extrinsicIndex time account owner ownerAccount { identityDisplay } amount value
            provenance { receipt { ...ReceiptFields } }
          }
          pageInfo { hasNextPage }
        }
        siblings { cid encoding version known file { cid status } }
      }
    }
  `,
  [FigureFields, ReceiptFields],
);

export type FileData = ResultOf<typeof FileDocument>['file'];
export type FileProfile = ResultOf<typeof FileDocument>['status']['profile'];

/** One file at one block; asked once per request, for the title and the page. */
export const loadFile = cache((cid: string, at: number | null) => ask(FileDocument, { cid, at }));
