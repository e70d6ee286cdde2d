import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const SettleDocument = graphql(
  `
  query Settle($first: Int!, $after: String, $outcome: SettlementOutcome, $orderBy: SettlementOrder, $at: Int) {
    status { profile { blockTimeMs } }
    settleDesk(at: $at) {
      asOf expired renewing worthSettling totalGain worthNet
      fee { usual perByte readFrom { block index } }
      figureReceipts { ...FigureFields }
    }
    settlements(first: $first, after: $after, outcome: $outcome, orderBy: $orderBy, at: $at) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id sizeBytes prepaid overdueBlocks callerGain fee net outcome renewalCost prepaidAfter expiredAtAfter
        call { callData }
        figureReceipts { ...FigureFields }
      }
    }
  }
`,
  [FigureFields],
);

export type SettleData = ResultOf<typeof SettleDocument>;
export type SettlementRow = SettleData['settlements']['nodes'][number];
