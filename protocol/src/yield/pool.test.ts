import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAINNET_PROFILE } from '../base/profile';
import { erasPerYear } from '../eras';
import { poolParts } from './pool';

const CRU = 10n ** 12n;
const amount = (most: bigint) => fc.bigInt({ min: 0n, max: most * CRU });

describe('poolParts', () => {
  const input = fc.record({
    era: fc.nat(20_000),
    issuance: amount(100_000_000n),
    eraTotalStakes: amount(30_000_000n),
    startRewardEra: fc.nat(3_000),
    marketPayout: amount(10_000n),
    usedFeeReductionQuota: amount(10n),
    electedCount: fc.nat(6_000),
  });

  it('sums up: years to an era, sources to the pool, the pool to its two parts', () => {
    fc.assert(
      fc.property(input, (given) => {
        const parts = poolParts(given, MAINNET_PROFILE);
        expect(parts.gpos).toBe((parts.yearlyBase + parts.yearlyExtra) / BigInt(erasPerYear(MAINNET_PROFILE)));
        const sources = parts.gpos + parts.market - parts.usedFeeReductionQuota;
        expect(parts.pool).toBe(sources > 0n ? sources : 0n);
        expect(parts.authoring + parts.staking).toBe(parts.pool);
        expect(parts.year === null).toBe(given.era < given.startRewardEra);
        if (parts.year === null) expect(parts.gpos).toBe(0n);
      }),
    );
  });
});
