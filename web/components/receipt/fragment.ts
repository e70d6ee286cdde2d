import { type FragmentOf, graphql } from '../../lib/graphql';

/** What a figure needs to open its receipt. */
export const ReceiptFields = graphql(`
  fragment ReceiptFields on Receipt {
    kind block blockHash time changedAtBlock pallet item storageKey extrinsicIndex eventIndex rpcMethod rpcParams
    rawValue rawNote rule rowCount sources { name prefix }
  }
`);

export type ReceiptData = FragmentOf<typeof ReceiptFields>;

/** The receipts of an object's figures, by the names of its fields. */
export const FigureFields = graphql(
  `
    fragment FigureFields on FigureReceipt {
      figure
      receipt { ...ReceiptFields }
    }
  `,
  [ReceiptFields],
);

export type FigureReceipts = readonly FragmentOf<typeof FigureFields>[];

/** The receipt of one field of an object. */
export const receiptIn = (receipts: FigureReceipts, figure: string): ReceiptData | null =>
  receipts.find((one) => one.figure === figure)?.receipt ?? null;
