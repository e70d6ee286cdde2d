import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION } from '../base/perbill';
import { clipExposure, snapshotExposure } from '../exposure';
import { payout } from '../payout';
import { realisedSpread, realisedYearlyPerbill, yearlyPerbill } from './realised';

const CRU = 1_000_000_000_000n;
const ERAS_A_YEAR = 1461;
const stake = fc.bigInt({ min: CRU, max: 1_000_000n * CRU });
const node = fc.record({
  limit: stake,
  own: stake,
  votes: fc.array(stake, { minLength: 1, maxLength: 80 }).map((all) => all.map((value, who) => ({ who, value }))),
  rest: fc.bigInt({ min: 0n, max: 10_000_000n * CRU }),
  stakingPayout: fc.bigInt({ min: CRU, max: 4000n * CRU }),
  authoringPayout: fc.option(fc.bigInt({ min: 0n, max: 100n * CRU }), { nil: null }),
  guaranteeFeePerbill: fc.bigInt({ min: 0n, max: BILLION }),
});

describe('the realised return of an era', () => {
  it('is what every rewarded guarantor got for a CRU of its guarantee, apart from the chain’s roundings', () => {
    fc.assert(
      fc.property(node, ({ limit, own, votes, rest, ...era }) => {
        const snapshot = snapshotExposure(limit, own, votes);
        if (snapshot === null) throw new Error('a limit above 0 gives an exposure');
        const pot = { stakingPayout: era.stakingPayout, eraTotalStakes: snapshot.total + rest };
        const { nominalTotal, total: exposureTotal } = snapshot;
        const rate = realisedYearlyPerbill({ ...era, nominalTotal, exposureTotal }, pot, ERAS_A_YEAR);
        if (rate === null) throw new Error('this era can be told');
        const paid = payout({ ...era, ...pot, exposureTotal, guarantors: clipExposure(snapshot).others });
        for (const { who, amount } of paid.guarantors) {
          const nominal = (votes[who] as { value: bigint }).value;
          const told = (rate * nominal) / BILLION / BigInt(ERAS_A_YEAR);
          // the part of one guarantor and the ratio of stake to limit are cut to billionths, and those ratios reduced before
          const tolerance = (paid.shared * 16n) / BILLION + nominal / BILLION / BigInt(ERAS_A_YEAR) + 3n;
          const difference = told > amount ? told - amount : amount - told;
          expect(difference <= tolerance, `${told} told, ${amount} paid, ${tolerance} allowed`).toBe(true);
        }
      }),
    );
  });

  it('is 0 without a stake limit, and untold where nothing was staked or the snapshot was not seen', () => {
    const pot = { stakingPayout: CRU, eraTotalStakes: CRU };
    const era = { authoringPayout: null, guaranteeFeePerbill: BILLION };
    const rate = (exposureTotal: bigint | null, nominalTotal: bigint | null) =>
      realisedYearlyPerbill({ ...era, exposureTotal, nominalTotal }, pot, ERAS_A_YEAR);
    expect(rate(null, CRU)).toBe(0n);
    expect(rate(CRU, null)).toBeNull();
    expect(rate(0n, 0n)).toBeNull();
    // all of a CRU for a CRU, 1461 times a year
    expect(rate(CRU, CRU)).toBe(1461n * BILLION);
  });

  it('is simple: twice the amount is twice the rate, twice the stake half of it', () => {
    fc.assert(
      fc.property(stake, stake, (amount, of) => {
        const rate = yearlyPerbill(amount, of, ERAS_A_YEAR);
        const twice = yearlyPerbill(2n * amount, of, ERAS_A_YEAR);
        expect(twice - 2n * rate === 0n || twice - 2n * rate === 1n).toBe(true);
        expect(yearlyPerbill(amount, 2n * of, ERAS_A_YEAR)).toBe(rate / 2n);
      }),
    );
  });
});

it('a spread looks at the newest eras only, and leaves out those that cannot be told', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.bigInt({ min: 0n, max: BILLION }), { nil: null }), { maxLength: 100 }),
      (rates) => {
        for (const eras of [4, 28, 84]) {
          const spread = realisedSpread(rates, eras);
          const told = rates.slice(0, eras).filter((rate) => rate !== null);
          expect(spread?.count ?? 0).toBe(told.length);
          if (spread !== null) expect(told).toContain(spread.median);
        }
      },
    ),
  );
});
