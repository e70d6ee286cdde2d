import type { Hex } from '../../../../codec/scale';
import { perbillOf, perbillRatio } from '../../framework/arithmetic';
import type { Exposure, StakingContext } from './storage';

const MAX_REWARDED_GUARANTORS = 64;

/** Scales a candidate's stake down to its limit; each part is rounded by itself, so that the total is the sum of the parts. */
export function effectiveExposure(own: bigint, others: Exposure['others'], limit: bigint): Exposure {
  const nominal = others.reduce((sum, { value }) => sum + value, own);
  const ratio = perbillRatio(limit, nominal);
  const scaled = others.map(({ who, value }) => ({ who, value: perbillOf(ratio, value) }));
  const ownPart = perbillOf(ratio, own);
  return { own: ownPart, others: scaled, total: scaled.reduce((sum, { value }) => sum + value, ownPart) };
}

/** The 64 biggest guarantors (ties in key order); fewer are left as they are. */
export function clipped(full: Exposure): Exposure {
  if (full.others.length <= MAX_REWARDED_GUARANTORS) return full;
  const biggest = [...full.others].sort((a, b) => (a.value < b.value ? 1 : a.value > b.value ? -1 : 0));
  return { ...full, others: biggest.slice(0, MAX_REWARDED_GUARANTORS) };
}

/** Snapshot of all stakes for an era, and the election by effective stake. */
export function snapshotPart({ s, values: { slashVoidsGuarantees } }: StakingContext) {
  function votesByTarget(): Map<Hex, { who: Hex; value: bigint }[]> {
    const votes = new Map<Hex, { who: Hex; value: bigint }[]>();
    for (const [who, { targets, submittedIn }] of s.guarantors.entries()) {
      for (const { who: target, value } of targets) {
        const list = votes.get(target);
        const voided = slashVoidsGuarantees && submittedIn < (s.slashingSpans.get(target)?.lastNonzeroSlash ?? 0);
        if (voided) continue;
        if (list) list.push({ who, value });
        else votes.set(target, [{ who, value }]);
      }
    }
    return votes;
  }

  /** Writes the era's exposures; returns the elected, or undefined when too few stand. */
  function select(era: number): Hex[] | undefined {
    const candidates = s.validators.entries();
    const least = Math.max(1, s.minimumValidatorCount.get());
    if (candidates.length < least) return undefined;
    const votes = votesByTarget();
    const stakes: { stash: Hex; total: bigint }[] = [];
    for (const [stash, prefs] of candidates) {
      const controller = s.bonded.get(stash);
      const ledger = controller === undefined ? undefined : s.ledger.get(controller);
      const limit = s.stakeLimit.get(stash) ?? 0n;
      if (ledger === undefined || limit === 0n) {
        stakes.push({ stash, total: 0n });
        continue;
      }
      const full = effectiveExposure(ledger.active, votes.get(stash) ?? [], limit);
      s.erasStakers.set(era, stash, full);
      s.erasStakersClipped.set(era, stash, clipped(full));
      s.erasValidatorPrefs.set(era, stash, prefs);
      stakes.push({ stash, total: full.total });
    }
    const whitelist = s.forceSelection.get() ? new Set(s.validatorsWhitelist.get()) : undefined;
    const ranked = stakes
      .filter(({ stash }) => whitelist?.has(stash) ?? true)
      .sort((a, b) => (a.total !== b.total ? (a.total < b.total ? 1 : -1) : a.stash < b.stash ? -1 : 1));
    const elected = ranked.slice(0, s.validatorCount.get()).map(({ stash }) => stash);
    if (elected.length < least) return undefined;
    s.erasTotalStakes.set(
      era,
      stakes.reduce((sum, { total }) => sum + total, 0n),
    );
    s.currentElected.set(elected);
    return elected;
  }
  return { select };
}
