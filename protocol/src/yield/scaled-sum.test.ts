import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION, perbillMul } from '../base/perbill';
import { scalable, scaledSum } from './scaled-sum';

describe('a scaled sum', () => {
  it('is the sum of the amounts scaled and rounded one by one', () => {
    const amount = fc.oneof(
      fc.bigInt({ min: 0n, max: 2n ** 90n }),
      fc.bigInt({ min: 0n, max: 20n }),
      fc.bigInt({ min: BILLION - 3n, max: BILLION + 3n }),
      fc.constant(BILLION / 2n),
    );
    const ratio = fc.oneof(
      fc.bigInt({ min: 0n, max: BILLION }),
      fc.constantFrom(0n, 1n, BILLION / 2n, BILLION - 1n, BILLION, 32_768n, 500_000_001n),
    );
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 40 }), ratio, (amounts, parts) => {
        const each = amounts.map((one) => perbillMul(parts, one));
        expect(scaledSum(scalable(amounts), parts)).toBe(each.reduce((sum, one) => sum + one, 0n));
      }),
      { numRuns: 3000 },
    );
  });
});
