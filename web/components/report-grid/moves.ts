import type { Cell } from './geometry';

const PAGE_ROWS = 10;

/** Where a key leads from a cell, as in every grid people know; null for keys that do not move. */
export const moved = (
  key: string,
  withControl: boolean,
  { row, column }: Cell,
  size: { rows: number; columns: number },
): Cell | null => {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = (cell: Cell): Cell => ({
    row: Math.min(last.row, Math.max(0, cell.row)),
    column: Math.min(last.column, Math.max(0, cell.column)),
  });
  switch (key) {
    case 'ArrowUp':
      return to({ row: row - 1, column });
    case 'ArrowDown':
      return to({ row: row + 1, column });
    case 'ArrowLeft':
      return to({ row, column: column - 1 });
    case 'ArrowRight':
      return to({ row, column: column + 1 });
    case 'PageUp':
      return to({ row: row - PAGE_ROWS, column });
    case 'PageDown':
      return to({ row: row + PAGE_ROWS, column });
    case 'Home':
      return to({ row: withControl ? 0 : row, column: 0 });
    case 'End':
      return to({ row: withControl ? last.row : row, column: last.column });
    default:
      return null;
  }
};
