import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICO_PER_CRU } from './amount';
import { isStageOne, stakeLimit, stakeLimits, sweepTotals, totalStakeLimit, totalStakeLimitRatio } from './stake-limit';

const bytes = fc.bigInt({ min: 0n, max: 2n ** 62n });

describe('stake limit', () => {
  it('has in each of its 330 buckets the value a program with doubles prints', () => {
    const exceptions: bigint[] = [];
    for (let bucket = 0n; bucket < 330n; bucket++) {
      const { whole, fractionPerbill } = totalStakeLimitRatio(bucket * 1000n + 999n);
      const double = 0.33 / ((Number(bucket) + 0.5) / 1000) - 0.65;
      // one rounding more or less in the double may move the last of nine digits
      const gap = whole * 1_000_000_000n + fractionPerbill - BigInt(Math.floor(double * 1e9));
      expect(gap >= -1n && gap <= 1n, `bucket ${bucket}`).toBe(true);
      if (whole * 1_000_000_000n + fractionPerbill !== (660n * 10n ** 9n) / (2n * bucket + 1n) - 650_000_000n)
        exceptions.push(bucket);
      expect(totalStakeLimitRatio(bucket * 1000n)).toEqual({ whole, fractionPerbill });
    }
    expect(exceptions).toEqual([1n, 2n, 27n, 62n, 187n]);
  });

  it('agrees with the documented examples', () => {
    const at = (ppm: bigint) => totalStakeLimitRatio(ppm);
    expect(at(0n)).toEqual({ whole: 659n, fractionPerbill: 350_000_000n });
    expect(at(1500n)).toEqual({ whole: 219n, fractionPerbill: 349_999_999n });
    expect(at(100_000n)).toEqual({ whole: 2n, fractionPerbill: 633_582_089n });
    expect(at(200_500n)).toEqual({ whole: 0n, fractionPerbill: 995_885_286n });
    expect(at(330_000n)).toEqual({ whole: 0n, fractionPerbill: 350_000_000n });
    expect(at(1_000_000n)).toEqual({ whole: 0n, fractionPerbill: 350_000_000n });
  });

  it('of the network falls as more is staked', () => {
    const issuance = 20_000_000n * PICO_PER_CRU;
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: issuance }), fc.bigInt({ min: 0n, max: issuance }), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(totalStakeLimit(issuance, low) >= totalStakeLimit(issuance, high)).toBe(true);
      }),
    );
  });

  it('is the workload in stage one and a share of the whole in stage two', () => {
    fc.assert(
      fc.property(
        fc.array(bytes, { minLength: 1, maxLength: 8 }),
        fc.bigInt({ min: 0n, max: 2n ** 64n }),
        (works, all) => {
          const total = works.reduce((sum, own) => sum + own, 0n);
          const limits = works.map((own) => stakeLimit(own, total, all));
          if (isStageOne(total, all)) expect(limits).toEqual(works);
          else expect(limits.reduce((sum, limit) => sum + limit, 0n) <= all).toBe(true);
        },
      ),
    );
    expect(stakeLimit(2048n, 4096n, 1000n)).toBe(500n);
    expect(stakeLimit(1023n, 1023n, 1n)).toBe(0n);
  });

  it('counts owners without workload, but only what counts', () => {
    const none = { counts: false, free: 5n, spower: 5n, reportedFilesSize: 5n };
    const some = { counts: true, free: 10n, spower: 2n, reportedFilesSize: 1n };
    const totals = sweepTotals([
      { owner: 'a', ...none },
      { owner: 'b', ...some },
      { owner: 'b', ...some },
    ]);
    expect(totals.workloads).toEqual(
      new Map([
        ['a', 0n],
        ['b', 24n],
      ]),
    );
    expect([totals.free, totals.spower, totals.reportedFilesSize]).toEqual([20n, 4n, 2n]);
    expect(stakeLimits(['b', 'c'], totals, PICO_PER_CRU, 0n)).toEqual(
      new Map([
        ['b', 24n],
        ['c', 0n],
      ]),
    );
  });
});
