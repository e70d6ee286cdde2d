import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atPercent, spreadOf } from './spread';

it('is the smallest value that so many do not exceed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 0n, max: 40n }), { minLength: 1, maxLength: 90 }),
      fc.integer({ min: 1, max: 100 }),
      (values, percent) => {
        const sorted = [...values].sort((a, b) => Number(a - b));
        const found = atPercent(sorted, percent);
        const reached = (limit: bigint) =>
          values.filter((value) => value <= limit).length * 100 >= percent * values.length;
        expect(values).toContain(found);
        expect(reached(found)).toBe(true);
        expect(values.some((value) => value < found && reached(value))).toBe(false);
      },
    ),
  );
});

it('lies in order, whatever order the values come in, and is nothing without any', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(), { minLength: 1, maxLength: 90 }), (values) => {
      const spread = spreadOf(values);
      if (spread === null) throw new Error('values have a spread');
      expect(spread.count).toBe(values.length);
      expect(spread.p10 <= spread.median && spread.median <= spread.p90).toBe(true);
      expect(spreadOf(values.toReversed())).toEqual(spread);
    }),
  );
  expect(spreadOf([])).toBeNull();
});
