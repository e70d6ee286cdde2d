import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** Nothing to show, and why. The quiet line is what a seismograph draws when nothing moves. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={styles.empty}>
    <svg viewBox="0 0 240 24" className={styles.trace} aria-hidden="true" focusable="false">
      <path d="M0 12h96l3-2 4 5 3-4 3 1h131" />
    </svg>
    <strong>{title}</strong>
    {children && <div className={styles.more}>{children}</div>}
  </div>
);

/** The same in one line, for pages where several lists may be empty at once. */
export const NothingYet = ({ children }: { children: ReactNode }) => <p className={styles.nothing}>{children}</p>;
