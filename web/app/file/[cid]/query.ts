import { cache } from 'react';
import { FigureFields, ReceiptFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';

export const FileDocument = graphql(
  `
    query File($cid: String!, $at: Int) {
      status { profile { fileDurationBlocks blockTimeMs } }
      file(cid: $cid, at: $at) {
        cid cidHex cidText readAs { cid } asOf status sentence expiresAtTime renewalsAffordable atRiskBelow
        figureReceipts { ...FigureFields }
        replicaCounts { live liveOwners reported entries }
        state {
          sizeBytes usedSizeBytes spower expiredAt calculatedAt amount prepaid
          reportedReplicaCount remainingPaidCount generation sinceBlock endedAtBlock
          receipt { ...ReceiptFields }
        }
        replicas {
          id owner who anchor validAt createdAt matured live notLiveBecause sinceBlock
          ownerAccount { address identityDisplay }
        }
        firstOrder { block }
        orders(first: 25) {
          nodes {
            id kind payer payerAccount { identityDisplay } block extrinsicIndex time
            totalFee stakingPart storagePart reservedPart tips sizeBytes wrapped memo
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
