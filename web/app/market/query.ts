import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const MarketDocument = graphql(
  `
    query Market($sizeBytes: BigInt!, $first: Int!) {
      status { specVersion indexedHeight profile { slotBlocks baseTickOffset feeTickOffset fileDurationBlocks blockTimeMs } }
      price {
        block time baseFee byteFee keysFee fileKeysCount ordersCount addedFilesCount
        figureReceipts { ...FigureFields }
        quote(sizeBytes: $sizeBytes) { sizeBytes baseFee byteAndKeysFee stakingPart storagePart reservedPart total }
      }
      prices(first: $first, feesMoved: true) {
        pageInfo { hasNextPage }
        nodes { block time baseFee byteFee keysFee fileKeysCount figureReceipts { ...FigureFields } }
      }
    }
  `,
  [FigureFields],
);

export type MarketData = ResultOf<typeof MarketDocument>;
export type Price = NonNullable<MarketData['price']>;
export type PriceRow = MarketData['prices']['nodes'][number];
