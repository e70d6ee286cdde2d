import type { ChainProfile } from '../base/profile';
import { eraPool, extraYearlyReward, gposReward } from '../era-rewards';
import { EXTRA_REWARD_START_YEAR, rewardYear, yearlyRewardBase } from '../eras';
import { stakingRatioPermill } from '../stake-limit';

/** The pool of an ended era with everything it was made of (crust-protocol §5.3). Amounts are pico-CRU. */

export interface PoolInput {
  era: number;
  /** Balances.TotalIssuance before the staking pot was burnt */
  issuance: bigint;
  /** Staking.ErasTotalStakes of the era; 0 when absent */
  eraTotalStakes: bigint;
  startRewardEra: number;
  /** Staking.ErasMarketPayout of the era, the part burnt at its end included */
  marketPayout: bigint;
  usedFeeReductionQuota: bigint;
  /** length of CurrentElected, already the next era's */
  electedCount: number;
}

export interface PoolParts {
  /** full years since rewards began; null before: nothing is issued */
  year: number | null;
  /** of a whole year: the schedule or its floor, and what a low staking ratio adds from year 4 on */
  yearlyBase: bigint;
  yearlyExtra: bigint;
  /** newly issued for the era */
  gpos: bigint;
  market: bigint;
  usedFeeReductionQuota: bigint;
  /** gpos + market − used quota = authoring + staking */
  pool: bigint;
  authoring: bigint;
  staking: bigint;
}

/** How the pool of an era came about. */
export const poolParts = (input: PoolInput, profile: ChainProfile): PoolParts => {
  const { era, issuance, eraTotalStakes, startRewardEra, marketPayout: market, usedFeeReductionQuota } = input;
  const year = rewardYear(era, startRewardEra, profile);
  const hasExtra = year !== null && year >= EXTRA_REWARD_START_YEAR;
  const gpos = gposReward(input, profile);
  return {
    year,
    yearlyBase: year === null ? 0n : yearlyRewardBase(year, issuance),
    yearlyExtra: hasExtra ? extraYearlyReward(issuance, stakingRatioPermill(eraTotalStakes, issuance)) : 0n,
    gpos,
    market,
    usedFeeReductionQuota,
    ...eraPool(gpos, market, usedFeeReductionQuota, input.electedCount),
  };
};
