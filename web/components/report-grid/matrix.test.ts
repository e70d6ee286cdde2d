import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMatrix, type GridMachine, groupMatrix, ordered } from './matrix';

const letters = (length: number) =>
  fc.array(fc.constantFrom('R', 'r', 'L', 'M', 'm', 'X', 'x', 'E', 'O', '-'), { minLength: length, maxLength: length });
const machines: fc.Arbitrary<GridMachine[]> = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 9 }))
  .chain(([slots, count]) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, i) =>
        letters(slots).map((all) => ({
          account: `c${i}`,
          name: i % 2 ? `n${9 - i}` : null,
          isMember: true,
          letters: all.join(''),
        })),
      ),
    ),
  );

test('either order shows every machine once, and trouble first never has less trouble above more', () => {
  fc.assert(
    fc.property(machines, (all) => {
      const missed = (one: GridMachine) => one.letters.replace(/[^MX]/gi, '').length;
      for (const order of ['trouble', 'name'] as const) expect(new Set(ordered(all, order))).toEqual(new Set(all));
      const counts = ordered(all, 'trouble').map(missed);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }),
  );
});

test('the calendar of a machine has each of its slots in one cell, the newest day at the top', () => {
  fc.assert(
    fc.property(machines, ([one]) => {
      if (one === undefined) return;
      const { rows, columns, slotOf } = dayMatrix(one, String);
      const places = rows.flatMap((row, r) =>
        Array.from({ length: columns }, (_, c) => slotOf(r, c)).flatMap((place, c) => {
          expect(row.letters[c]).toBe(place === null ? undefined : one.letters[place]);
          return place === null ? [] : [place];
        }),
      );
      expect([...places].sort((a, b) => a - b)).toEqual(Array.from(one.letters, (_, i) => i));
      expect(Math.max(...places.slice(0, columns))).toBe(one.letters.length - 1);
      expect(groupMatrix([one], () => '').slotOf(0, 5)).toBe(5);
    }),
  );
});
