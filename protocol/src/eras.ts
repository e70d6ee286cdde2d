import type { ChainProfile } from './base/profile';

/**
 * Years and yearly rewards (crust-protocol §5.3; primitives constants FIRST_YEAR_REWARDS, REWARD_DECREASE_RATIO,
 * MIN_REWARD_RATIO, EXTRA_REWARD_START_YEAR; unchanged from spec 1 to 25). Amounts are pico-CRU.
 */
export const FIRST_YEAR_REWARDS = 5_000_000n * 1_000_000_000_000n;
export const REWARD_DECREASE = { numerator: 88n, denominator: 100n };
export const MINIMUM_REWARD = { numerator: 28n, denominator: 1000n };

/** The first year (counted from 0) in which a low staking ratio is rewarded extra. */
export const EXTRA_REWARD_START_YEAR = 4;

const JULIAN_YEAR_MS = 31_557_600_000;

/** Eras in a Julian year (365.25 days): 1461 on mainnet. The runtime derives it from block time, session and era length. */
export const erasPerYear = (profile: ChainProfile): number =>
  Math.floor(Math.floor(JULIAN_YEAR_MS / profile.blockTimeMs) / (profile.sessionBlocks * profile.sessionsPerEra));

/** Full years since rewards began (StartRewardEra), or null for an era before that, which earns nothing. */
export const rewardYear = (era: number, startRewardEra: number, profile: ChainProfile): number | null =>
  era < startRewardEra ? null : Math.floor((era - startRewardEra) / erasPerYear(profile));

/**
 * Rewards of a whole year before any extra: 5,000,000 CRU × 0.88 each year, until that is at most 2.8 % of the issuance
 * at that moment, which it then stays at.
 */
export const yearlyRewardBase = (year: number, issuance: bigint): bigint => {
  const floor = (issuance / MINIMUM_REWARD.denominator) * MINIMUM_REWARD.numerator;
  let rewards = FIRST_YEAR_REWARDS;
  for (let passed = 0; passed < year; passed++) {
    rewards = (rewards * REWARD_DECREASE.numerator) / REWARD_DECREASE.denominator;
    if (rewards <= floor) return floor;
  }
  return rewards;
};
