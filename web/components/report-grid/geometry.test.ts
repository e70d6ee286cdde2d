import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  columnLeft,
  DAY_COLUMNS,
  type Measure,
  pictureHeight,
  pictureWidth,
  scrollTo,
  TILE_ROWS,
  tilesInSight,
} from './geometry';

const measure: fc.Arbitrary<Measure> = fc.record({
  rows: fc.integer({ min: 1, max: 1000 }),
  columns: fc.integer({ min: 1, max: 672 }),
  cellWidth: fc.integer({ min: 3, max: 30 }),
  cellHeight: fc.integer({ min: 10, max: 30 }),
});
const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the picture', () => {
  it('finds each cell at every point of it, and none outside', () => {
    fc.assert(
      fc.property(measure, part, part, part, part, (one, r, c, dx, dy) => {
        const cell = { row: Math.floor(r * one.rows), column: Math.floor(c * one.columns) };
        const x = columnLeft(one, cell.column) + Math.floor(dx * one.cellWidth);
        const y = cell.row * one.cellHeight + Math.floor(dy * one.cellHeight);
        expect(cellAt(one, x, y)).toEqual(cell);
        expect(x).toBeLessThan(pictureWidth(one));
        expect(y).toBeLessThan(pictureHeight(one));
        expect(cellAt(one, pictureWidth(one) + 1, y)).toBeNull();
        expect(cellAt(one, x, pictureHeight(one))).toBeNull();
        expect(cellAt(one, -1, y)).toBeNull();
      }),
    );
  });

  it('has every cell in sight in a tile that is in the page, and few tiles beside those', () => {
    fc.assert(
      fc.property(measure, part, part, (one, fx, fy) => {
        const sight = { left: fx * pictureWidth(one), top: fy * pictureHeight(one), width: 1100, height: 600 };
        const { tiles, days } = tilesInSight(one, sight);
        for (const x of [sight.left, sight.left + sight.width - 1]) {
          for (const y of [sight.top, sight.top + sight.height - 1]) {
            const cell = cellAt(one, x, y);
            if (cell === null) continue;
            const [tile, day] = [Math.floor(cell.row / TILE_ROWS), Math.floor(cell.column / DAY_COLUMNS)];
            expect(tile >= tiles.first && tile < tiles.end && day >= days.first && day < days.end).toBe(true);
          }
        }
        expect(tiles.end - tiles.first).toBeLessThanOrEqual(Math.ceil(600 / (TILE_ROWS * one.cellHeight)) + 3);
      }),
    );
  });

  it('is scrolled just as far as brings a cell into sight', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.integer({ min: 50, max: 900 }),
        fc.nat(10_000),
        fc.nat(40),
        (from, length, start, size) => {
          const to = scrollTo(from, length, start, size);
          expect(to <= start && start + size <= to + length).toBe(true);
          if (from <= start && start + size <= from + length) expect(to).toBe(from);
        },
      ),
    );
  });
});
