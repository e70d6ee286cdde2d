import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved } from './moves';

const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
const size = fc.record({ rows: fc.integer({ min: 1, max: 1000 }), columns: fc.integer({ min: 1, max: 672 }) });

test('no keys ever lead out of the grid, and every cell can be reached by arrows alone', () => {
  fc.assert(
    fc.property(size, fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.boolean()), { maxLength: 60 }), (grid, keys) => {
      let cell = { row: 0, column: 0 };
      for (const [key, withControl] of keys) {
        const next = moved(key, withControl, cell, grid);
        expect(next).not.toBeNull();
        cell = next ?? cell;
        expect(cell.row >= 0 && cell.row < grid.rows && cell.column >= 0 && cell.column < grid.columns).toBe(true);
      }
      const { row, column } = cell;
      const right = moved('ArrowRight', false, cell, grid);
      expect(right).toEqual({ row, column: Math.min(column + 1, grid.columns - 1) });
      expect(moved('ArrowDown', false, cell, grid)).toEqual({ row: Math.min(row + 1, grid.rows - 1), column });
    }),
  );
});

test('keys that mean something else move nothing', () => {
  for (const key of ['Tab', 'a', 'Enter', ' ', 'Escape'])
    expect(moved(key, false, { row: 0, column: 0 }, { rows: 9, columns: 9 })).toBeNull();
});
