import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const WaitingDocument = graphql(
  `
  query Waiting(
    $first: Int!, $after: String, $orderBy: WaitingOrder, $slots: Int!, $owners: Int!, $ownersAfter: String, $at: Int
  ) {
    status { profile { blockTimeMs slotBlocks } }
    waitingRoom(slots: $slots, at: $at) {
      asOf fromBlock processedBlock specVersion
      reasons { reason count }
      figureReceipts { ...FigureFields }
      overall { count medianBlocks p90Blocks figureReceipts { ...FigureFields } }
      classes { fromBytes belowBytes count medianBlocks p90Blocks figureReceipts { ...FigureFields } }
    }
    pickupOwners(slots: $slots, at: $at, first: $owners, after: $ownersAfter) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id account { identityDisplay } count medianBlocks fastestBlocks
        figureReceipts { ...FigureFields }
      }
    }
    waitingFiles(first: $first, after: $after, orderBy: $orderBy, at: $at) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id sizeBytes amount tips ageBlocks waitingSince waitingSinceTime reason reportedBlock
        figureReceipts { ...FigureFields }
      }
    }
  }
`,
  [FigureFields],
);

export type WaitingData = ResultOf<typeof WaitingDocument>;
export type WaitingRoom = WaitingData['waitingRoom'];
export type PickupTime = WaitingRoom['classes'][number];
export type PickupOwner = WaitingData['pickupOwners']['nodes'][number];
export type WaitingRow = WaitingData['waitingFiles']['nodes'][number];
