import { perbillFromPercent, perbillMul, perbillRatio, permillMul, saturatingSub } from './base/perbill';
import type { ChainProfile } from './base/profile';
import { EXTRA_REWARD_START_YEAR, erasPerYear, rewardYear, yearlyRewardBase } from './eras';
import { stakingRatioPermill } from './stake-limit';

/**
 * What an era pays when it ends (crust-protocol §5.3, runtime-details §1 I10 and §3 rows 4 and 6; staking `end_era`).
 * Amounts are pico-CRU. All inputs are those of the moment before the staking pot is burnt in that same step.
 */

/** Eras over which a burnt staking pot is paid out (constant MarketStakingPotDuration). */
export const MARKET_PAYOUT_ERAS = 60;

/** Extra rewards stop at a staking ratio of 30 %. */
const EXTRA_BELOW_PERMILL = 300_000n;

/**
 * Extra rewards of a whole year (from year 4 on) for a staking ratio sr under 30 %: 8 % of the issuance at sr = 0,
 * falling to 0 at 30 %.
 */
export const extraYearlyReward = (issuance: bigint, ratioPermill: bigint): bigint =>
  ratioPermill < EXTRA_BELOW_PERMILL
    ? saturatingSub((issuance / 100n) * 8n, (permillMul(ratioPermill, issuance) / 30n) * 8n)
    : 0n;

export interface GposInput {
  era: number;
  /** Staking.StartRewardEra */
  startRewardEra: number;
  /** Balances.TotalIssuance before the pot burn */
  issuance: bigint;
  /** Staking.ErasTotalStakes of the ending era; 0 when absent */
  eraTotalStakes: bigint;
}

/** Newly issued part of an era's pool: (yearly base + extra) ÷ eras of a year; 0 before StartRewardEra. */
export const gposReward = (input: GposInput, profile: ChainProfile): bigint => {
  const { era, startRewardEra, issuance, eraTotalStakes } = input;
  const year = rewardYear(era, startRewardEra, profile);
  if (year === null) return 0n;
  const base = yearlyRewardBase(year, issuance);
  const extra =
    year >= EXTRA_REWARD_START_YEAR ? extraYearlyReward(issuance, stakingRatioPermill(eraTotalStakes, issuance)) : 0n;
  return (base + extra) / BigInt(erasPerYear(profile));
};

/** What is burnt of the staking pot at an era's end: all free balance above the existential deposit. */
export const burntPot = (potFree: bigint, existentialDeposit: bigint): bigint =>
  saturatingSub(potFree, existentialDeposit);

/**
 * What each of the 60 eras from the ending one on is credited of a burnt pot. 1/60 as Perbill is 16,666,666 parts, so
 * about 4e-8 of the burnt amount is paid to nobody.
 */
export const marketCredit = (burnt: bigint): bigint => perbillMul(perbillRatio(1n, BigInt(MARKET_PAYOUT_ERAS)), burnt);

/** Part of the pool that goes to block authors, by the length of CurrentElected (already the next era's set). */
export const authoringSharePerbill = (electedCount: number): bigint => {
  if (electedCount <= 500) return perbillFromPercent(20n);
  if (electedCount <= 1000) return perbillFromPercent(25n);
  if (electedCount <= 2500) return perbillFromPercent(30n);
  return perbillFromPercent(electedCount <= 5000 ? 40n : 50n);
};

/** The rate of the next era's fee reduction quota: 0.2 % of gpos + market; 1 % in specs 1–3 and the July build of spec 4. */
export const benefitsLimitPerbill = (spec: number, isJulyBuildOf4 = false): bigint =>
  spec <= 3 || (spec === 4 && isJulyBuildOf4) ? 10_000_000n : 2_000_000n;

/** CurrentBenefits.total_fee_reduction_quota of the next era; counted before the used quota is subtracted from the pool. */
export const nextFeeReductionQuota = (gpos: bigint, market: bigint, limitPerbill: bigint): bigint =>
  perbillMul(limitPerbill, gpos + market);

export interface EraPool {
  /** gpos + market − used quota */
  pool: bigint;
  /** total in EraReward; the sum over authors is at most this */
  authoring: bigint;
  /** Staking.ErasStakingPayout */
  staking: bigint;
}

/** Splits an era's pool. `usedQuota` is CurrentBenefits.used_fee_reduction_quota of the ending era. */
export const eraPool = (gpos: bigint, market: bigint, usedQuota: bigint, electedCount: number): EraPool => {
  const pool = saturatingSub(gpos + market, usedQuota);
  const authoring = perbillMul(authoringSharePerbill(electedCount), pool);
  return { pool, authoring, staking: saturatingSub(pool, authoring) };
};

/** ErasAuthoringPayout of one validator: its part of the era's points × the authoring pool. No row without points. */
export const authoringPayout = (points: number, totalPoints: number, authoringPool: bigint): bigint =>
  perbillMul(perbillRatio(BigInt(points), BigInt(totalPoints)), authoringPool);
