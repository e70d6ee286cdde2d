import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareByWorkload } from './payout-sheet';

const amount = fc.bigInt({ min: 0n, max: 2n ** 90n });
const members = fc
  .array(fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 2n ** 70n })), { maxLength: 40 })
  .map((list) => list.map((workload, who) => ({ who, workload })));

describe('shares by workload', () => {
  it('add up to the whole, each within a pico of its exact part', () => {
    fc.assert(
      fc.property(amount, members, (whole, list) => {
        const shares = shareByWorkload(whole, list);
        const total = list.reduce((sum, { workload }) => sum + workload, 0n);
        const given = shares.reduce((sum, share) => sum + share.amount, 0n);
        expect(given).toBe(total === 0n ? 0n : whole);
        expect(shares.map(({ who, workload }) => ({ who, workload }))).toEqual(list);
        for (const share of shares) {
          if (total === 0n) continue;
          const floor = (whole * share.workload) / total;
          expect(share.amount === floor || share.amount === floor + 1n).toBe(true);
          if (share.workload === 0n) expect(share.amount).toBe(0n);
        }
      }),
    );
  });

  it('give nobody less than somebody who did less', () => {
    fc.assert(
      fc.property(amount, members, (whole, list) => {
        const shares = shareByWorkload(whole, list).sort((a, b) => (a.workload < b.workload ? -1 : 1));
        for (const [i, { amount: given, workload }] of shares.entries()) {
          const before = shares[i - 1];
          if (before !== undefined && before.workload < workload) expect(before.amount <= given).toBe(true);
        }
      }),
    );
  });

  it('leave the picos over to the largest remainders, the first listed among equals', () => {
    const of = (whole: bigint, ...workloads: bigint[]) =>
      shareByWorkload(
        whole,
        workloads.map((workload, who) => ({ who, workload })),
      ).map((share) => share.amount);
    expect(of(10n, 1n, 1n, 1n)).toEqual([4n, 3n, 3n]);
    expect(of(10n, 5n, 3n, 0n)).toEqual([6n, 4n, 0n]);
    expect(of(7n, 0n, 0n)).toEqual([0n, 0n]);
  });
});
