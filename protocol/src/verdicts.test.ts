import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVNET_PROFILE } from './base/profile';
import { judge } from './slots';
import {
  countsWorkload,
  isPunishedVerdict,
  packRoster,
  packWorkloads,
  unpackRoster,
  verdictOf,
  verdictReported,
  workloadAt,
} from './verdicts';

const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
const slots = fc.nat({ max: 40 }).map((n) => n * DEVNET_PROFILE.slotBlocks);
const input = fc.record({
  slot: slots,
  spec: fc.integer({ min: 1, max: 25 }),
  deadline: fc.oneof(fc.constant(1), slots),
  hasWorkReport: fc.boolean(),
  reported: fc.boolean(),
  punishmentEnabled: fc.boolean(),
});

describe('verdictOf', () => {
  it('says by one letter whether the workload counts and whether the deadline lies beyond the slot, as judge does', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { outcome, counts, deadline } = judge(given, DEVNET_PROFILE);
        const punished = given.hasWorkReport && given.punishmentEnabled && given.slot < deadline;
        const verdict = verdictOf(outcome, given.reported, punished);
        expect(countsWorkload(verdict)).toBe(counts);
        expect(isPunishedVerdict(verdict)).toBe(punished);
        const due = outcome === 'MISSED' || (outcome !== 'NO_REPORT_EVER' && given.reported);
        expect(verdictReported(verdict)).toBe(due ? given.reported : null);
      }),
    );
  });
});

describe('a batch', () => {
  it('gives back the workloads it was packed of, also from the middle of a larger buffer', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ free: u64, spower: u64 })), fc.nat({ max: 20 }), (workloads, before) => {
        const packed = packWorkloads(workloads);
        const moved = new Uint8Array(before + packed.length);
        moved.set(packed, before);
        const view = moved.subarray(before);
        expect(workloads.map((_, i) => workloadAt(view, i))).toEqual(workloads);
      }),
    );
  });
  it('gives back its roster', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 31 - 1 })), (numbers) => {
        expect(unpackRoster(packRoster(numbers))).toEqual(numbers);
      }),
    );
  });
});
