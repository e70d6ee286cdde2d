import { FigureFields, ReceiptFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

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
        sworkerCount
        validatorCount guarantorCount
        figureReceipts { ...FigureFields }
        lastSlot {
          slot reporters missed punished totalFree totalFilesSizeBytes totalSpower figureReceipts { ...FigureFields }
        }
        era { era totalStake figureReceipts { ...FigureFields } }
        price { baseFee byteFee keysFee figureReceipts { ...FigureFields } quote(sizeBytes: $oneGib) { total } }
      }
      blocks(first: 1) { nodes { number time specVersion receipt { ...ReceiptFields } } }
      fileEvents(first: 8) {
        nodes { id kind fileId block extrinsicIndex time account owner ownerAccount { identityDisplay } amount value provenance { receipt { ...ReceiptFields } } }
      }
    }
  `,
  [FigureFields, ReceiptFields],
);

export type HomeData = ResultOf<typeof HomeDocument>;
