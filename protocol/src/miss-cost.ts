import type { ChainProfile } from './base/profile';
import { type CountedEra, countEra, type EraBasis, payoutOf, withWorkload } from './era-recount';
import { punishmentDeadline } from './slots';
import { isStageOne } from './stake-limit';

/**
 * What a missed report cost. The era is counted twice: as it was, and with the workload that was left out put back into
 * its group and into the network's total. All else is as it was: every other member's workload, the network's stake limit,
 * all stakes and guarantees at the snapshot, the guarantee fee, the era's staking payout, and who made which block.
 * So stake limits (in stage two everybody's), exposures, the era's total stake, the shares of its payout and the 64
 * guarantors that are paid follow anew; the elected, their points and the size of the pool do not.
 * Amounts are pico-CRU, workloads bytes.
 */

/** One side of the comparison: the group owner's part of the era. */
export interface OwnerEra {
  /** what its group's workload counts */
  workload: bigint;
  totalWorkload: bigint;
  isStageOne: boolean;
  stakeLimit: bigint;
  /** effective stake behind it */
  exposureTotal: bigint;
  eraTotalStakes: bigint;
  /** all that is paid for it: to itself and to its guarantors */
  reward: bigint;
  /** the owner's own part */
  owner: bigint;
}

export interface GuarantorLoss<Account> {
  who: Account;
  /** what it is paid, and what it would have been paid */
  paid: bigint;
  restored: bigint;
  /** restored − paid; a pico below zero is possible, since every part is rounded by itself */
  loss: bigint;
}

export interface MissCost<Account> {
  paid: OwnerEra;
  restored: OwnerEra;
  ownerLoss: bigint;
  /** in the order of the exposure; everybody who is paid in one of the two */
  guarantors: GuarantorLoss<Account>[];
  guarantorsLoss: bigint;
}

const ownerEra = <Account>(era: CountedEra<Account>, owner: Account): OwnerEra => {
  const candidate = era.candidates.find(({ stash }) => stash === owner);
  const { total, validator } = payoutOf(era, owner);
  const { totalWorkload, limitOfAll } = era.basis;
  return {
    workload: candidate?.workload ?? 0n,
    totalWorkload,
    isStageOne: isStageOne(totalWorkload, limitOfAll),
    stakeLimit: candidate?.stakeLimit ?? 0n,
    exposureTotal: candidate?.exposure?.total ?? 0n,
    eraTotalStakes: era.totalStakes,
    reward: total,
    owner: validator,
  };
};

/**
 * What it cost the owner and its guarantors that `missing` bytes of the group's workload did not count in the sweep
 * before the era's snapshot. All zero when the owner was no candidate then, or had no limit from that sweep.
 */
export const missCost = <Account>(basis: EraBasis<Account>, owner: Account, missing: bigint): MissCost<Account> => {
  const was = countEra(basis);
  const would = countEra(withWorkload(basis, owner, (workload) => workload + missing));
  const [paid, restored] = [ownerEra(was, owner), ownerEra(would, owner)];
  const before = new Map(payoutOf(was, owner).guarantors.map(({ who, amount }) => [who, amount]));
  const after = new Map(payoutOf(would, owner).guarantors.map(({ who, amount }) => [who, amount]));
  const votes = basis.candidates.find(({ stash }) => stash === owner)?.votes ?? [];
  const guarantors = votes
    .filter(({ who }) => before.has(who) || after.has(who))
    .map(({ who }) => {
      const sides = { paid: before.get(who) ?? 0n, restored: after.get(who) ?? 0n };
      return { who, ...sides, loss: sides.restored - sides.paid };
    });
  return {
    paid,
    restored,
    ownerLoss: restored.owner - paid.owner,
    guarantors,
    guarantorsLoss: guarantors.reduce((sum, { loss }) => sum + loss, 0n),
  };
};

/**
 * The missed slots because of which a member counts nothing in the judgement of `judged`: those whose punishment reaches
 * it (crust-protocol §4.3). With several of them, none alone would have saved the era.
 */
export const missesBehind = (judged: number, missed: readonly number[], profile: ChainProfile): number[] =>
  missed.filter((slot) => slot <= judged && judged < punishmentDeadline(slot, profile));
