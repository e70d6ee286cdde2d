import { min, perbillMul, perbillRatio, saturatingSub } from './base/perbill';

/**
 * What owners earn for holding a file since spec 17: the first four accepted replicas are paid as they join
 * (crust-protocol §3.5; market `calculate_reward_amount`, `has_enough_collateral`). Amounts are pico-CRU.
 */

/** Paid replicas of a new order (constant REWARD_PERSON). */
export const PAID_REPLICAS = 4;

/** 2.5/18, 2.5/15.5, 2.5/13 and 2.5/10.5 of what is left, by paid places left. */
const PART_PERBILL: Readonly<Record<number, bigint>> = {
  4: 138_888_888n,
  3: 161_290_320n,
  2: 192_307_690n,
  1: 238_095_240n,
};

/** Payment for the replica that joins while `remainingPaidCount` places are left: a part of the file's present `amount`. */
export const payAtJoin = (amount: bigint, remainingPaidCount: number): bigint =>
  perbillMul(PART_PERBILL[remainingPaidCount] ?? 0n, amount);

/** Collateral needed per unit of unclaimed reward: 5 in specs 1–3 and the July build of spec 4, then 1. */
export const collateralRatio = (spec: number, isJulyBuildOf4 = false): bigint =>
  spec <= 3 || (spec === 4 && isJulyBuildOf4) ? 5n : 1n;

/**
 * Whether an owner may be credited: its active MARKET funds cover unclaimed reward + payment, times the ratio.
 * Otherwise the paid place stays open for the next replica.
 */
export const hasCollateral = (activeFunds: bigint, fileReward: bigint, payment: bigint, ratio = 1n): boolean =>
  (fileReward + payment) * ratio <= activeFunds;

/** What the four joins would pay in turn if nothing is added, and what remains for whoever settles the expired file. */
export const joinSchedule = (
  amount: bigint,
  remainingPaidCount: number = PAID_REPLICAS,
): { payments: bigint[]; liquidator: bigint } => {
  const payments: bigint[] = [];
  let left = amount;
  for (let places = Math.min(remainingPaidCount, PAID_REPLICAS); places > 0; places--) {
    const payment = payAtJoin(left, places);
    payments.push(payment);
    left = saturatingSub(left, payment);
  }
  return { payments, liquidator: left };
};

/** A file as a settlement of specs 1 to 16 finds it. */
export interface SettledFile {
  amount: bigint;
  calculatedAt: number;
  expiredAt: number;
  /** entries in its list of replicas */
  replicas: number;
}

/**
 * What each paid replica's owner gets when a file is settled in specs 1 to 16 (runtime-details §3 row 21): the elapsed part
 * of the paid time, shared by the first four replicas, less one pico so that rounding never overdraws the file.
 */
export const payAtSettlement = ({ amount, calculatedAt, expiredAt, replicas }: SettledFile, block: number): bigint => {
  if (replicas === 0 || expiredAt <= calculatedAt) return 0n;
  const places = BigInt(Math.min(replicas, PAID_REPLICAS));
  const elapsed = min(BigInt(block), BigInt(expiredAt)) - BigInt(calculatedAt);
  return saturatingSub(perbillMul(perbillRatio(elapsed, BigInt(expiredAt - calculatedAt) * places), amount), 1n);
};
