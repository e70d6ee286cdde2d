import type { ReactNode } from 'react';
import type { CellState } from './cell-state';

const SHAPES: Record<CellState, ReactNode> = {
  reported: <rect x="1" y="1" width="14" height="14" fill="currentColor" />,
  punished: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" fill="none" stroke="currentColor" />
      <path d="M1 9L9 1M1 15L15 1M7 15l8-8" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  missed: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" fill="none" stroke="currentColor" />
      <path d="M4.5 4.5l7 7M11.5 4.5l-7 7" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  rejected: <path d="M8 1.5L15 14.5H1z" fill="currentColor" />,
  exempt: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  none: <path d="M6 8h4" stroke="currentColor" strokeWidth="1.4" />,
};

/** The sign of one state in the slot grid. */
export const CellMark = ({ state }: { state: CellState }) => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {SHAPES[state]}
  </svg>
);
