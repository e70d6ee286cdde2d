import { FigureFields, ReceiptFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

/** A judged slot with the receipts of its figures. */
const SlotFacts = graphql(
  `
  fragment SlotFacts on SlotSummary {
    id slot reporters missed punished exempt owners totalFree totalSpower totalFilesSizeBytes
    sweepStartBlock sweepEndBlock time
    figureReceipts { ...FigureFields }
  }
`,
  [FigureFields],
);

export const ReportsDocument = graphql(
  `
  query Reports($at: Int, $slots: Int!, $rows: Int!, $after: String, $refused: Int!) {
    status { indexedHeight }
    last: slotSummaries(at: $at, first: 1) { nodes { ...SlotFacts } }
    chart: slotSummaries(at: $at, first: $slots) {
      nodes { slot reporters missed punished exempt totalFree totalSpower totalFilesSizeBytes }
    }
    slotSummaries(at: $at, first: $rows, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { ...SlotFacts }
    }
    sworkerCodeShares(at: $at) {
      code version expireBlock expireTime members owners workloadBytes
      receipt { ...ReceiptFields }
      expiryReceipt { ...ReceiptFields }
    }
    spowerService(at: $at) {
      lastProcessedBlock lagBlocks waitingReports waitingFiles oldestWaitingBlock
      lags(slots: $slots) { slot lagBlocks }
      receipt { ...ReceiptFields }
    }
    refused: slotReports(at: $at, first: $refused, filter: { status: REJECTED }) {
      nodes { name slot account accountEntity { identityDisplay } time error errorText }
    }
  }
`,
  [SlotFacts, ReceiptFields],
);

export type ReportsData = ResultOf<typeof ReportsDocument>;
export type SlotData = ReportsData['slotSummaries']['nodes'][number];
export type CodeShareData = ReportsData['sworkerCodeShares'][number];
