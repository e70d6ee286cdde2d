import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMature, spower, spowerFactorPermille, spowerSteps } from './spower';

const size = fc.bigInt({ min: 0n, max: 2n ** 47n });

describe('spower', () => {
  it('follows both tables', () => {
    const at = (counts: number[], spec: number) => counts.map((count) => spowerFactorPermille(count, spec));
    expect(at([0, 1, 8, 9, 17, 25, 33, 41, 49, 56, 66, 75, 84, 93, 101, 116, 128, 143, 158, 200, 999], 23)).toEqual([
      1000, 1100, 1100, 2000, 4000, 8000, 10_000, 15_000, 20_000, 50_000, 80_000, 100_000, 120_000, 150_000, 160_000,
      170_000, 180_000, 190_000, 200_000, 200_000, 200_000,
    ]);
    expect(at([0, 8, 16, 24, 32, 40, 48, 55, 65, 74, 83, 92, 100, 115, 127, 142, 157, 167, 182, 183], 22)).toEqual([
      0, 1050, 1200, 1500, 2000, 2600, 3300, 4000, 5000, 6000, 7000, 8000, 8500, 8800, 9000, 9200, 9400, 9600, 9800,
      10_000,
    ]);
  });

  it('rounds down inside the fraction only', () => {
    expect(spower(19n, 1, 25)).toBe(20n);
    expect(spower(9n, 1, 25)).toBe(9n);
    expect(spower(39n, 1, 4)).toBe(40n);
    expect(spower(9n, 33, 4)).toBe(21n);
  });

  it('grows with replicas and size, and stays within one denominator of the factor', () => {
    fc.assert(
      fc.property(size, fc.nat({ max: 210 }), fc.integer({ min: 3, max: 25 }), (bytes, count, spec) => {
        const value = spower(bytes, count, spec);
        // whole in every denominator of the tables; other sizes may lose up to one denominator from step to step
        expect(spower(bytes * 20n, count + 1, spec) >= spower(bytes * 20n, count, spec)).toBe(true);
        expect(spower(bytes, count + 1, spec) > value - 5n).toBe(true);
        expect(spower(bytes + 1n, count, spec) >= value).toBe(true);
        const exact = bytes * BigInt(spowerFactorPermille(count, spec));
        expect(exact - value * 1000n >= 0n && exact - value * 1000n < 5000n).toBe(true);
      }),
    );
  });

  it('lists its steps in order and knows maturity', () => {
    for (const spec of [4, 25]) {
      const factors = spowerSteps(spec).map(({ factorPermille }) => factorPermille);
      expect(factors).toEqual([...factors].sort((a, b) => a - b));
    }
    expect(isMature(null, 0, 450)).toBe(true);
    expect(isMature(100, 549, 450)).toBe(false);
    expect(isMature(100, 550, 450)).toBe(true);
  });
});
