/** Fixed lengths of the picture, pixels. */

/** Widths of a cell, from a week at a glance to one letter each. */
export const ZOOMS = [6, 12, 24] as const;
export const CELL_HEIGHT = 22;
export const NAMES_WIDTH = 124;
export const HEAD_HEIGHT = 26;
