/** Where cells lie: pure arithmetic of the grid's picture. Pixels, from the top left corner of the first cell. */

/** Cells are painted in tiles of so many rows by a day's columns, so that only tiles in sight exist. */
export const TILE_ROWS = 16;
export const DAY_COLUMNS = 24;
const DAY_GAP = 4;

export interface Cell {
  row: number;
  column: number;
}

/** The picture's measure: how large one cell is, and how many there are. */
export interface Measure {
  rows: number;
  columns: number;
  cellWidth: number;
  cellHeight: number;
}

const dayWidth = ({ cellWidth }: Measure): number => DAY_COLUMNS * cellWidth + DAY_GAP;

export const columnLeft = (measure: Measure, column: number): number =>
  Math.floor(column / DAY_COLUMNS) * dayWidth(measure) + (column % DAY_COLUMNS) * measure.cellWidth;

export const pictureWidth = (measure: Measure): number =>
  measure.columns === 0 ? 0 : columnLeft(measure, measure.columns - 1) + measure.cellWidth;

export const pictureHeight = ({ rows, cellHeight }: Measure): number => rows * cellHeight;

export const dayCount = ({ columns }: Measure): number => Math.ceil(columns / DAY_COLUMNS);
const tileCount = ({ rows }: Measure): number => Math.ceil(rows / TILE_ROWS);

/** The cell at a point; null in a gap between days or outside. */
export const cellAt = (measure: Measure, x: number, y: number): Cell | null => {
  const day = Math.floor(x / dayWidth(measure));
  const inDay = Math.floor((x - day * dayWidth(measure)) / measure.cellWidth);
  const column = day * DAY_COLUMNS + inDay;
  const row = Math.floor(y / measure.cellHeight);
  const inside = inDay < DAY_COLUMNS && column >= 0 && column < measure.columns && row >= 0 && row < measure.rows;
  return inside ? { row, column } : null;
};

/** What of the picture can be seen. */
export interface Sight {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Span {
  first: number;
  /** one beyond the last */
  end: number;
}

const spanOf = (from: number, length: number, size: number, count: number, ahead: number): Span => ({
  first: Math.min(count, Math.max(0, Math.floor(from / size) - ahead)),
  end: Math.max(0, Math.min(count, Math.ceil((from + length) / size) + ahead)),
});

/** The tiles to be in the page: those in sight, and one more row of them above and below. */
export const tilesInSight = (measure: Measure, sight: Sight): { tiles: Span; days: Span } => ({
  tiles: spanOf(sight.top, sight.height, TILE_ROWS * measure.cellHeight, tileCount(measure), 1),
  days: spanOf(sight.left, sight.width, dayWidth(measure), dayCount(measure), 0),
});

/** How far to scroll so that [start, start + size) is in sight of `length` from `from` on. */
export const scrollTo = (from: number, length: number, start: number, size: number): number => {
  if (start < from) return start;
  return start + size > from + length ? start + size - length : from;
};
