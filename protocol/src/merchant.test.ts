import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collateralRatio, hasCollateral, joinSchedule, payAtJoin, payAtSettlement } from './merchant';

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

describe('settlements of specs 1 to 16', () => {
  it('pay what the recorded runtime of spec 4 paid in its block 1203', () => {
    const pay = (amount: bigint, calculatedAt: number, replicas: number) =>
      payAtSettlement({ amount, calculatedAt, expiredAt: 2_592_602, replicas }, 1203);
    expect(pay(200_000_539_982n, 602, 1)).toBe(46_373_524n);
    expect(pay(500_000_181_800n, 602, 2)).toBe(57_966_520n);
    expect(pay(363_583n, 706, 3)).toBe(22n);
  });

  it('never pay more than the file holds, and nothing without replicas or paid time', () => {
    const block = fc.nat({ max: 1_000_000 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 70n }), block, block, fc.nat({ max: 200 }), block, (...given) => {
        const [amount, calculatedAt, paidFor, replicas, later] = given;
        const file = { amount, calculatedAt, expiredAt: calculatedAt + paidFor, replicas };
        const pay = payAtSettlement(file, calculatedAt + later);
        expect(pay * BigInt(Math.min(replicas, 4))).toBeLessThanOrEqual(amount);
        if (replicas === 0 || paidFor === 0) expect(pay).toBe(0n);
      }),
    );
  });
});
