import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVNET_PROFILE, MAINNET_PROFILE } from './base/profile';
import {
  isPunished,
  judge,
  judgedSlot,
  judgementBlocks,
  maySweep,
  punishedSlots,
  punishmentDeadline,
  punishmentWindow,
  slotOfBlock,
  slotOffset,
  sweepBlocks,
  sweepEndBlock,
} from './slots';

const block = fc.nat({ max: 30_000_000 });
const profiles = [MAINNET_PROFILE, DEVNET_PROFILE];

describe('slots', () => {
  it('split a block number into slot and offset', () => {
    for (const profile of profiles) {
      fc.assert(
        fc.property(block, (number) => {
          const slot = slotOfBlock(number, profile);
          expect(slot % profile.slotBlocks).toBe(0);
          expect(slot + slotOffset(number, profile)).toBe(number);
          expect(slotOffset(number, profile)).toBeLessThan(profile.slotBlocks);
        }),
      );
    }
  });

  it('know both generations of the sweep', () => {
    expect(sweepBlocks(600, 499, 25, MAINNET_PROFILE)).toEqual({ start: 1100, end: 1101 });
    expect(sweepEndBlock(600, 500, 25, MAINNET_PROFILE)).toBe(1102);
    expect(sweepBlocks(0, 11, 1, MAINNET_PROFILE)).toEqual({ start: 400, end: 401 });
    expect(sweepBlocks(0, 11, 22, MAINNET_PROFILE).start).toBe(400);
    expect(sweepBlocks(0, 11, 23, MAINNET_PROFILE).start).toBe(500);
    expect(sweepEndBlock(600, 1_000_000, 25, MAINNET_PROFILE)).toBe(1199);
    expect(maySweep(1099, 25, MAINNET_PROFILE)).toBe(false);
    expect(maySweep(1100, 25, MAINNET_PROFILE)).toBe(true);
  });

  it('judge slot 0 twice and slot X between X+1100 and X+1199', () => {
    expect([400, 1000, 1600].map((number) => judgedSlot(number, MAINNET_PROFILE))).toEqual([0, 0, 600]);
    expect(judgementBlocks(600, 25, MAINNET_PROFILE)).toEqual({ earliest: 1700, latest: 1799 });
  });

  it('take eight judgements for one miss', () => {
    for (const profile of profiles) {
      fc.assert(
        fc.property(block, (number) => {
          const missed = slotOfBlock(number, profile);
          const deadline = punishmentDeadline(missed, profile);
          const slots = punishedSlots(missed, profile);
          expect(slots).toHaveLength(8);
          expect(slots.every((slot) => isPunished(slot, deadline))).toBe(true);
          expect(isPunished((slots[7] as number) + profile.slotBlocks, deadline)).toBe(false);
        }),
      );
    }
    expect(punishmentWindow(600, 25, MAINNET_PROFILE)).toEqual({ fromBlock: 1701, untilBlock: 6501 });
  });

  const fresh = { slot: 1200, spec: 25, deadline: 1, hasWorkReport: true, reported: false, punishmentEnabled: true };

  it('spare a fresh anchor once, but not in spec 1', () => {
    expect(judge(fresh, MAINNET_PROFILE)).toEqual({ deadline: 0, counts: true, outcome: 'EXEMPT' });
    expect(judge({ ...fresh, spec: 1 }, MAINNET_PROFILE).outcome).toBe('MISSED');
    expect(judge({ ...fresh, spec: 2 }, MAINNET_PROFILE).outcome).toBe('EXEMPT');
    expect(judge({ ...fresh, spec: 1, deadline: 1200 }, MAINNET_PROFILE)).toEqual({
      deadline: 6000,
      counts: false,
      outcome: 'MISSED',
    });
  });

  it('follow the rule for every identity', () => {
    const input = fc.record({
      slot: fc.nat({ max: 50_000 }).map((k) => k * 600),
      spec: fc.integer({ min: 1, max: 25 }),
      deadline: fc.nat({ max: 60_000 }).map((k) => k * 600),
      hasWorkReport: fc.boolean(),
      reported: fc.boolean(),
      punishmentEnabled: fc.boolean(),
    });
    fc.assert(
      fc.property(input, (given) => {
        const verdict = judge(given, MAINNET_PROFILE);
        if (!given.hasWorkReport) expect(verdict.counts).toBe(false);
        if (given.reported || !given.punishmentEnabled) expect(verdict.deadline).toBe(given.deadline);
        if (verdict.counts && given.punishmentEnabled) expect(given.slot).toBeGreaterThanOrEqual(verdict.deadline);
        if (verdict.outcome === 'MISSED') expect(verdict.counts).toBe(false);
      }),
    );
  });
});
