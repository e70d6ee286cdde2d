import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electionStandings } from './election';

const rule = (validatorCount: number) => ({ validatorCount, minimumValidatorCount: 1, whitelist: null });
const candidates = fc
  .array(fc.bigInt({ min: 0n, max: 20n }), { minLength: 1, maxLength: 12 })
  .map((stakes) => stakes.map((effective, stash) => ({ stash, effective })));

describe('electionStandings', () => {
  it('says what a candidate may lose or needs: one step further moves it over the border', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 12 }), (given, seats) => {
        const standings = electionStandings(given, rule(seats));
        for (const { stash, elected, marginPico } of standings ?? []) {
          if (given.length <= seats) expect(marginPico).toBeNull();
          if (marginPico === null) continue;
          expect(elected ? marginPico >= 0n : marginPico <= 0n).toBe(true);
          const moved = (by: bigint) =>
            electionStandings(
              given.map((one) => (one.stash === stash ? { ...one, effective: one.effective - marginPico - by } : one)),
              rule(seats),
            )?.find((one) => one.stash === stash)?.elected;
          expect(moved(elected ? 1n : -1n)).toBe(!elected);
        }
      }),
    );
  });

  it('seats only the whitelist where there is one, and nobody when too few stand', () => {
    const given = [3n, 2n, 1n].map((effective, stash) => ({ stash, effective }));
    const forced = electionStandings(given, { ...rule(1), whitelist: new Set([1, 2]) });
    expect(forced?.map(({ elected, marginPico }) => [elected, marginPico])).toEqual([
      [false, null],
      [true, 1n],
      [false, -1n],
    ]);
    expect(electionStandings(given, { ...rule(1), minimumValidatorCount: 4 })).toBeNull();
  });
});
