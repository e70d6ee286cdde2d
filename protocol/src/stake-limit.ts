import { BILLION, perbillMul, permillRatio } from './base/perbill';

/**
 * How much stake counts for a validator (crust-protocol §4.4, runtime-details §1 I8 and §3 row 11; staking
 * `total_stake_limit_ratio`, `update_stage_one_stake_limit`, `update_stage_two_stake_limit`; unchanged since spec 1).
 * Limits and issuance are pico-CRU, workloads bytes.
 */

/** pico-CRU of stake that one byte of workload backs (staking constant SPowerRatio): 10^12 bytes = 1 CRU. */
export const SPOWER_RATIO = 1n;

const U128_BITS = 128;
const BUCKET_PPM = 1000n;
/** From a staking ratio of 33 % on, the limit is 35 % of the issuance. */
const LAST_BUCKET = 330n;
const LAST_FRACTION = 350_000_000n;

/** The runtime's table was printed by a program with doubles: in these buckets it is 1e-9 below the exact value. */
const LOWER_BY_ONE: ReadonlySet<bigint> = new Set([1n, 2n, 27n, 62n, 187n]);

/** Effective stake as a part of the issuance, in parts per million. */
export const stakingRatioPermill = (eraTotalStakes: bigint, issuance: bigint): bigint =>
  permillRatio(eraTotalStakes, issuance);

/**
 * Total stake limit ÷ issuance for a staking ratio: 0.33 / (middle of its 0.1 % bucket) − 0.65, as a whole number and
 * a Perbill, each rounded as in the runtime's table. Below 0.1 % it is 659.35, from 33 % on 0.35.
 */
export const totalStakeLimitRatio = (ratioPermill: bigint): { whole: bigint; fractionPerbill: bigint } => {
  const bucket = ratioPermill / BUCKET_PPM;
  if (bucket >= LAST_BUCKET) return { whole: 0n, fractionPerbill: LAST_FRACTION };
  const exact = (660n * BILLION) / (2n * bucket + 1n) - 650_000_000n;
  const parts = LOWER_BY_ONE.has(bucket) ? exact - 1n : exact;
  return { whole: parts / BILLION, fractionPerbill: parts % BILLION };
};

/** The stake limit of the whole network: ratio × issuance of that moment. It can exceed the issuance. */
export const totalStakeLimit = (issuance: bigint, eraTotalStakes: bigint): bigint => {
  const { whole, fractionPerbill } = totalStakeLimitRatio(stakingRatioPermill(eraTotalStakes, issuance));
  return whole * issuance + perbillMul(fractionPerbill, issuance);
};

/** Stage one holds while the whole workload backs less than the total limit. */
export const isStageOne = (totalWorkload: bigint, limitOfAll: bigint): boolean =>
  totalWorkload * SPOWER_RATIO < limitOfAll;

/**
 * Stake limit of an owner with workload `ownWorkload`: 1 pico-CRU per byte in stage one; in stage two its share of the
 * total limit, with both workloads cut to KiB first.
 */
export const stakeLimit = (ownWorkload: bigint, totalWorkload: bigint, limitOfAll: bigint): bigint => {
  if (isStageOne(totalWorkload, limitOfAll)) return ownWorkload * SPOWER_RATIO;
  const totalKib = totalWorkload / 1024n;
  if (totalKib === 0n) return 0n;
  // the runtime multiplies modulo 2^128
  return BigInt.asUintN(U128_BITS, (ownWorkload / 1024n) * limitOfAll) / totalKib;
};

export interface SweptIdentity {
  /** the group owner, or the account itself when it has no group */
  owner: string;
  /** false when punished or without a work report */
  counts: boolean;
  free: bigint;
  /** `used` in specs 1–2 */
  spower: bigint;
  reportedFilesSize: bigint;
}

export interface SweepTotals {
  /** workload (free + spower) per owner; owners with nothing that counts are in it with 0 */
  workloads: Map<string, bigint>;
  free: bigint;
  spower: bigint;
  reportedFilesSize: bigint;
}

/**
 * What a finished sweep writes: Swork.Free, Spower, ReportedFilesSize (sums over the identities that count) and the
 * workload per owner. The number in UpdateStakeLimitSuccess is `workloads.size` (runtime-details §3 row 10).
 */
export const sweepTotals = (identities: Iterable<SweptIdentity>): SweepTotals => {
  const totals: SweepTotals = { workloads: new Map(), free: 0n, spower: 0n, reportedFilesSize: 0n };
  for (const { owner, counts, free, spower, reportedFilesSize } of identities) {
    const before = totals.workloads.get(owner) ?? 0n;
    totals.workloads.set(owner, counts ? before + free + spower : before);
    if (!counts) continue;
    totals.free += free;
    totals.spower += spower;
    totals.reportedFilesSize += reportedFilesSize;
  }
  return totals;
};

/** The StakeLimit rows a sweep writes: one for each account in Validators at that moment, 0 without workload. */
export const stakeLimits = (
  validators: Iterable<string>,
  totals: SweepTotals,
  issuance: bigint,
  eraTotalStakes: bigint,
): Map<string, bigint> => {
  const limitOfAll = totalStakeLimit(issuance, eraTotalStakes);
  const totalWorkload = totals.free + totals.spower;
  const rows = new Map<string, bigint>();
  for (const stash of validators) {
    rows.set(stash, stakeLimit(totals.workloads.get(stash) ?? 0n, totalWorkload, limitOfAll));
  }
  return rows;
};
