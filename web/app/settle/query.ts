import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const SettleDocument = graphql(
  `
  query Settle($first: Int!, $after: String, $outcome: SettlementOutcome, $orderBy: SettlementOrder) {
    status { profile { blockTimeMs } }
    settleDesk {
      asOf expired renewing worthSettling totalGain worthNet
      fee { usual perByte readFrom { block index } }
      figureReceipts { ...FigureFields }
    }
    settlements(first: $first, after: $after, outcome: $outcome, orderBy: $orderBy) {
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
