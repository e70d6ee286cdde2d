import type { Hex } from '../../../../codec/scale';
import { BILLION, perbillOf, permillRatio, wrapped } from '../../framework/arithmetic';
import type { StakingContext } from './storage';

/** Buckets of 0.1 % of staked share up to 33 %. */
const BUCKETS = 330n;
/** These rows of the runtime's table are one billionth below the exact value. */
const ONE_LOWER = new Set([1n, 2n, 27n, 62n, 187n]);
const RATIO_BEYOND = 350_000_000n;

/**
 * total_stake_limit_ratio: how much of the issuance may be staked in all, in parts per billion of it,
 * for a staked share `sharePpm`: 0.33 / (middle of the share's bucket) - 0.65, and 0.35 from 33 % on.
 */
export function stakeLimitRatio(sharePpm: bigint): bigint {
  const bucket = sharePpm / 1000n;
  if (bucket >= BUCKETS) return RATIO_BEYOND;
  const exact = (660n * BILLION) / (2n * bucket + 1n) - 650_000_000n;
  return ONE_LOWER.has(bucket) ? exact - 1n : exact;
}

/** L*: the limit of all stake together, in pico CRU. */
export function totalStakeLimit(issuance: bigint, staked: bigint): bigint {
  const ratio = stakeLimitRatio(permillRatio(staked, issuance));
  return (ratio / BILLION) * issuance + perbillOf(ratio % BILLION, issuance);
}

/** One owner's limit: a pico per byte of workload (stage one), or its part of L* when the network outgrew that (stage two). */
export function ownerStakeLimit(workload: bigint, totalWorkload: bigint, limit: bigint): bigint {
  if (totalWorkload < limit) return workload;
  const total = totalWorkload / 1024n;
  // the product wraps around, as the runtime's does
  return total === 0n ? 0n : wrapped(128, (workload / 1024n) * limit) / total;
}

export function stakeLimitPart({ rt, s, emit }: StakingContext) {
  return {
    /**
     * Ends the work-report sweep: every candidate's limit from the workload of the group it owns (bytes, free + spower).
     * @param workload owner -> bytes, owners without workload included
     */
    setStakeLimits(workload: ReadonlyMap<Hex, bigint>, totalWorkload: bigint): void {
      const era = s.activeEra.get()?.index ?? 0;
      const limit = totalStakeLimit(rt.pallets.balances.totalIssuance(), s.erasTotalStakes.get(era));
      for (const stash of s.validators.keys()) {
        s.stakeLimit.set(stash, ownerStakeLimit(workload.get(stash) ?? 0n, totalWorkload, limit));
      }
      emit.UpdateStakeLimitSuccess(workload.size);
    },
  };
}
