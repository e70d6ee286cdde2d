import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'good' | 'wait' | 'warn' | 'bad' | 'idle';
export type Glyph = 'disc' | 'ring' | 'triangle' | 'cross' | 'dash' | 'square' | 'hourglass';

const SHAPES: Record<Glyph, ReactNode> = {
  disc: <circle cx="6" cy="6" r="4.4" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="3 1.6" />,
  triangle: <path d="M6 1.2L11.2 10.6H.8z" fill="currentColor" />,
  cross: <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="2.2" />,
  dash: <path d="M1.5 6h9" stroke="currentColor" strokeWidth="2.2" />,
  square: <rect x="2" y="2" width="8" height="8" fill="currentColor" />,
  hourglass: <path d="M2 1h8L6 6l4 5H2l4-5z" fill="currentColor" />,
};

/** A state in one word. Shape and word carry it; the colour only helps. */
export const StatusBadge = ({ tone, glyph, children }: { tone: Tone; glyph: Glyph; children: ReactNode }) => (
  <span className={styles.badge} data-tone={tone}>
    <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[glyph]}
    </svg>
    {children}
  </span>
);

/** A quiet word beside a heading: a role, a kind. */
export const Tag = ({ children }: { children: ReactNode }) => <span className={styles.tag}>{children}</span>;
