import { type FragmentOf, graphql } from '../../lib/graphql';

/**
 * What a figure needs to open its receipt: the question that leads to it. The receipt itself is asked for when somebody
 * opens it, since a page may hold hundreds and each is longer than its figure.
 */
export const ReceiptFields = graphql(`fragment ReceiptFields on Receipt { question }`);

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

export { receiptIn } from './receipt-in';
