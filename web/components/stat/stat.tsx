import type { ReactNode } from 'react';
import styles from './stat.module.css';

/** One figure with its name; the note says what it counts. */
export const Stat = ({ label, children, note }: { label: string; children: ReactNode; note?: ReactNode }) => (
  <div className={styles.stat}>
    <dt className={styles.label}>{label}</dt>
    <dd className={styles.value}>{children}</dd>
    {note && <dd className={styles.note}>{note}</dd>}
  </div>
);

/** A row of figures that wraps. */
export const Stats = ({ children }: { children: ReactNode }) => <dl className={styles.stats}>{children}</dl>;
