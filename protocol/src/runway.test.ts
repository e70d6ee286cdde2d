import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepaidRunway, type RunwayInput } from './runway';

const input: fc.Arbitrary<RunwayInput> = fc.record({
  prepaid: fc.bigInt({ min: 0n, max: 10n ** 18n }),
  renewalCost: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  expiredAt: fc.nat({ max: 100_000 }),
  block: fc.nat({ max: 100_000 }),
  fileDurationBlocks: fc.integer({ min: 1, max: 5_000_000 }),
});

/** The same by playing it: settle when the time is over, pay, and begin anew. */
const played = ({ prepaid, renewalCost, expiredAt, block, fileDurationBlocks }: RunwayInput) => {
  let [left, end, renewals] = [prepaid, expiredAt, 0n];
  while (renewalCost > 0n && left >= renewalCost && renewals < 300n) {
    left -= renewalCost;
    end = Math.max(end, block) + fileDurationBlocks;
    renewals++;
  }
  return { renewals, dryBlock: BigInt(end) };
};

describe('the runway of a prepaid pool', () => {
  it('is what settling in time again and again comes to', () => {
    fc.assert(
      fc.property(
        input.filter(({ prepaid, renewalCost, expiredAt }) => expiredAt > 0 && prepaid < 300n * renewalCost),
        (given) => {
          expect(prepaidRunway(given)).toEqual(played(given));
        },
      ),
    );
  });
  it('only grows with the pool, and ends with the paid time when it is empty', () => {
    fc.assert(
      fc.property(input, fc.bigInt({ min: 0n, max: 10n ** 18n }), (given, more) => {
        const [now, then] = [prepaidRunway(given), prepaidRunway({ ...given, prepaid: given.prepaid + more })];
        expect(then.renewals >= now.renewals).toBe(true);
        if (given.expiredAt === 0) expect(now.dryBlock).toBeNull();
        else expect((then.dryBlock ?? 0n) >= (now.dryBlock ?? 0n)).toBe(true);
        const empty = prepaidRunway({ ...given, prepaid: 0n });
        expect(empty).toEqual({ renewals: 0n, dryBlock: given.expiredAt === 0 ? null : BigInt(given.expiredAt) });
      }),
    );
  });
});
