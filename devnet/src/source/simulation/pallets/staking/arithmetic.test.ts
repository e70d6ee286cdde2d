import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { perbillOf, perbillRatio, permillRatio } from '../../framework/arithmetic';
import { authoringPerbill, gposReward } from './end-era';
import { splitReward } from './payout';
import { clipped, effectiveExposure } from './snapshot';
import { ownerStakeLimit, stakeLimitRatio, totalStakeLimit } from './stake-limit';

const CRU = 1_000_000_000_000n;
const account = (i: number) => `0x${i.toString(16).padStart(64, '0')}` as const;
const amount = fc.bigInt(0n, 10n ** 20n);
const votes = fc
  .array(fc.bigInt(1n, 10n ** 18n), { maxLength: 90 })
  .map((list) => list.map((value, i) => ({ who: account(i + 1), value })));

describe('parts per billion', () => {
  test('an exact half rounds down, more than half up', () => {
    expect(perbillOf(50_000n, 10_000n)).toBe(0n);
    expect(perbillOf(50_001n, 10_000n)).toBe(1n);
    expect(perbillOf(50_000n, 1_000_000n)).toBe(50n);
  });
  test('a ratio divides both sides by ceil(q / 10^9) first, and floors', () => {
    expect(perbillRatio(1n, 60n)).toBe(16_666_666n);
    // ceil(3999999999 / 10^9) = 4: floor(1/4) = 0
    expect(perbillRatio(1n, 3_999_999_999n)).toBe(0n);
    expect(perbillRatio(7n, 0n)).toBe(1_000_000_000n);
    expect(permillRatio(1n, 3n)).toBe(333_333n);
  });
});

describe('stake limits', () => {
  test('the ratio table: first, some and last rows, and the rows that are one lower', () => {
    expect(stakeLimitRatio(0n)).toBe(659_350_000_000n);
    expect(stakeLimitRatio(999n)).toBe(659_350_000_000n);
    expect(stakeLimitRatio(1_000n)).toBe(219_349_999_999n);
    expect(stakeLimitRatio(100_000n)).toBe(2_633_582_089n);
    expect(stakeLimitRatio(200_500n)).toBe(995_885_286n);
    expect(stakeLimitRatio(300_000n)).toBe(448_169_717n);
    expect(stakeLimitRatio(329_999n)).toBe(351_517_450n);
    expect(stakeLimitRatio(330_000n)).toBe(350_000_000n);
    expect(stakeLimitRatio(1_000_000n)).toBe(350_000_000n);
  });
  test('stage one: a pico per byte; stage two: shares of L*', () => {
    const limit = totalStakeLimit(1_000n * CRU, 0n);
    expect(limit).toBe(659_350n * CRU);
    expect(ownerStakeLimit(5n * CRU, limit - 1n, limit)).toBe(5n * CRU);
    expect(ownerStakeLimit(limit, 2n * limit, limit)).toBe(((limit / 1024n) * limit) / ((2n * limit) / 1024n));
  });
});

describe('exposures', () => {
  test('never exceed nominal stake, total is the sum of its parts, and stays at the limit within rounding', () => {
    fc.assert(
      fc.property(amount, votes, amount, (own, others, limit) => {
        const e = effectiveExposure(own, others, limit);
        const nominal = others.reduce((sum, v) => sum + v.value, own);
        expect(e.others.reduce((sum, v) => sum + v.value, e.own)).toBe(e.total);
        expect(e.own).toBeLessThanOrEqual(own);
        if (limit >= nominal) expect(e.total).toBe(nominal);
        // dividing both sides of the ratio first costs it up to a few 10^-9, each part is rounded by at most one half
        expect(e.total).toBeLessThanOrEqual(limit + nominal / 250_000_000n + BigInt(others.length) + 1n);
        expect(e.others.map((v) => v.who)).toEqual(others.map((v) => v.who));
      }),
    );
  });
  test('more than 64 guarantors are clipped to the biggest, ties in their order; own and total stay', () => {
    fc.assert(
      fc.property(votes, (others) => {
        const full = effectiveExposure(10n, others, 10n ** 30n);
        const clip = clipped(full);
        expect(clip.total).toBe(full.total);
        expect(clip.others).toHaveLength(Math.min(64, others.length));
        if (others.length <= 64) expect(clip).toBe(full);
        const least = clip.others.at(-1)?.value ?? 0n;
        const left = full.others.filter((v) => !clip.others.some((c) => c.who === v.who));
        expect(left.every((v) => v.value <= least)).toBe(true);
      }),
    );
    const equal = Array.from({ length: 66 }, (_, i) => ({ who: account(i), value: i === 65 ? 2n : 1n }));
    expect(clipped(effectiveExposure(0n, equal, 1_000n)).others.map((v) => v.who)).toEqual([
      account(65),
      ...equal.slice(0, 63).map((v) => v.who),
    ]);
  });
});

describe('rewards of an era', () => {
  test('the yearly base falls by 12 % and freezes at 2.8 % of issuance; year 4 adds for a low staking ratio', () => {
    const issuance = 20_000_000n * CRU;
    expect(gposReward(0, 1461n, issuance, 0n)).toBe(3_422_313_483_915_126n);
    expect(gposReward(1, 1461n, issuance, 0n)).toBe(3_011_635_865_845_311n);
    expect(gposReward(3, 1461n, 200_000_000n * CRU, 0n)).toBe((5_600_000n * CRU) / 1461n);
    const base = 2_998_476_800_000_000_000n;
    expect(gposReward(4, 1461n, issuance, issuance)).toBe(base / 1461n);
    expect(gposReward(4, 1461n, issuance, 0n)).toBe((base + 1_600_000n * CRU) / 1461n);
    expect(gposReward(4, 1461n, issuance, issuance / 10n)).toBe(
      (base + 1_600_000n * CRU - ((2_000_000n * CRU) / 30n) * 8n) / 1461n,
    );
  });
  test('the authors’ share grows with the number of validators', () => {
    expect([1, 500, 501, 1000, 2500, 5000, 5001].map(authoringPerbill)).toEqual(
      [20n, 20n, 25n, 25n, 30n, 40n, 50n].map((percent) => percent * 10_000_000n),
    );
  });
  test('a reward is split without loss, and the fee is what guarantors share', () => {
    fc.assert(
      fc.property(
        amount,
        fc.bigInt(0n, 1_000_000_000n),
        fc.bigInt(1n, 10n ** 16n),
        votes,
        (reward, fee, own, others) => {
          const exposure = clipped(effectiveExposure(own, others, 10n ** 30n));
          const { validator, guarantors } = splitReward(reward, fee, exposure);
          const given = guarantors.reduce((sum, g) => sum + g.amount, 0n);
          expect(validator + given).toBe(reward);
          expect(given).toBeLessThanOrEqual(perbillOf(fee, reward) + BigInt(guarantors.length));
          if (fee === 0n) expect(given).toBe(0n);
        },
      ),
    );
  });
});
