import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION } from '../base/perbill';
import { payout } from '../payout';
import { distribution } from './distribution';

const stake = fc.bigInt({ min: 0n, max: 2n ** 70n });
const input = fc.record({
  authoringPayout: fc.option(stake),
  stakingPayout: stake,
  own: stake,
  elsewhere: stake,
  guaranteeFeePerbill: fc.bigInt({ min: 0n, max: BILLION }),
  votes: fc.array(fc.record({ value: stake, isClipped: fc.boolean() }), { maxLength: 80 }),
});

describe('distribution', () => {
  it('leaves nothing over, and gives guarantors and validator what the payout gives them', () => {
    fc.assert(
      fc.property(input, ({ own, elsewhere, votes, ...rest }) => {
        const exposureTotal = votes.reduce((sum, { value }) => sum + value, own);
        const of = { ...rest, exposureTotal, eraTotalStakes: exposureTotal + elsewhere };
        const parts = distribution(of, own, votes);
        const paid = payout({
          ...of,
          guarantors: votes.flatMap(({ value, isClipped }, who) => (isClipped ? [] : [{ who, value }])),
        });
        expect(parts.validator).toBe(paid.validator);
        expect(parts.validator + parts.guarantors).toBe(paid.total);
        // each part is rounded to the nearest pico by itself
        const slack = BigInt(votes.length + 1);
        expect(parts.clipped + parts.guarantors + parts.validatorStake <= paid.shared + slack).toBe(true);
      }),
    );
  });
});
