import type { FigureReceipts, ReceiptData } from './fragment';

/** The receipt of one field of an object. */
export const receiptIn = (receipts: FigureReceipts, figure: string): ReceiptData | null =>
  receipts.find((one) => one.figure === figure)?.receipt ?? null;
