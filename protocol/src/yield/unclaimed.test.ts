import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION } from '../base/perbill';
import { MAINNET_PROFILE } from '../base/profile';
import { clipExposure } from '../exposure';
import { payout } from '../payout';
import { CLAIM_ERAS, type ClaimFacts, claimErasLeft, claimParts, claimState, claimsEndMs } from './unclaimed';

const era = fc.nat(5000);
const facts: fc.Arbitrary<ClaimFacts> = fc.record({
  era,
  currentEra: era,
  hasClosed: fc.boolean(),
  isClaimed: fc.boolean(),
  isBonded: fc.boolean(),
});

describe('claimState', () => {
  it('is outstanding exactly where the pallet accepts the call: closed, unclaimed, bonded, within 84 eras', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const accepted =
          one.hasClosed && !one.isClaimed && one.isBonded && one.era >= Math.max(0, one.currentEra - CLAIM_ERAS);
        expect(claimState(one) === 'OUTSTANDING').toBe(accepted);
      }),
    );
  });

  it('never comes back once lost, and is lost one era after the last chance', () => {
    fc.assert(
      fc.property(facts, fc.nat(200), (one, later) => {
        const unclaimed = { ...one, isClaimed: false };
        if (claimState(unclaimed) === 'LOST')
          expect(claimState({ ...unclaimed, currentEra: one.currentEra + later })).toBe('LOST');
        const last = { ...unclaimed, hasClosed: true, isBonded: true, currentEra: one.era + CLAIM_ERAS };
        expect(claimErasLeft(last.era, last.currentEra)).toBe(0);
        expect(claimState(last)).toBe('OUTSTANDING');
        expect(claimState({ ...last, currentEra: last.currentEra + 1 })).toBe('LOST');
      }),
    );
  });
});

describe('claimsEndMs', () => {
  it('is an era later for each era, and a session before the losing era on a chain that keeps its pace', () => {
    const eraMs = 6 * 600 * 6000;
    fc.assert(
      fc.property(era, fc.nat(84), (number, back) => {
        const active = { era: number + back, startMs: 1e12 + (number + back) * eraMs };
        const losing = 1e12 + (number + CLAIM_ERAS + 1) * eraMs;
        expect(claimsEndMs(number, active, MAINNET_PROFILE)).toBe(losing - 600 * 6000);
      }),
    );
  });
});

const stake = fc.bigInt({ min: 0n, max: 2n ** 70n });
const votes = fc.array(fc.record({ value: stake, isBonded: fc.boolean() }), { maxLength: 90 });

describe('claimParts', () => {
  const input = fc.record({
    authoringPayout: fc.option(stake),
    stakingPayout: stake,
    own: stake,
    elsewhere: stake,
    guaranteeFeePerbill: fc.bigInt({ min: 0n, max: BILLION }),
    votes,
  });

  it('pays what the payout pays to those in the clipped exposure who are bonded, and nothing to anybody else', () => {
    fc.assert(
      fc.property(input, ({ own, elsewhere, votes, ...rest }) => {
        const others = votes.map(({ value }, who) => ({ who, value }));
        const total = others.reduce((sum, { value }) => sum + value, own);
        const clipped = clipExposure({ total, own, others });
        const rewarded = new Set(clipped.others.map(({ who }) => who));
        const of = { ...rest, exposureTotal: total, eraTotalStakes: total + elsewhere };
        const chain = payout({ ...of, guarantors: clipped.others });
        const due = new Map(chain.guarantors.map(({ who, amount }) => [who, amount]));
        const claim = claimParts(
          of,
          votes.map((vote, who) => ({ who, ...vote, isClipped: !rewarded.has(who) })),
        );
        expect(claim.validator).toBe(chain.validator);
        expect(claim.parts.map(({ who }) => who)).toEqual(votes.map((_, who) => who));
        for (const { who, amount, state } of claim.parts) {
          expect(state).toBe(!rewarded.has(who) ? 'CLIPPED' : votes[who]?.isBonded ? 'PAID' : 'UNBONDED');
          expect(amount).toBe(state === 'PAID' ? due.get(who) : 0n);
        }
        const nobodys = claim.parts.filter(({ state }) => state === 'UNBONDED');
        const paid = claim.parts.reduce((sum, { amount }) => sum + amount, claim.validator);
        expect(nobodys.reduce((sum, { who }) => sum + (due.get(who) ?? 0n), paid)).toBe(claim.total);
      }),
    );
  });
});
