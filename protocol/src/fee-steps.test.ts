import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVNET_PROFILE, MAINNET_PROFILE } from './base/profile';
import {
  baseFeeStep,
  DEFAULT_FEE_KNOBS,
  feeRules,
  feeRulesFromKnobs,
  isBaseFeeTick,
  isFeeTick,
  nextBaseFee,
  nextByteFee,
  nextKeysFee,
} from './fee-steps';

const ticks = (test: (block: number) => boolean, until: number): number[] =>
  Array.from({ length: until }, (_, block) => block).filter(test);

const fee = fc.bigInt({ min: 0n, max: 10n ** 12n });
const spec = fc.integer({ min: 1, max: 24 });

/** Percent of the base fee's step for each α, negative when it falls. */
const ladder = (rules: ReturnType<typeof feeRules>, alphas: number[]): number[] =>
  alphas.map((alpha) => {
    const { direction, ratioPerbill } = baseFeeStep(alpha, 1, rules);
    return Number(ratioPerbill / 10_000_000n) * (direction === 'DOWN' ? -1 : 1);
  });

describe('fee steps', () => {
  it('fall on the blocks of each generation', () => {
    expect(ticks((block) => isFeeTick(block, 17, MAINNET_PROFILE), 30)).toEqual([7, 17, 27]);
    expect(ticks((block) => isFeeTick(block, 18, MAINNET_PROFILE), 1300)).toEqual([597, 1197]);
    expect(ticks((block) => isBaseFeeTick(block, 3, MAINNET_PROFILE), 1300)).toEqual([578, 1178]);
    expect(ticks((block) => isBaseFeeTick(block, 2, MAINNET_PROFILE), 1300)).toEqual([]);
    expect(ticks((block) => isFeeTick(block, 25, MAINNET_PROFILE, 2), 2500)).toEqual([1197, 2397]);
    expect(ticks((block) => isFeeTick(block, 25, DEVNET_PROFILE), 90)).toEqual([27, 57, 87]);
    expect(ticks((block) => isBaseFeeTick(block, 25, DEVNET_PROFILE), 90)).toEqual([8, 38, 68]);
  });

  it('leave an early byte fee of 10,000 where it is: half a pico rounds down', () => {
    const rules = feeRules(4);
    expect(nextByteFee(10_000n, { filesSize: 0n, free: 1n }, rules)).toBe(10_000n);
    expect(nextKeysFee(1_000_000n, 5, rules)).toBe(999_950n);
    expect(nextKeysFee(999_950n, 5, rules)).toBe(999_900n);
    expect(nextByteFee(1n, { filesSize: 1n, free: 0n }, rules)).toBe(2n);
  });

  it('have larger steps and fewer files to bear from spec 18 on', () => {
    const ratios = (which: number) => {
      const { byteIncreasePerbill, byteDecreasePerbill, keysIncreasePerbill, keysDecreasePerbill } = feeRules(which);
      return [byteIncreasePerbill, byteDecreasePerbill, keysIncreasePerbill, keysDecreasePerbill];
    };
    expect(ratios(17)).toEqual([60_000n, 50_000n, 60_000n, 50_000n]);
    expect(ratios(18)).toEqual([3_300_000n, 3_000_000n, 3_300_000n, 3_000_000n]);
    expect([17, 18].map((which) => feeRules(which).keysThreshold)).toEqual([20_000_000, 2_000_000]);
    expect(DEFAULT_FEE_KNOBS.keysThreshold).toBe(5_000_000);
  });

  it('turn at the reference share', () => {
    const at = (filesSize: bigint, which: number) =>
      nextByteFee(10n ** 6n, { filesSize, free: 100n - filesSize }, feeRules(which)) > 10n ** 6n;
    expect([at(25n, 4), at(26n, 4), at(50n, 5), at(51n, 5)]).toEqual([false, true, false, true]);
  });

  it('move up or down with the state, within the bounds', () => {
    fc.assert(
      fc.property(
        fee,
        fee,
        fee,
        spec,
        fc.nat({ max: 200 }),
        fc.nat({ max: 9 }),
        (now, a, b, which, addedFiles, orders) => {
          const rules = feeRules(which);
          const [minimum, maximum] = a < b ? [a, b] : [b, a];
          const bounds = { minimum, maximum };
          const raised = nextByteFee(now, { filesSize: 1n, free: 0n }, rules);
          const lowered = nextByteFee(now, { filesSize: 0n, free: 1n }, rules);
          expect(raised > now && lowered <= now).toBe(true);
          for (const next of [
            nextByteFee(now, { filesSize: 1n, free: 0n }, rules, bounds),
            nextKeysFee(now, 30_000_000, rules, bounds),
            nextBaseFee(now, { addedFiles, orders }, rules, bounds),
          ]) {
            expect(next >= minimum && next <= maximum).toBe(true);
          }
          expect(nextKeysFee(now, rules.keysThreshold, rules) <= now).toBe(true);
          expect(nextKeysFee(now, rules.keysThreshold + 1, rules) > now).toBe(true);
        },
      ),
    );
  });

  it('of the base fee follow the ladder of the spec', () => {
    expect(
      ladder(feeRules(3), [0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 18, 21, 25, 30, 37, 49, 50, 100, 101]),
    ).toEqual([30, 30, 25, 21, 18, 16, 15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 0, 0, -3]);
    expect(ladder(feeRules(4, true), [49, 50, 80, 81])).toEqual([3, 0, 0, -3]);
    expect(ladder(feeRules(12), [0, 3, 4, 5, 6, 7, 8, 9, 10, 30, 31])).toEqual([9, 9, 7, 6, 5, 4, 3, 3, 0, 0, -3]);
    expect(ladder(feeRules(24), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 31, 50, 51])).toEqual([
      20, 18, 15, 12, 10, 8, 6, 4, 2, 0, 0, -3, -3, -5,
    ]);
    expect(baseFeeStep(9, 0, feeRules(24))).toMatchObject({ direction: 'DOWN', ratioPerbill: 50_000_000n });
    expect(baseFeeStep(0, 0, feeRules(4))).toMatchObject({ direction: 'DOWN', ratioPerbill: 30_000_000n });
  });

  it('have three ways from spec 25 on, and leave a base fee of 0 at 0', () => {
    const rules = feeRulesFromKnobs(DEFAULT_FEE_KNOBS);
    const next = (addedFiles: number, orders: number) => nextBaseFee(10n ** 9n, { addedFiles, orders }, rules);
    expect([next(9, 1), next(10, 1), next(30, 1), next(31, 1), next(0, 0)]).toEqual([
      1_003_300_000n,
      1_000_000_000n,
      1_000_000_000n,
      997_000_000n,
      997_000_000n,
    ]);
    expect(nextBaseFee(0n, { addedFiles: 0, orders: 1 }, rules)).toBe(0n);
    expect(nextBaseFee(0n, { addedFiles: 0, orders: 1 }, rules, { minimum: 9n, maximum: 5n })).toBe(5n);
  });
});
