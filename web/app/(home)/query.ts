import { ReceiptFields } from '../../components/receipt/fragment';
import { graphql } from '../../lib/graphql';

export const HomeDocument = graphql(
  `
    query Home($oneGib: BigInt!) {
      status {
        specVersion
        profile { slotBlocks fileDurationBlocks }
      }
      network {
        asOf time activeEra currentSlot
        fileCount replicaCount storedBytes orderCount
        sworkerCount totalFree reportedFilesSizeBytes totalSpower
        validatorCount guarantorCount
        receipts { figure receipt { ...ReceiptFields } }
        lastSlot { slot reporters missed punished sweepEndBlock }
        era { era totalStake receipts { ...ReceiptFields } }
        price { baseFee receipts { ...ReceiptFields } quote(sizeBytes: $oneGib) { total } }
      }
      fileEvents(first: 8) {
        nodes { id kind fileId block extrinsicIndex time account owner amount value }
      }
    }
  `,
  [ReceiptFields],
);
