import { type FragmentOf, graphql } from '../../lib/graphql';

/** What a figure needs to open its receipt. */
export const ReceiptFields = graphql(`
  fragment ReceiptFields on Receipt {
    kind block blockHash time changedAtBlock pallet item storageKey extrinsicIndex eventIndex rpcMethod rpcParams
  }
`);

export type ReceiptData = FragmentOf<typeof ReceiptFields>;
