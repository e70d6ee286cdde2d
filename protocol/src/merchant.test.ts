import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collateralRatio, hasCollateral, joinSchedule, payAtJoin } from './merchant';

describe('merchant income', () => {
  it('pays four joins 2.5/18 of the first amount each and leaves the rest', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 70n }), fc.nat({ max: 5 }), (amount, places) => {
        const { payments, liquidator } = joinSchedule(amount, places);
        expect(payments).toHaveLength(Math.min(places, 4));
        expect(payments.reduce((sum, part) => sum + part, liquidator)).toBe(amount);
      }),
    );
    const { payments, liquidator } = joinSchedule(18_000_000_000n);
    expect(payments).toEqual([2_499_999_984n, 2_499_999_963n, 2_499_999_980n, 2_500_000_037n]);
    expect(liquidator).toBe(8_000_000_036n);
  });

  it('pays nothing once the four places are taken', () => {
    expect([0, 5, -1].map((places) => payAtJoin(1000n, places))).toEqual([0n, 0n, 0n]);
  });

  it('needs collateral for reward and payment together', () => {
    expect(hasCollateral(100n, 60n, 40n)).toBe(true);
    expect(hasCollateral(99n, 60n, 40n)).toBe(false);
    expect(hasCollateral(499n, 60n, 40n, collateralRatio(3))).toBe(false);
    expect([collateralRatio(3), collateralRatio(4), collateralRatio(4, true), collateralRatio(25)]).toEqual([
      5n,
      1n,
      5n,
      1n,
    ]);
  });
});
