import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICO_PER_CRU } from './amount';
import { MAINNET_PROFILE } from './base/profile';
import {
  authoringPayout,
  authoringSharePerbill,
  benefitsLimitPerbill,
  burntPot,
  eraPool,
  extraYearlyReward,
  gposReward,
  MARKET_PAYOUT_ERAS,
  marketCredit,
  nextFeeReductionQuota,
} from './era-rewards';

const amount = fc.bigInt({ min: 0n, max: 2n ** 80n });
const issuance = 20_000_000n * PICO_PER_CRU;

describe('era rewards', () => {
  it('start with StartRewardEra and are 3422.3135 CRU in the first year', () => {
    const input = { era: 9, startRewardEra: 10, issuance, eraTotalStakes: 0n };
    expect(gposReward(input, MAINNET_PROFILE)).toBe(0n);
    expect(gposReward({ ...input, era: 10 }, MAINNET_PROFILE)).toBe(3_422_313_483_915_126n);
  });

  it('get the extra of a low staking ratio from year 4 on', () => {
    const input = { era: 4 * 1461, startRewardEra: 0, issuance, eraTotalStakes: 0n };
    const base = 2_998_476_800_000_000_000n;
    expect(gposReward(input, MAINNET_PROFILE)).toBe((base + (issuance / 100n) * 8n) / 1461n);
    expect(gposReward({ ...input, eraTotalStakes: (issuance * 3n) / 10n }, MAINNET_PROFILE)).toBe(base / 1461n);
    expect(gposReward({ ...input, era: 4 * 1461 - 1 }, MAINNET_PROFILE)).toBe(3_407_360_000_000_000_000n / 1461n);
  });

  it('fall from 8 % extra to nothing at 30 %', () => {
    expect(extraYearlyReward(issuance, 0n)).toBe((issuance / 100n) * 8n);
    expect(extraYearlyReward(issuance, 150_000n)).toBe((issuance / 100n) * 4n);
    expect(extraYearlyReward(issuance, 300_000n)).toBe(0n);
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 0n, max: 999_999n }), (all, ratio) => {
        expect(extraYearlyReward(all, ratio) >= extraYearlyReward(all, ratio + 1n)).toBe(true);
      }),
    );
  });

  it('lose a little of every burnt pot', () => {
    fc.assert(
      fc.property(amount, (burnt) => {
        const paid = marketCredit(burnt) * BigInt(MARKET_PAYOUT_ERAS);
        const lost = burnt - paid;
        expect(lost >= -30n && lost <= burnt / 24_000_000n + 31n).toBe(true);
      }),
    );
    expect(burntPot(5n, 10n)).toBe(0n);
    expect(burntPot(15n, 10n)).toBe(5n);
  });

  it('are split without remainder, by the number elected', () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.nat({ max: 6000 }), (gpos, market, used, elected) => {
        const { pool, authoring, staking } = eraPool(gpos, market, used, elected);
        expect(authoring + staking).toBe(pool);
        expect(pool).toBe(gpos + market > used ? gpos + market - used : 0n);
      }),
    );
    const tiers = [0, 500, 501, 1000, 1001, 2500, 2501, 5000, 5001].map(
      (count) => authoringSharePerbill(count) / 10_000_000n,
    );
    expect(tiers).toEqual([20n, 20n, 25n, 25n, 30n, 30n, 40n, 40n, 50n]);
  });

  it('never pay authors more than their pool and a rounding each', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 30 }), amount, (points, pool) => {
        const total = points.reduce((sum, own) => sum + own, 0);
        fc.pre(total > 0);
        const paid = points.reduce((sum, own) => sum + authoringPayout(own, total, pool), 0n);
        expect(paid <= pool + BigInt(points.length)).toBe(true);
      }),
    );
  });

  it('set the next fee quota before the used one is taken off', () => {
    expect(nextFeeReductionQuota(600n, 400n, benefitsLimitPerbill(25))).toBe(2n);
    expect([1, 3, 4, 5].map((spec) => benefitsLimitPerbill(spec))).toEqual([
      10_000_000n,
      10_000_000n,
      2_000_000n,
      2_000_000n,
    ]);
    expect(benefitsLimitPerbill(4, true)).toBe(10_000_000n);
  });
});
