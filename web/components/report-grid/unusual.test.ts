import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withUnusual } from './unusual';

const letters = fc.array(fc.constantFrom('R', 'r', 'L', 'M', 'm', 'X', 'x', 'E', 'O', '-'), { maxLength: 60 });
const machines = fc.uniqueArray(
  fc.record({ account: fc.nat(9).map(String), letters: letters.map((l) => l.join('')) }),
  {
    selector: ({ account }) => account,
  },
);
const clock = { firstSlot: 600, slotBlocks: 60 };
const unusual = fc.array(
  fc.record({
    account: fc.nat(9).map(String),
    slot: fc.nat(70).map((place) => clock.firstSlot + place * clock.slotBlocks),
    offset: fc.nat(59),
    habit: fc.constant(null),
  }),
);

test('reports at an unusual time become their letter, and nothing else changes', () => {
  fc.assert(
    fc.property(machines, unusual, (all, late) => {
      const changed = withUnusual(all, late, clock);
      expect(changed.map(({ account }) => account)).toEqual(all.map(({ account }) => account));
      all.forEach(({ account, letters }, m) => {
        const after = [...letters].map((letter, place) => {
          const slot = clock.firstSlot + place * clock.slotBlocks;
          if (!/r/i.test(letter) || !late.some((one) => one.account === account && one.slot === slot)) return letter;
          return letter === 'R' ? 'L' : 'l';
        });
        expect(changed[m]?.letters).toBe(after.join(''));
      });
    }),
  );
});
