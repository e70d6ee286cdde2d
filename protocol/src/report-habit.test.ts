import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVNET_PROFILE, MAINNET_PROFILE } from './base/profile';
import { HABIT_REPORTS, HABIT_SLOTS, habitSpan, habitTolerance, habitualOffset, isUnusual } from './report-habit';

const profiles = [MAINNET_PROFILE, DEVNET_PROFILE];
const offsets = fc.array(fc.nat(599), { minLength: HABIT_REPORTS, maxLength: 60 });

describe('habitualOffset', () => {
  it('is one of the offsets, with at most half of them on either side, in whatever order they come', () => {
    fc.assert(
      fc.property(offsets, fc.integer(), (all, turn) => {
        const habit = habitualOffset(all) as number;
        expect(all).toContain(habit);
        expect(all.filter((one) => one < habit).length * 2).toBeLessThanOrEqual(all.length);
        expect(all.filter((one) => one > habit).length * 2).toBeLessThanOrEqual(all.length);
        const k = ((turn % all.length) + all.length) % all.length;
        expect(habitualOffset([...all.slice(k), ...all.slice(0, k)])).toBe(habit);
      }),
    );
  });
  it('is unknown while there are few reports', () => {
    expect(habitualOffset(Array(HABIT_REPORTS - 1).fill(17))).toBeNull();
  });
});

describe('habitSpan', () => {
  it('lies wholly before the slot, and is the same for all slots of the next span', () => {
    for (const profile of profiles) {
      fc.assert(
        fc.property(fc.nat(40_000), (n) => {
          const slot = n * profile.slotBlocks;
          const { fromSlot, toSlot } = habitSpan(slot, profile);
          expect(toSlot - fromSlot).toBe((HABIT_SLOTS - 1) * profile.slotBlocks);
          expect(toSlot).toBeLessThan(slot);
          expect(slot - toSlot).toBeLessThanOrEqual(HABIT_SLOTS * profile.slotBlocks);
          const next = { fromSlot: toSlot + profile.slotBlocks, toSlot: toSlot + HABIT_SLOTS * profile.slotBlocks };
          expect(slot >= next.fromSlot && slot <= next.toSlot).toBe(true);
        }),
      );
    }
  });
});

describe('isUnusual', () => {
  it('is never said of a report at its habit, and always of one beyond the time enclaves wait', () => {
    for (const profile of profiles) {
      const usual = Math.floor((profile.slotBlocks * 400) / 600);
      fc.assert(
        fc.property(fc.nat(profile.slotBlocks - 1), fc.nat(profile.slotBlocks - 1), (offset, habit) => {
          const near = Math.abs(offset - habit) <= habitTolerance(profile);
          expect(isUnusual(offset, habit, profile)).toBe(offset > usual || !near);
          expect(isUnusual(offset, null, profile)).toBe(offset > usual);
        }),
      );
    }
  });
});
