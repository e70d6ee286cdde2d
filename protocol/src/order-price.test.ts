import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION } from './base/perbill';
import {
  chargedMib,
  MIB,
  marketFundsPerbill,
  maximumFileSize,
  type OrderRules,
  orderLegs,
  orderRules,
  priceWithoutDiscount,
  renewal,
  sumOfLegs,
} from './order-price';

const RULES: OrderRules[] = ['SPEC_1_2', 'SPEC_3_4_JULY', 'SPEC_4_AUGUST_16', 'SPEC_17'];
const fee = fc.bigInt({ min: 0n, max: 10n ** 11n });
const order = fc.record({
  sizeBytes: fc.bigInt({ min: 0n, max: 2n ** 37n }),
  fees: fc.record({ base: fee, byte: fee, keys: fee }),
  tips: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  fundsPerbill: fc.bigInt({ min: 0n, max: BILLION }),
  rules: fc.constantFrom(...RULES),
});

describe('order price', () => {
  it('is the sum of its legs, and a discount only ever lowers the reserved one', () => {
    fc.assert(
      fc.property(order, (given) => {
        const full = orderLegs({ ...given, fundsPerbill: 0n });
        expect(sumOfLegs(full)).toBe(priceWithoutDiscount(given.sizeBytes, given.fees, given.tips));
        const legs = orderLegs(given);
        expect([legs.staking, legs.storage]).toEqual([full.staking, full.storage]);
        expect(legs.reserved <= full.reserved && legs.reserved >= 0n).toBe(true);
        if (given.rules === 'SPEC_17') expect(legs).toEqual(full);
        if (given.rules === 'SPEC_3_4_JULY') expect(legs.reserved >= given.fees.base).toBe(true);
      }),
    );
  });

  it('splits a mainnet order 72 / 18 / 10 with the base fee reserved', () => {
    const fees = { base: 1000n, byte: 100n, keys: 50n };
    const given = { sizeBytes: 10n * MIB - 1n, fees, tips: 7n, fundsPerbill: 0n };
    expect(orderLegs({ ...given, rules: 'SPEC_17' })).toEqual({ reserved: 1105n, staking: 756n, storage: 196n });
    // specs 1-2 share the base fee as well: 72, 18 and the rest of 2050
    expect(orderLegs({ ...given, rules: 'SPEC_1_2' })).toEqual({ reserved: 205n, staking: 1476n, storage: 376n });
  });

  it('can lose its whole tenth to a discount', () => {
    const given = { sizeBytes: MIB, fees: { base: 0n, byte: 900n, keys: 100n }, tips: 0n, fundsPerbill: 114_300_000n };
    const reserved = (rules: OrderRules) => orderLegs({ ...given, rules }).reserved;
    expect(RULES.map(reserved)).toEqual([0n, 0n, 0n, 100n]);
    expect(marketFundsPerbill(40n, 350n)).toBe(114_285_714n);
    expect(marketFundsPerbill(0n, 0n)).toBe(0n);
  });

  it('charges started MiB', () => {
    expect([0n, 1n, MIB, MIB + 1n].map(chargedMib)).toEqual([0n, 1n, 1n, 2n]);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 50n }), (bytes) => {
        const mib = chargedMib(bytes);
        expect(mib * MIB >= bytes && (mib === 0n || (mib - 1n) * MIB < bytes)).toBe(true);
      }),
    );
    expect([2, 16, 17].map((spec) => maximumFileSize(spec) / (1024n * MIB))).toEqual([128n, 32n, 8n]);
  });

  it('of a renewal is paid from prepaid, 5 % of it to the caller before spec 17', () => {
    fc.assert(
      fc.property(order, ({ sizeBytes, fees, rules }) => {
        const { cost, callerReward, legs } = renewal(sizeBytes, fees, rules);
        expect(sumOfLegs(legs) + callerReward).toBe(cost);
        expect(rules === 'SPEC_17' ? callerReward === 0n : callerReward <= cost / 20n + 1n).toBe(true);
      }),
    );
    const fees = { base: 100n, byte: 10n, keys: 1000n };
    expect(renewal(MIB, fees, 'SPEC_1_2').cost).toBe(115n);
    expect(renewal(MIB, fees, 'SPEC_17').cost).toBe(1110n);
  });

  it('has four generations', () => {
    expect([1, 2, 3, 4, 5, 16, 17, 25].map((spec) => orderRules(spec))).toEqual([
      'SPEC_1_2',
      'SPEC_1_2',
      'SPEC_3_4_JULY',
      'SPEC_4_AUGUST_16',
      'SPEC_4_AUGUST_16',
      'SPEC_4_AUGUST_16',
      'SPEC_17',
      'SPEC_17',
    ]);
    expect(orderRules(4, true)).toBe('SPEC_3_4_JULY');
  });
});
