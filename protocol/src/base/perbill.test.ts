import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION, MILLION, perbillFromPercent, perbillMul, perbillRatio, permillMul, permillRatio } from './perbill';

const amount = fc.bigInt({ min: 0n, max: 2n ** 90n });
const parts = fc.bigInt({ min: 0n, max: BILLION });

describe('perbill', () => {
  it('multiplies to the nearest unit, never more than half off, an exact half down', () => {
    fc.assert(
      fc.property(parts, amount, (p, a) => {
        const twiceError = 2n * (perbillMul(p, a) * BILLION - p * a);
        expect(twiceError >= -BILLION && twiceError < BILLION).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(perbillMul(50_000n, 10_000n)).toBe(0n);
    expect(perbillMul(50_000n, 10_001n)).toBe(1n);
    expect(perbillMul(BILLION, 12345n)).toBe(12345n);
    expect(permillMul(1n, 500_000n)).toBe(0n);
    expect(permillMul(1n, 500_001n)).toBe(1n);
  });

  it('is a ratio of at most one, growing with its part', () => {
    fc.assert(
      fc.property(amount, amount, amount, (p, more, q) => {
        const ratio = perbillRatio(p, q);
        expect(ratio >= 0n && ratio <= BILLION).toBe(true);
        expect(perbillRatio(p + more, q) >= ratio).toBe(true);
        expect(permillRatio(p, q) <= MILLION).toBe(true);
      }),
    );
  });

  it('is the exact floor where nothing must be reduced', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: BILLION }), fc.bigInt({ min: 0n, max: BILLION }), (q, p) => {
        expect(perbillRatio(p, q)).toBe(((p < q ? p : q) * BILLION) / q);
      }),
    );
  });

  it('reduces both sides first where the whole is over a billion', () => {
    // factor 3: 666,666,666 of 666,666,667, which is one billionth less than the exact ratio
    expect(perbillRatio(1_999_999_999n, 2_000_000_001n)).toBe(999_999_998n);
    expect((1_999_999_999n * BILLION) / 2_000_000_001n).toBe(999_999_999n);
    expect(perbillRatio(1n, 2_000_000_000n)).toBe(0n);
    expect(perbillRatio(7n, 3_000_000_000n)).toBe(2n);
    expect(perbillRatio(5n, 0n)).toBe(BILLION);
    expect(perbillRatio(0n, 0n)).toBe(0n);
    expect(perbillRatio(1n, 60n)).toBe(16_666_666n);
  });

  it('refuses negative amounts and parts over one', () => {
    expect(() => perbillMul(BILLION + 1n, 1n)).toThrow('out of range');
    expect(() => perbillMul(1n, -1n)).toThrow('negative');
    expect(() => perbillRatio(-1n, 1n)).toThrow('negative');
    expect(perbillFromPercent(72n)).toBe(720_000_000n);
  });
});
