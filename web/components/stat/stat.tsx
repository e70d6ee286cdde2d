import type { ReactNode } from 'react';
import { Words } from '../term/term';
import styles from './stat.module.css';

interface StatProps {
  label: string;
  children: ReactNode;
  note?: ReactNode;
}

/** One figure with its name; the note says what it counts. */
export const Stat = ({ label, children, note }: StatProps) => (
  <div className={styles.stat}>
    <dt className={styles.label}>
      <Words>{label}</Words>
    </dt>
    <dd className={styles.value} data-stat={label}>
      {children}
    </dd>
    {note && <dd className={styles.note}>{typeof note === 'string' ? <Words>{note}</Words> : note}</dd>}
  </div>
);

/** A row of figures that wraps. */
export const Stats = ({ children }: { children: ReactNode }) => <dl className={styles.stats}>{children}</dl>;
