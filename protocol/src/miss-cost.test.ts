import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION } from './base/perbill';
import { DEVNET_PROFILE, MAINNET_PROFILE } from './base/profile';
import { countEra, type EraBasis, eraFeePerbill, payoutOf, withWorkload } from './era-recount';
import { missCost, missesBehind } from './miss-cost';
import { judge, punishedSlots } from './slots';
import { isStageOne } from './stake-limit';

const stake = fc.bigInt({ min: 1n, max: 10n ** 19n });
const workload = fc.bigInt({ min: 0n, max: 10n ** 18n });

const candidate = fc.record({
  workload: fc.oneof({ weight: 9, arbitrary: workload }, { weight: 1, arbitrary: fc.constant(null) }),
  stakeLimit: stake,
  own: stake,
  values: fc.array(stake, { maxLength: 80 }),
  guaranteeFeePerbill: fc.bigInt({ min: 0n, max: BILLION }),
  authoringPayout: fc.option(stake),
});

/** Eras in both stages: the network's limit lies above or below what is stored. */
const basis = fc
  .record({
    candidates: fc.array(candidate, { minLength: 1, maxLength: 6 }),
    elsewhere: workload,
    limitOfAll: fc.bigInt({ min: 10n ** 15n, max: 10n ** 19n }),
    stakingPayout: stake,
  })
  .map(
    ({ candidates, elsewhere, ...rest }): EraBasis<number> => ({
      ...rest,
      totalWorkload: candidates.reduce((sum, one) => sum + (one.workload ?? 0n), elsewhere),
      candidates: candidates.map(({ values, ...one }, stash) => ({
        ...one,
        stash,
        votes: values.map((value, i) => ({ who: 100 * (stash + 1) + i, value })),
      })),
    }),
  );

describe('an era counted once more', () => {
  it('pays out no more than it has, but for the rounding of shares', () => {
    fc.assert(
      fc.property(basis, (given) => {
        const era = countEra(given);
        const authored = given.candidates.reduce((sum, one) => sum + (one.authoringPayout ?? 0n), 0n);
        const paid = given.candidates.reduce((sum, { stash }) => sum + payoutOf(era, stash).total, 0n);
        expect(paid <= given.stakingPayout + authored + BigInt(given.candidates.length)).toBe(true);
        expect(era.totalStakes).toBe(era.candidates.reduce((sum, { exposure }) => sum + (exposure?.total ?? 0n), 0n));
      }),
    );
  });

  it('keeps a limit no sweep wrote', () => {
    fc.assert(
      fc.property(basis, (given) => {
        for (const [i, one] of countEra(given).candidates.entries())
          if (one.workload === null) expect(one.stakeLimit).toBe(given.candidates[i]?.stakeLimit);
      }),
    );
  });

  it('is the same again when a workload is put back', () => {
    fc.assert(
      fc.property(basis, workload, (given, more) => {
        const there = withWorkload(given, 0, (now) => now + more);
        expect(withWorkload(there, 0, (now) => now - more)).toEqual(given);
      }),
    );
  });

  it('shares everything once less was asked for during the era', () => {
    expect(eraFeePerbill(5n, [])).toBe(5n);
    expect(eraFeePerbill(5n, [6n, 5n])).toBe(5n);
    expect(eraFeePerbill(5n, [6n, 4n, 7n])).toBe(BILLION);
  });
});

describe('the cost of a miss', () => {
  it('is nothing when nothing was left out, or the sweep wrote the owner no limit', () => {
    fc.assert(
      fc.property(basis, workload, (given, missing) => {
        const one = given.candidates[0];
        const { ownerLoss, guarantorsLoss, paid, restored } = missCost(given, 0, one?.workload === null ? missing : 0n);
        expect([ownerLoss, guarantorsLoss]).toEqual([0n, 0n]);
        expect(restored).toEqual(paid);
      }),
    );
  });

  it('adds up: what the owner and its guarantors lost is what was paid less for them', () => {
    fc.assert(
      fc.property(basis, workload, (given, missing) => {
        const { paid, restored, ownerLoss, guarantors, guarantorsLoss } = missCost(given, 0, missing);
        expect(ownerLoss + guarantorsLoss).toBe(restored.reward - paid.reward);
        expect(guarantors.reduce((sum, one) => sum + one.restored, restored.owner)).toBe(restored.reward);
        expect(guarantors.reduce((sum, one) => sum + one.paid, paid.owner)).toBe(paid.reward);
        for (const one of guarantors) expect(one.loss).toBe(one.restored - one.paid);
      }),
    );
  });

  it('touches nobody else’s limit in stage one, and raises none in stage two', () => {
    fc.assert(
      fc.property(basis, workload, (given, missing) => {
        const was = countEra(given);
        const would = countEra(withWorkload(given, 0, (now) => now + missing));
        const staysInStageOne = isStageOne(would.basis.totalWorkload, given.limitOfAll);
        for (const [i, { stakeLimit }] of would.candidates.entries()) {
          const before = was.candidates[i]?.stakeLimit ?? 0n;
          if (i === 0) continue;
          if (staysInStageOne) expect(stakeLimit).toBe(before);
          else expect(stakeLimit <= before).toBe(true);
        }
      }),
    );
  });

  it('falls on a judgement exactly for the misses whose punishment reaches it', () => {
    for (const profile of [MAINNET_PROFILE, DEVNET_PROFILE])
      fc.assert(
        fc.property(fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 6 }), fc.nat(60), (missed, until) => {
          const slots = missed.map((n) => n * profile.slotBlocks);
          const judged = until * profile.slotBlocks;
          const behind = missesBehind(judged, slots, profile);
          expect(behind).toEqual(slots.filter((slot) => punishedSlots(slot, profile).includes(judged)));
          // the same by playing every judgement
          let deadline = 0;
          let counts = true;
          for (let slot = 0; slot <= judged; slot += profile.slotBlocks) {
            const one = { slot, spec: 25, deadline, hasWorkReport: true, punishmentEnabled: true };
            ({ deadline, counts } = judge({ ...one, reported: !slots.includes(slot) }, profile));
          }
          expect(counts).toBe(behind.length === 0);
        }),
      );
  });
});
