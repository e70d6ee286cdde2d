import { HABIT_SLOTS, habitSpan, habitualOffset, isUnusual, MAINNET_PROFILE as profile } from '@moho/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unusualReports } from './unusual';

const sent = fc
  .uniqueArray(fc.record({ n: fc.nat(100), offset: fc.nat(599) }), { selector: ({ n }) => n, maxLength: 60 })
  .map((all) => all.sort((a, b) => a.n - b.n).map(({ n, offset }) => ({ slot: n * profile.slotBlocks, offset })));

test('a report is unusual exactly when it is by the habit of the span before it, whatever slots are asked for', () => {
  fc.assert(
    fc.property(sent, fc.nat(100), (all, n) => {
      const from = n * profile.slotBlocks;
      const habitAt = (slot: number) => {
        const { fromSlot, toSlot } = habitSpan(slot, profile);
        return habitualOffset(all.filter((one) => one.slot >= fromSlot && one.slot <= toSlot).map((one) => one.offset));
      };
      const expected = all
        .filter(({ slot, offset }) => slot >= from && isUnusual(offset, habitAt(slot), profile))
        .map((one) => ({ ...one, habit: habitAt(one.slot) }));
      expect(unusualReports(all, from, profile)).toEqual(expected);
    }),
  );
});

test('a key that keeps its place is never unusual, and one report elsewhere is', () => {
  const offsets = Array.from({ length: 3 * HABIT_SLOTS }, (_, i) => 100 + (i % 3));
  const steady = offsets.map((offset, i) => ({ slot: i * profile.slotBlocks, offset }));
  expect(unusualReports(steady, 0, profile)).toEqual([]);
  const strayed = steady.map((one, i) => (i === 50 ? { ...one, offset: 300 } : one));
  expect(unusualReports(strayed, 0, profile)).toEqual([{ slot: 50 * profile.slotBlocks, offset: 300, habit: 101 }]);
});
