import type { ReactNode } from 'react';
import { displayPerbill } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './desk.module.css';

interface Spread {
  window: number;
  eras: number;
  p10Perbill: string;
  medianPerbill: string;
  p90Perbill: string;
}

const rate = (perbill: string): string => displayPerbill(BigInt(perbill));

/** One decimal is enough for the ends of a range. */
const end = (perbill: string): string => {
  const tenths = (BigInt(perbill) + 500_000n) / 1_000_000n;
  return `${tenths / 10n}.${tenths % 10n}`;
};

/** What was really paid over some eras: the median, and under it from a bad to a good era. */
export const Realised = ({ spreads, eras }: { spreads: readonly Spread[]; eras: number }) => {
  const spread = spreads.find(({ window }) => window === eras);
  if (spread === undefined) return <span className={styles.quiet}>{text.common.none}</span>;
  return (
    <span className={styles.two}>
      {rate(spread.medianPerbill)}
      <small>
        {end(spread.p10Perbill)}–{end(spread.p90Perbill)} %
        {spread.eras < eras && ` · ${text.desk.table.fewer(String(spread.eras))}`}
      </small>
    </span>
  );
};

/** A figure and a quiet line under it. */
export const Two = ({ children, under }: { children: ReactNode; under: ReactNode }) => (
  <span className={styles.two}>
    {children}
    <small>{under}</small>
  </span>
);
