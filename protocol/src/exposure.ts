import { perbillMul, perbillRatio } from './base/perbill';

/**
 * The snapshot of stakes for an era (crust-protocol §5.2, runtime-details §1 I11–I12 and §3 rows 3 and 7; staking
 * `select_and_update_validators`). Amounts are pico-CRU.
 */

/** How many guarantors of a validator are paid (constant MaxGuarantorRewardedPerValidator). */
export const MAX_REWARDED_GUARANTORS = 64;

export interface Vote<Account> {
  who: Account;
  value: bigint;
}

export interface Exposure<Account> {
  total: bigint;
  own: bigint;
  others: Vote<Account>[];
}

export interface StakeSnapshot<Account> extends Exposure<Account> {
  /** own active stake and all votes, before scaling */
  nominalTotal: bigint;
  /** effective ÷ nominal, at most one whole: Perbill of the stake limit in the nominal total */
  rhoPerbill: bigint;
}

/** Part of the nominal stake that counts: stake limit ÷ nominal total, at most one whole, as Perbill. */
export const effectiveRatioPerbill = (stakeLimit: bigint, nominalTotal: bigint): bigint =>
  perbillRatio(stakeLimit, nominalTotal);

/**
 * The ErasStakers row of a candidate: own stake and each vote scaled and rounded separately, total = sum of the rounded
 * parts. Null without a stake limit: such a candidate has no row and stands for election with 0. `votes` come in the
 * raw key order of Guarantors and stay in it.
 */
export const snapshotExposure = <Account>(
  stakeLimit: bigint,
  ownActive: bigint,
  votes: readonly Vote<Account>[],
): StakeSnapshot<Account> | null => {
  if (stakeLimit === 0n) return null;
  const nominalTotal = votes.reduce((sum, vote) => sum + vote.value, ownActive);
  const rhoPerbill = effectiveRatioPerbill(stakeLimit, nominalTotal);
  const own = perbillMul(rhoPerbill, ownActive);
  const others = votes.map(({ who, value }) => ({ who, value: perbillMul(rhoPerbill, value) }));
  const total = others.reduce((sum, other) => sum + other.value, own);
  return { total, own, others, nominalTotal, rhoPerbill };
};

/**
 * The ErasStakersClipped row: the 64 largest votes, ties in their old order. With at most 64 votes nothing is sorted.
 * Total and own stay those of the whole exposure.
 */
export const clipExposure = <Account>(exposure: Exposure<Account>): Exposure<Account> => {
  const { total, own, others } = exposure;
  if (others.length <= MAX_REWARDED_GUARANTORS) return { total, own, others: [...others] };
  const sorted = [...others].sort((a, b) => (a.value < b.value ? 1 : a.value > b.value ? -1 : 0));
  return { total, own, others: sorted.slice(0, MAX_REWARDED_GUARANTORS) };
};

/**
 * Whether a vote counts in the snapshot. Specs 1–6 ignore votes older than the validator's last slash: `submittedIn`
 * is the era in which the guarantor last increased any of its votes. From spec 7 on every vote counts.
 */
export const voteCounts = (submittedIn: number, lastNonzeroSlashEra: number | null, spec: number): boolean =>
  spec >= 7 || lastNonzeroSlashEra === null || submittedIn >= lastNonzeroSlashEra;

export interface Candidate<Account> {
  stash: Account;
  /** effective total, 0 without an exposure */
  effective: bigint;
}

/**
 * The elected: the `validatorCount` candidates with the largest effective stake. Give the candidates in account order,
 * which decides ties. Null when fewer than the minimum can be elected: then neither ErasTotalStakes nor CurrentElected
 * is written.
 */
export const elect = <Account>(
  candidates: readonly Candidate<Account>[],
  validatorCount: number,
  minimumValidatorCount: number,
): Account[] | null => {
  const count = Math.min(validatorCount, candidates.length);
  if (count < Math.max(minimumValidatorCount, 1)) return null;
  return [...candidates]
    .sort((a, b) => (a.effective < b.effective ? 1 : a.effective > b.effective ? -1 : 0))
    .slice(0, count)
    .map(({ stash }) => stash);
};
