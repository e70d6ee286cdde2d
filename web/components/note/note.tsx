import type { ReactNode } from 'react';
import type { Tone } from '../badge/badge';
import styles from './note.module.css';

/** A thing worth knowing before reading on, in a sentence or two: a warning, a hint, a way out. */
export const Note = ({ tone, title, children }: { tone: Tone; title?: string; children: ReactNode }) => (
  <aside className={styles.note} data-tone={tone}>
    {title && <p className={styles.title}>{title}</p>}
    <div className={styles.body}>{children}</div>
  </aside>
);
