import { type FragmentOf, graphql } from '../graphql';

/** All that an open receipt says. */
export const WholeReceiptFields = graphql(`
  fragment WholeReceipt on Receipt {
    kind block blockHash time changedAtBlock pallet item storageKey extrinsicIndex eventIndex rpcMethod rpcParams
    rawValue rawNote rule rowCount sources { name prefix }
  }
`);

export type WholeReceipt = FragmentOf<typeof WholeReceiptFields>;

/** Whole receipts by the questions they were asked with. */
export type WholeReceipts = Readonly<Record<string, WholeReceipt>>;
