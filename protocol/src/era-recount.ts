import { BILLION } from './base/perbill';
import { clipExposure, type StakeSnapshot, snapshotExposure, type Vote } from './exposure';
import { type Payout, payout } from './payout';
import { stakeLimit } from './stake-limit';

/**
 * An era counted once more from what stood before it: the workloads its stake limits came from, the stakes behind each
 * candidate, and what the era had to pay (crust-protocol §4.4, §5.2, §5.4). With the chain's own numbers it gives the
 * chain's own exposures and payouts; with one workload changed it tells what else would have changed. Amounts are
 * pico-CRU, workloads bytes.
 */

export interface EraCandidate<Account> {
  stash: Account;
  /** what its group's workload counted in the sweep that fed the snapshot; null when that sweep wrote no limit for it */
  workload: bigint | null;
  /** Staking.StakeLimit at the snapshot, 0 without a row; holds where `workload` is null */
  stakeLimit: bigint;
  /** its active stake at the snapshot */
  own: bigint;
  /** the guarantees to it at the snapshot, in the raw key order of Guarantors */
  votes: readonly Vote<Account>[];
  /** Staking.ErasValidatorPrefs of the era */
  guaranteeFeePerbill: bigint;
  /** Staking.ErasAuthoringPayout of the era; null when it made no block */
  authoringPayout: bigint | null;
}

export interface EraBasis<Account> {
  /** free + spower of all members that counted in the sweep that fed the snapshot */
  totalWorkload: bigint;
  /** the network's stake limit in that sweep (`totalStakeLimit`) */
  limitOfAll: bigint;
  /** everybody in Validators at the snapshot */
  candidates: readonly EraCandidate<Account>[];
  /** Staking.ErasStakingPayout; it and the authors' points are given, whatever the stakes */
  stakingPayout: bigint;
}

export interface CountedCandidate<Account> extends EraCandidate<Account> {
  /** null without a stake limit: no exposure, nothing from the staking payout */
  exposure: StakeSnapshot<Account> | null;
}

export interface CountedEra<Account> {
  basis: EraBasis<Account>;
  candidates: readonly CountedCandidate<Account>[];
  /** Staking.ErasTotalStakes: the sum over all candidates, elected or not */
  totalStakes: bigint;
}

const counted = <Account>(
  candidate: EraCandidate<Account>,
  { totalWorkload, limitOfAll }: EraBasis<Account>,
): CountedCandidate<Account> => {
  const { workload, own, votes } = candidate;
  const limit = workload === null ? candidate.stakeLimit : stakeLimit(workload, totalWorkload, limitOfAll);
  return { ...candidate, stakeLimit: limit, exposure: snapshotExposure(limit, own, votes) };
};

/** Stake limits, exposures and the total stake of an era, from its workloads and nominal stakes. */
export const countEra = <Account>(basis: EraBasis<Account>): CountedEra<Account> => {
  const candidates = basis.candidates.map((candidate) => counted(candidate, basis));
  const totalStakes = candidates.reduce((sum, { exposure }) => sum + (exposure?.total ?? 0n), 0n);
  return { basis, candidates, totalStakes };
};

/** The same era with another workload of one candidate's group; the network's total changes by the difference. */
export const withWorkload = <Account>(
  basis: EraBasis<Account>,
  stash: Account,
  change: (workload: bigint) => bigint,
): EraBasis<Account> => {
  let difference = 0n;
  const candidates = basis.candidates.map((candidate) => {
    if (candidate.stash !== stash || candidate.workload === null) return candidate;
    const workload = change(candidate.workload);
    difference += workload - candidate.workload;
    return { ...candidate, workload };
  });
  return { ...basis, candidates, totalWorkload: basis.totalWorkload + difference };
};

/** What `reward_stakers` pays for one candidate of a counted era. */
export const payoutOf = <Account>(era: CountedEra<Account>, stash: Account): Payout<Account> => {
  const candidate = era.candidates.find((one) => one.stash === stash);
  const { exposure } = candidate ?? { exposure: null };
  return payout({
    authoringPayout: candidate?.authoringPayout ?? null,
    stakingPayout: era.basis.stakingPayout,
    eraTotalStakes: era.totalStakes,
    exposureTotal: exposure?.total ?? 0n,
    guarantors: exposure === null ? [] : clipExposure(exposure).others,
    guaranteeFeePerbill: candidate?.guaranteeFeePerbill ?? 0n,
  });
};

/**
 * What a candidate shares in an era: its fee at the snapshot, or everything once it asked for less while the era was
 * active (staking `validate`, crust-protocol §5.1).
 */
export const eraFeePerbill = (atSnapshot: bigint, saidWhileActive: readonly bigint[]): bigint =>
  saidWhileActive.some((fee) => fee < atSnapshot) ? BILLION : atSnapshot;
