import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICO_PER_CRU } from './amount';
import { DEVNET_PROFILE, MAINNET_PROFILE } from './base/profile';
import { erasPerYear, FIRST_YEAR_REWARDS, rewardYear, yearlyRewardBase } from './eras';

describe('reward years', () => {
  it('have 1461 eras on mainnet', () => {
    expect(erasPerYear(MAINNET_PROFILE)).toBe(1461);
    expect(erasPerYear(DEVNET_PROFILE)).toBe(26_563);
    expect(rewardYear(99, 100, MAINNET_PROFILE)).toBeNull();
    expect([100, 1560, 1561].map((era) => rewardYear(era, 100, MAINNET_PROFILE))).toEqual([0, 0, 1]);
  });

  it('fall by 12 % a year as the table of §5.3 says', () => {
    const milli = [0, 1, 2, 3, 4, 5, 6].map((year) => (yearlyRewardBase(year, 0n) * 1000n) / PICO_PER_CRU);
    expect(milli).toEqual([
      5_000_000_000n,
      4_400_000_000n,
      3_872_000_000n,
      3_407_360_000n,
      2_998_476_800n,
      2_638_659_584n,
      2_322_020_433n,
    ]);
    expect(yearlyRewardBase(0, 0n) / 1461n / 10n ** 8n).toBe(34_223_134n);
  });

  it('never fall under 2.8 % of the issuance once they reached it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.bigInt({ min: 0n, max: 2n ** 70n }), (year, issuance) => {
        const base = yearlyRewardBase(year, issuance);
        const floor = (issuance / 1000n) * 28n;
        if (year > 0) expect(base >= floor).toBe(true);
        expect(base <= FIRST_YEAR_REWARDS || base === floor).toBe(true);
      }),
    );
  });
});
