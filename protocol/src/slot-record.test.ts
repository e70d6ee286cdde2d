import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLOT_LETTERS } from './slot-letters';
import { currentStreak, didReport, ratePerbill, successRate, sumRates, togetherRow } from './slot-record';

const letters = Object.values(SLOT_LETTERS).flatMap((letter) => [letter, letter.toLowerCase()]);
const row = fc.array(fc.constantFrom(...letters), { maxLength: 80 }).map((all) => all.join(''));
const count = (text: string, wanted: boolean) => [...text].filter((letter) => didReport(letter) === wanted).length;

describe('successRate', () => {
  it('counts every slot that was due, once, and no other', () => {
    fc.assert(
      fc.property(row, fc.nat(90), (all, slots) => {
        const newest = slots === 0 ? '' : all.slice(-slots);
        const rate = successRate(all, slots);
        expect(rate).toEqual({ reported: count(newest, true), due: count(newest, true) + count(newest, false) });
      }),
    );
  });

  it('of two machines is the rate of their slots together', () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        expect(sumRates([successRate(a), successRate(b)])).toEqual(successRate(a + b));
      }),
    );
  });

  it('says all only when nothing was missed', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(2_000_000), (reported, missed) => {
        const perbill = ratePerbill({ reported, due: reported + missed });
        if (reported + missed === 0) expect(perbill).toBeNull();
        else expect(perbill === 1_000_000_000).toBe(missed === 0);
      }),
    );
  });
});

describe('currentStreak', () => {
  it('is the longest end of the row with one outcome', () => {
    fc.assert(
      fc.property(row, (all) => {
        const due = [...all].map(didReport).filter((reported) => reported !== null);
        const streak = currentStreak(all);
        if (streak === null) {
          expect(due).toEqual([]);
          return;
        }
        const before = due.slice(0, due.length - streak.slots);
        expect(due.slice(-streak.slots).every((reported) => reported === streak.reported)).toBe(true);
        expect(before.at(-1)).not.toBe(streak.reported);
        // only a row that is due from its first slot on, with one outcome, may go on before it
        expect(streak.open).toBe(before.length === 0 && didReport(all[0] as string) !== null);
      }),
    );
  });

  it('grows by one with each report and begins anew with a miss', () => {
    fc.assert(
      fc.property(row, (all) => {
        const streak = currentStreak(all);
        const more = currentStreak(`${all}R`);
        expect(more?.slots).toBe(streak?.reported ? streak.slots + 1 : 1);
        expect(currentStreak(`${all}-EO`)?.slots).toBe(streak?.slots);
        expect(currentStreak(`${all}Rm`)).toEqual({ reported: false, slots: 1, open: false });
      }),
    );
  });
});

describe('togetherRow', () => {
  it('has missed what any missed, and reported what nobody missed and somebody reported', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const together = togetherRow(rows);
        for (let i = 0; i < 80; i++) {
          const all = rows.map((one) => (one[i] === undefined ? null : didReport(one[i] as string)));
          const expected = all.includes(false) ? false : all.includes(true) ? true : null;
          expect(together[i] === undefined ? null : didReport(together[i] as string)).toBe(expected);
        }
      }),
    );
  });
});
