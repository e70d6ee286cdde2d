import { readSlotLetter, VERDICTS, type Verdict } from '@moho/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaps, letterRows } from './cells';
import type { AttemptRow } from './sql';

const SLOT = 30;
const STATUSES = ['REPORTED', 'DUPLICATE', 'REJECTED'] as const;

/** Who was visited in each slot, and how judged: null = not visited. Visits come in batches of `size`. */
interface Sweeps {
  verdicts: (Verdict | null)[][];
  size: number;
  openSlots: number;
  attempts: AttemptRow[];
}

const MACHINES = 5;
const sweeps: fc.Arbitrary<Sweeps> = fc.record({
  verdicts: fc.array(
    fc.array(fc.option(fc.constantFrom(...VERDICTS), { freq: 4 }), { minLength: MACHINES, maxLength: MACHINES }),
    { minLength: 1, maxLength: 12 },
  ),
  size: fc.integer({ min: 1, max: 4 }),
  openSlots: fc.nat(2),
  attempts: fc.array(
    fc.record({
      reporter: fc.integer({ min: 1, max: MACHINES + 2 }),
      slot: fc.nat(14).map((n) => n * SLOT),
      status: fc.constantFrom(...STATUSES),
      block: fc.nat(500),
      late: fc.constantFrom(true, null),
    }),
    { maxLength: 12 },
  ),
});

/** The chain's own way of writing it down: rosters shared by batches, machines numbered from 1, a stranger among them. */
const written = ({ verdicts, size }: Sweeps) => {
  const rosters = new Map<string, number[]>();
  const batches = verdicts.flatMap((row, i) => {
    const visited = row.flatMap((verdict, m) => (verdict === null ? [] : [{ number: m + 1, verdict }]));
    visited.splice(i % 3, 0, { number: 99, verdict: 'M' });
    return Array.from({ length: Math.ceil(visited.length / size) }, (_, k) => {
      const part = visited.slice(k * size, (k + 1) * size);
      const roster = part.map(({ number }) => number).join(' ');
      rosters.set(
        roster,
        part.map(({ number }) => number),
      );
      return {
        slot: i * SLOT,
        block: i * SLOT + 55 + k,
        roster,
        verdicts: part.map(({ verdict }) => verdict).join(''),
      };
    });
  });
  return { batches, rosters };
};

const frameOf = ({ verdicts, openSlots }: Sweeps) => ({
  accounts: Array.from({ length: MACHINES }, (_, m) => `m${m}`),
  placeOf: new Map(Array.from({ length: MACHINES }, (_, m) => [m + 1, m])),
  slots: Array.from({ length: verdicts.length + openSlots }, (_, i) => i * SLOT),
  judgedThrough: (verdicts.length - 1) * SLOT,
});

describe('letterRows', () => {
  it('says of each slot what was judged, and of those nobody judged what came', () => {
    fc.assert(
      fc.property(sweeps, (given) => {
        const frame = frameOf(given);
        const rows = letterRows(frame, { ...written(given), attempts: given.attempts });
        rows.forEach((letters, m) => {
          expect(letters).toHaveLength(frame.slots.length);
          frame.slots.forEach((slot, i) => {
            const { status, punished } = readSlotLetter(letters[i] as string);
            const verdict = given.verdicts[i]?.[m] ?? null;
            const came = given.attempts.filter((one) => one.reporter === m + 1 && one.slot === slot);
            const has = (wanted: string) => came.some((one) => one.status === wanted);
            expect(punished).toBe(verdict === 'P' || verdict === 'M');
            const counted = verdict === 'R' || verdict === 'P' || has('REPORTED') || has('DUPLICATE');
            expect(['REPORTED', 'LATE', 'DUPLICATE'].includes(status)).toBe(counted);
            if (counted) return;
            if (verdict === 'E') expect(status).toBe('EXEMPT');
            else if (has('REJECTED')) expect(status).toBe('REJECTED');
            else if (verdict === 'M' || verdict === 'm') expect(status).toBe('MISSED');
            else expect(status).toBe(slot > frame.judgedThrough && verdict === null ? 'OPEN' : 'ABSENT');
          });
        });
      }),
    );
  });

  it('lets the later judgement of a slot judged twice hold', () => {
    const frame = { ...frameOf({ verdicts: [[]], size: 1, openSlots: 0, attempts: [] }) };
    const twice = (first: string, second: string) => [
      { slot: 0, block: 25, roster: 'a', verdicts: first },
      { slot: 0, block: 55, roster: 'a', verdicts: second },
    ];
    const rosters = new Map([['a', [1]]]);
    expect(letterRows(frame, { batches: twice('E', 'M'), rosters, attempts: [] })[0]).toBe('m');
    expect(letterRows(frame, { batches: twice('M', 'R'), rosters, attempts: [] })[0]).toBe('R');
  });
});

describe('gaps', () => {
  it('are the empty judged slots after the first that is not, and no others', () => {
    const row = fc.array(fc.constantFrom('R', 'm', '-', 'O'), { maxLength: 30 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), fc.nat(30), (rows, judged) => {
        const expected = rows.flatMap((letters, at) =>
          [...letters].flatMap((letter, column) =>
            letter === '-' && column < judged && /[^-]/.test(letters.slice(0, column)) ? [{ row: at, column }] : [],
          ),
        );
        expect(gaps(rows, judged)).toEqual(expected);
      }),
    );
  });
});
