import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVNET_PROFILE, MAINNET_PROFILE } from './base/profile';
import { orderRules, renewal, sumOfLegs } from './order-price';
import { type SettlementInput, settlement } from './settlement';

const money = fc.bigInt({ min: 0n, max: 10n ** 13n });
const fee = fc.bigInt({ min: 0n, max: 10n ** 9n });
const block = fc.integer({ min: 0, max: 6_000_000 });
const input: fc.Arbitrary<SettlementInput> = fc.record({
  file: fc.record({
    sizeBytes: fc.bigInt({ min: 0n, max: 2n ** 33n }),
    expiredAt: block,
    amount: money,
    prepaid: money,
    hasReplicas: fc.boolean(),
  }),
  block,
  fees: fc.record({ base: fee, byte: fee, keys: fee }),
  spec: fc.integer({ min: 1, max: 25 }),
  profile: fc.constantFrom(MAINNET_PROFILE, DEVNET_PROFILE),
});

describe('settlement', () => {
  it('is refused without a paid time, and earns nothing before its end', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { outcome, liquidatorGain, callerGain } = settlement(given);
        expect(outcome === 'REFUSED').toBe(given.file.expiredAt === 0);
        if (given.block < given.file.expiredAt) {
          expect(liquidatorGain).toBe(0n);
          expect(outcome === 'CLOSED').toBe(false);
          if (given.spec > 2) expect([outcome, callerGain]).toEqual(['NOTED', 0n]);
        }
      }),
    );
  });

  it('gives the caller all that is left from spec 17 on, and never more in any', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { liquidatorGain, renewalReward, callerGain } = settlement(given);
        expect(liquidatorGain <= given.file.amount && liquidatorGain >= 0n).toBe(true);
        expect(callerGain).toBe(liquidatorGain + renewalReward);
        const { expiredAt, amount } = given.file;
        if (given.spec >= 17) {
          expect(renewalReward).toBe(0n);
          expect(liquidatorGain).toBe(expiredAt > 0 && given.block >= expiredAt ? amount : 0n);
        }
      }),
    );
  });

  it('renews exactly while the prepaid money pays for it, and takes what a renewal costs', () => {
    fc.assert(
      fc.property(input, (given) => {
        const told = settlement(given);
        const { file, fees, spec } = given;
        if (told.outcome === 'CLOSED') {
          expect(told.expiredAtAfter).toBe(null);
          expect(file.prepaid < renewal(file.sizeBytes, fees, orderRules(spec)).cost).toBe(true);
        }
        if (told.outcome !== 'RENEWED' || told.renewal === null) return;
        expect(file.prepaid - told.prepaidAfter).toBe(sumOfLegs(told.renewal.legs) + told.renewalReward);
        expect(told.prepaidAfter >= 0n).toBe(true);
        expect(file.prepaid >= renewal(file.sizeBytes, fees, orderRules(spec)).cost).toBe(true);
        expect(told.expiredAtAfter === 0).toBe(!file.hasReplicas);
      }),
    );
  });

  it('up to spec 16 pays nothing for 15 days, then more each day, all after 30', () => {
    const file = { sizeBytes: 1n, expiredAt: 1_000_000, amount: 999_999_937n, prepaid: 0n, hasReplicas: true };
    const after = (blocks: number) =>
      settlement({
        file,
        block: file.expiredAt + blocks,
        fees: { base: 1n, byte: 1n, keys: 1n },
        spec: 16,
        profile: MAINNET_PROFILE,
      }).liquidatorGain;
    expect([0, 216_000, 324_000, 432_000, 900_000].map(after)).toEqual([
      0n,
      0n,
      499_999_968n,
      999_999_937n,
      999_999_937n,
    ]);
    fc.assert(
      fc.property(fc.nat(800_000), fc.nat(800_000), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(after(low) <= after(high)).toBe(true);
      }),
    );
  });
});
