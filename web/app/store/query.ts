import { FigureFields } from '../../components/receipt/fragment';
import { LiveFileFields } from '../../lib/follow/live-file';
import { graphql, type ResultOf } from '../../lib/graphql';

export const StoreDocument = graphql(
  `
    query Store($sizeBytes: BigInt!, $tips: BigInt!, $first: Int!) {
      status { specVersion indexedHeight profile { fileDurationBlocks blockTimeMs } }
      price {
        block time baseFee byteFee keysFee
        figureReceipts { ...FigureFields }
        quote(sizeBytes: $sizeBytes, tips: $tips) {
          sizeBytes chargedMib baseFee sizeFee keysFee tips stakingPart storagePart reservedPart total
        }
      }
      prices(first: $first, feesMoved: true) {
        nodes { block time baseFee byteFee keysFee fileKeysCount figureReceipts { ...FigureFields } }
      }
    }
  `,
  [FigureFields],
);

export const StoreFileDocument = graphql(
  `
    query StoreFile($cid: String!) { file(cid: $cid) { cidText asOf ...LiveFile } }
  `,
  [LiveFileFields],
);

export const OrderCallDocument = graphql(`
  query OrderCall($cid: String!, $sizeBytes: BigInt!, $tips: BigInt!, $memo: String!) {
    orderCall(cid: $cid, sizeBytes: $sizeBytes, tips: $tips, memo: $memo) {
      callData callHash pallet call specVersion asOf arguments { name type value }
    }
  }
`);

export type StoreData = ResultOf<typeof StoreDocument>;
export type StorePrice = NonNullable<StoreData['price']>;
export type StoreFile = ResultOf<typeof StoreFileDocument>['file'];
export type OrderCall = ResultOf<typeof OrderCallDocument>['orderCall'];
