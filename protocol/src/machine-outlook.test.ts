import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVNET_PROFILE, MAINNET_PROFILE } from './base/profile';
import { firstRefusedSlot, fullPowerBlock, limitFallsBlock, limitShare } from './machine-outlook';
import { judge, judgedSlot, punishmentDeadline, sweepBlocks } from './slots';
import { stakeLimit } from './stake-limit';

const profiles = [MAINNET_PROFILE, DEVNET_PROFILE];
const slotNumber = fc.integer({ min: 1, max: 40_000 });
const identities = fc.nat(2000);
const spec = fc.constantFrom(1, 4, 22, 23, 25);
const sweepOf = (block: number, profile: (typeof profiles)[number]) => block - (block % profile.slotBlocks);

describe('fullPowerBlock', () => {
  it('is the end of the first sweep after a miss that counts a machine which reports again', () => {
    for (const profile of profiles) {
      fc.assert(
        fc.property(slotNumber, identities, spec, (n, count, at) => {
          const missed = n * profile.slotBlocks;
          let deadline = punishmentDeadline(missed, profile);
          const back = fullPowerBlock(deadline, count, at, profile);
          // the sweeps after that of the missed slot, one by one, with the chain's own rule
          for (let sweep = missed + 2 * profile.slotBlocks; ; sweep += profile.slotBlocks) {
            const { start, end } = sweepBlocks(sweep, count, at, profile);
            const slot = judgedSlot(start, profile);
            const input = { slot, spec: at, deadline, hasWorkReport: true, reported: true, punishmentEnabled: true };
            const { counts, deadline: after } = judge(input, profile);
            deadline = after;
            expect(counts).toBe(sweep >= sweepOf(back, profile));
            if (counts) {
              expect(back).toBe(end);
              return;
            }
          }
        }),
      );
    }
  });
});

describe('firstRefusedSlot', () => {
  it('is the first slot that is not below the expiry', () => {
    for (const profile of profiles) {
      fc.assert(
        fc.property(fc.nat(30_000_000), identities, (expiry, count) => {
          const slot = firstRefusedSlot(expiry, profile);
          expect(slot % profile.slotBlocks).toBe(0);
          expect(slot >= expiry && slot - profile.slotBlocks < expiry).toBe(true);
          expect(judgedSlot(limitFallsBlock(expiry, count, 25, profile), profile)).toBe(slot);
        }),
      );
    }
  });
});

describe('limitShare', () => {
  const bytes = fc.bigInt({ min: 0n, max: 1n << 60n });
  it('of all parts is at most the limit and misses less than a pico for each part', () => {
    fc.assert(
      fc.property(bytes, fc.array(bytes, { minLength: 1, maxLength: 20 }), (limit, parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0n);
        const sum = parts.reduce((all, part) => all + limitShare(limit, part, whole), 0n);
        expect(sum <= limit).toBe(true);
        if (whole > 0n) expect(limit - sum < BigInt(parts.length)).toBe(true);
      }),
    );
  });
  it('is in stage one exactly what the limit loses without these machines', () => {
    fc.assert(
      fc.property(bytes, bytes, bytes, (part, rest, others) => {
        const total = part + rest + others;
        const all = total + 1n;
        const before = stakeLimit(part + rest, total, all);
        expect(limitShare(before, part, part + rest)).toBe(before - stakeLimit(rest, total - part, all));
      }),
    );
  });
});
