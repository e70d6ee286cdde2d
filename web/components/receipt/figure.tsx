import type { ReactNode } from 'react';
import type { ReceiptData } from './fragment';
import { proofOf } from './proof';
import { Receipt } from './receipt';
import styles from './receipt.module.css';

interface FigureProps {
  children: ReactNode;
  /** what the figure is, in words */
  of: string;
  /** the exact figure with its unit; null: there is no figure, so nothing to prove */
  raw: string | number | null;
  receipt: ReceiptData | null | undefined | readonly (ReceiptData | null | undefined)[];
  /** how it is worked out from the receipts, when it does not stand in one of them as shown */
  rule?: string;
}

/** A figure with its receipt after it; without one, just the figure. */
export const Figure = ({ children, of, raw, receipt, rule }: FigureProps) => {
  const proof = proofOf(of, raw, receipt, rule);
  return (
    <span className={styles.figure} data-figure={raw === null ? undefined : of}>
      {children}
      {proof && <Receipt of={of} proofs={[proof]} />}
    </span>
  );
};
