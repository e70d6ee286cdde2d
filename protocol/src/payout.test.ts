import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION } from './base/perbill';
import { payout } from './payout';

const amount = fc.bigInt({ min: 0n, max: 2n ** 70n });

describe('payout', () => {
  it('hands out the whole reward: guarantors in order, the rest to the validator', () => {
    const input = fc.record({
      authoringPayout: fc.option(amount),
      stakingPayout: amount,
      own: amount,
      values: fc.array(amount, { maxLength: 64 }),
      elsewhere: amount,
      guaranteeFeePerbill: fc.bigInt({ min: 0n, max: BILLION }),
    });
    fc.assert(
      fc.property(input, ({ own, values, elsewhere, ...rest }) => {
        const guarantors = values.map((value, who) => ({ who, value }));
        const exposureTotal = values.reduce((sum, value) => sum + value, own);
        const parts = payout({ ...rest, exposureTotal, eraTotalStakes: exposureTotal + elsewhere, guarantors });
        const paid = parts.guarantors.reduce((sum, part) => sum + part.amount, 0n);
        expect(paid + parts.validator).toBe(parts.total);
        expect(parts.total).toBe((rest.authoringPayout ?? 0n) + parts.staking);
        expect(parts.staking <= rest.stakingPayout && parts.shared <= parts.total).toBe(true);
        expect(parts.guarantors.map(({ who }) => who)).toEqual(guarantors.map(({ who }) => who));
        expect(paid <= parts.shared + BigInt(values.length)).toBe(true);
      }),
    );
  });

  it('gives guarantors nothing at a fee of 0 and shares all at 100 %', () => {
    const input = {
      authoringPayout: 100n,
      stakingPayout: 900n,
      eraTotalStakes: 10n,
      exposureTotal: 10n,
      guarantors: [{ who: 'g', value: 5n }],
    };
    expect(payout({ ...input, guaranteeFeePerbill: 0n })).toMatchObject({
      validator: 1000n,
      guarantors: [{ amount: 0n }],
    });
    expect(payout({ ...input, guaranteeFeePerbill: BILLION })).toMatchObject({
      validator: 500n,
      guarantors: [{ amount: 500n }],
    });
  });

  it('measures guarantors by the exposure, not by the era', () => {
    const input = { authoringPayout: 100n, stakingPayout: 900n, eraTotalStakes: 20n, exposureTotal: 10n };
    const parts = payout({ ...input, guarantors: [{ who: 'g', value: 5n }], guaranteeFeePerbill: BILLION });
    expect(parts).toMatchObject({ staking: 450n, total: 550n, validator: 275n, guarantors: [{ amount: 275n }] });
  });

  it('pays 0 to a validator without an exposure', () => {
    const none = { authoringPayout: null, stakingPayout: 900n, eraTotalStakes: 10n, exposureTotal: 0n, guarantors: [] };
    expect(payout({ ...none, guaranteeFeePerbill: BILLION })).toMatchObject({ total: 0n, validator: 0n });
  });
});
