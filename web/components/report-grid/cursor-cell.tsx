import type { ReactNode } from 'react';
import type { Measure } from './geometry';
import { type Cell, columnLeft } from './geometry';
import { HEAD_HEIGHT, NAMES_WIDTH } from './measure';
import styles from './report-grid.module.css';

interface CursorCellProps {
  id: string;
  cell: Cell;
  measure: Measure;
  rowLabel: string;
  label: string;
  letter: string;
  selected: boolean;
}

const Row = ({ index, children }: { index: number; children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: the picture is no table; this row is the one of it that is a real element
  <div role="row" aria-rowindex={index} tabIndex={-1}>
    {children}
  </div>
);

/** The chosen cell: the one that keyboards and screen readers are at, drawn as a frame over the picture. */
export const CursorCell = ({ id, cell, measure, rowLabel, label, letter, selected }: CursorCellProps) => (
  <Row index={cell.row + 1}>
    {/* biome-ignore lint/a11y/useSemanticElements: see the row */}
    <span
      role="gridcell"
      id={id}
      aria-colindex={cell.column + 1}
      aria-selected={selected}
      aria-label={`${rowLabel}, ${label}`}
      className={styles.cursor}
      data-letter={letter}
      tabIndex={-1}
      style={{
        left: NAMES_WIDTH + columnLeft(measure, cell.column),
        top: HEAD_HEIGHT + cell.row * measure.cellHeight,
        width: measure.cellWidth,
        height: measure.cellHeight,
      }}
    />
  </Row>
);
