import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  compactBytes,
  MULTIPLIER_ONE,
  multiplierOfFee,
  orderWeight,
  settleCallBytes,
  settlementFee,
  settleWeight,
  signedBytes,
  transactionFee,
  USUAL_SIGNING,
} from './transaction-fee';

const multiplier = fc.bigInt({ min: 10n ** 9n, max: 3n * MULTIPLIER_ONE });
const spec = fc.integer({ min: 1, max: 25 });

it('a fee tells the multiplier behind it, as near as whole pico do', () => {
  fc.assert(
    fc.property(multiplier, spec, fc.integer({ min: 100, max: 5000 }), (given, version, lengthBytes) => {
      for (const weight of [settleWeight(version), orderWeight(version)]) {
        const of = { spec: version, weight, lengthBytes };
        const fee = transactionFee({ ...of, multiplier: given });
        const found = multiplierOfFee(fee, of);
        // the smallest that pays it, so that it pays the very same fee
        expect(found !== null && found <= given).toBe(true);
        expect(transactionFee({ ...of, multiplier: found ?? 0n })).toBe(fee);
        if (found !== null && found > 0n) {
          expect(transactionFee({ ...of, multiplier: found - 1n })).toBe(fee - 1n);
        }
      }
    }),
  );
  expect(multiplierOfFee(0n, { spec: 25, weight: 1n, lengthBytes: 100 })).toBe(null);
});

it('each further byte costs 100,000 pico, and a bigger multiplier never less', () => {
  fc.assert(
    fc.property(multiplier, multiplier, spec, fc.integer({ min: 1, max: 62 }), (a, b, version, cidBytes) => {
      expect(settlementFee(cidBytes + 1, version, a) - settlementFee(cidBytes, version, a)).toBe(100_000n);
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(settlementFee(cidBytes, version, low) <= settlementFee(cidBytes, version, high)).toBe(true);
      const dear = settlementFee(cidBytes, version, a, { ...USUAL_SIGNING, nonce: 64 });
      expect(dear - settlementFee(cidBytes, version, a)).toBe(100_000n);
    }),
  );
});

it('lengths are those of SCALE', () => {
  expect([0, 63, 64, 16_383, 16_384].map(compactBytes)).toEqual([1, 1, 2, 2, 4]);
  // a Qm… CID has 46 characters; the transaction a wallet makes for it has 153 bytes
  expect(settleCallBytes(46)).toBe(49);
  expect(signedBytes(49, { nonce: 0, mortal: true })).toBe(153);
});
