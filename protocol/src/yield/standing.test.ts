import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BILLION } from '../base/perbill';
import { snapshotExposure } from '../exposure';
import { effectiveStake, headroom, nodeStanding, saturationPerbill } from './standing';

const stake = fc.bigInt({ min: 0n, max: 2n ** 75n });
const limit = fc.option(stake, { nil: null });

it('a node without a limit counts nothing, a chilled one does not stand', () => {
  fc.assert(
    fc.property(fc.boolean(), limit, fc.boolean(), (isCandidate, stakeLimit, elected) => {
      const standing = nodeStanding({ isCandidate, stakeLimit, elected });
      expect(standing === 'CHILLED').toBe(!isCandidate);
      if (isCandidate) expect(standing === 'NO_LIMIT').toBe(snapshotExposure(stakeLimit ?? 0n, 1n, []) === null);
      if (standing === 'ELECTED') expect(elected).toBe(true);
    }),
  );
});

it('effective stake, headroom and saturation tell one story', () => {
  fc.assert(
    fc.property(stake, limit, (nominal, stakeLimit) => {
      const effective = effectiveStake(nominal, stakeLimit);
      const room = headroom(nominal, stakeLimit);
      expect(effective <= nominal && effective <= (stakeLimit ?? 0n)).toBe(true);
      expect(effective === nominal || effective === (stakeLimit ?? 0n)).toBe(true);
      expect(room >= 0n).toBe(effective === nominal);
      const saturation = saturationPerbill(nominal, stakeLimit);
      expect(saturation === null).toBe((stakeLimit ?? 0n) === 0n);
      if (saturation !== null && room < 0n) expect(saturation >= BILLION).toBe(true);
      if (saturation !== null && room > 0n) expect(saturation <= BILLION).toBe(true);
    }),
  );
});
