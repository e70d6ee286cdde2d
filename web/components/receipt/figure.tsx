import type { ReactNode } from 'react';
import type { ReceiptData } from './fragment';
import { Receipt } from './receipt';
import styles from './receipt.module.css';

/** A figure with its receipt after it; without one, just the figure. */
export const Figure = ({
  children,
  receipt,
  of,
  raw,
}: {
  children: ReactNode;
  receipt: ReceiptData | null | undefined;
  of: string;
  raw?: string | null;
}) => (
  <span className={styles.figure}>
    {children}
    {receipt && <Receipt receipt={receipt} of={of} raw={raw} />}
  </span>
);
