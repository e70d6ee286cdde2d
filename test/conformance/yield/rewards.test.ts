import { BILLION } from '@moho/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRewards, owed } from './rewards';
import type { EraRow, PaymentRow, ValidatorRow } from './sql';

const ERA = 5;
const value = fc.bigInt({ min: 1n, max: 10n ** 18n });
const era: EraRow = {
  era: ERA,
  plannedAtBlock: 1,
  startBlock: 2,
  totalStake: 10n ** 19n,
  stakingPayout: 10n ** 16n,
  marketPayout: null,
  authoringTotal: null,
  stakingTotal: null,
  rewardPoints: null,
};
const eras = new Map([[ERA, era]]);

/** One validator with up to 70 guarantors. */
const validatorRow = fc
  .record({
    own: value,
    values: fc.array(value, { minLength: 1, maxLength: 70 }),
    fee: fc.bigInt({ min: 0n, max: BILLION }),
  })
  .map(
    ({ own, values, fee }): ValidatorRow => ({
      era: ERA,
      stash: 'validator',
      total: values.reduce((sum, one) => sum + one, own),
      own,
      guaranteeFeePerbill: fee,
      authoringPayout: 10n ** 13n,
      points: 20,
      elected: true,
      stakeLimit: null,
      nominalOwn: null,
      guarantors: values.map((one, i) => ({ guarantor: `g${i}`, value: one, clipped: false, nominal: null })),
    }),
  );

const paymentsOf = (row: ValidatorRow): PaymentRow[] =>
  owed(row, row.stash, era).map(({ who, value: amount }, eventIndex) => ({
    block: 9,
    eventIndex,
    extrinsicIndex: 1,
    stash: who,
    validator: row.stash,
    era: ERA,
    amount,
  }));

const compare = (row: ValidatorRow, payments: PaymentRow[], bonded: (stash: string) => boolean = () => true) =>
  compareRewards(payments, new Map([[`${ERA}-${row.stash}`, row]]), eras, bonded);

describe('compareRewards', () => {
  it('takes what is owed, pays 64 at most, and lets nobody out who is bonded', () => {
    fc.assert(
      fc.property(validatorRow, fc.nat(), (row, seed) => {
        const payments = paymentsOf(row);
        expect(payments.length).toBe(Math.min(row.guarantors.length, 64) + 1);
        expect(compare(row, payments)).toMatchObject({ keysCompared: payments.length, mismatches: [] });
        const left = seed % (payments.length - 1);
        const gone = payments[left]?.stash;
        const rest = payments.filter((_, i) => i !== left);
        expect(compare(row, rest).mismatches).not.toEqual([]);
        expect(compare(row, rest, (stash) => stash !== gone).mismatches).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('notices one pico more or less in any payment, and two payments in each other’s place', () => {
    fc.assert(
      fc.property(validatorRow, fc.nat(), fc.constantFrom(-1n, 1n), (row, seed, by) => {
        const payments = paymentsOf(row);
        const at = seed % payments.length;
        const spoilt = payments.map((one, i) => (i === at ? { ...one, amount: one.amount + by } : one));
        expect(compare(row, spoilt).mismatches.map(({ id }) => id)).toEqual([`9-${at}`]);
        const [first, second, ...rest] = payments as [PaymentRow, PaymentRow, ...PaymentRow[]];
        if (rest.length > 0) expect(compare(row, [second, first, ...rest]).mismatches).not.toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('counts payments of a claim nobody could name apart', () => {
    const [row] = fc.sample(validatorRow, { numRuns: 1, seed: 1 }) as [ValidatorRow];
    const unnamed = paymentsOf(row).map((one) => ({ ...one, validator: null, era: null }));
    expect(compare(row, unnamed)).toMatchObject({ keysCompared: 0, overridden: unnamed.length, mismatches: [] });
  });
});
