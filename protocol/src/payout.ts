import { max, perbillMul, perbillRatio } from './base/perbill';
import type { Vote } from './exposure';

/**
 * What `reward_stakers(validator, era)` pays (crust-protocol §5.4, runtime-details §1 R7 and §3 row 5; staking
 * `do_reward_stakers`, unchanged from spec 1 to 25). Amounts are pico-CRU.
 */
export interface PayoutInput<Account> {
  /** ErasAuthoringPayout of the validator; null when it has none */
  authoringPayout: bigint | null;
  /** ErasStakingPayout of the era */
  stakingPayout: bigint;
  /** ErasTotalStakes of the era; 0 when absent */
  eraTotalStakes: bigint;
  /** total of ErasStakersClipped; 0 without an exposure */
  exposureTotal: bigint;
  /** `others` of ErasStakersClipped, in its order */
  guarantors: readonly Vote<Account>[];
  /** ErasValidatorPrefs: the part of the reward shared by stake. Not a commission. One whole when absent. */
  guaranteeFeePerbill: bigint;
}

export interface Payout<Account> {
  /** authoring + staking reward: all that is paid for this validator and era */
  total: bigint;
  staking: bigint;
  /** part shared pro rata to effective stake */
  shared: bigint;
  /** in exposure order, which is the order of the Reward events */
  guarantors: { who: Account; amount: bigint }[];
  /** the rest: also the parts of clipped guarantors and all roundings */
  validator: bigint;
}

/** Part of an era's staking payout that an exposure earns. Every candidate with an exposure earns it, elected or not. */
export const stakingReward = (exposureTotal: bigint, eraTotalStakes: bigint, stakingPayout: bigint): bigint =>
  perbillMul(perbillRatio(exposureTotal, eraTotalStakes), stakingPayout);

/**
 * The parts of one payout. A guarantor that cannot be paid (no longer bonded) has no Reward event, but its computed part
 * is still taken from the validator's: it is minted to nobody.
 */
export const payout = <Account>(input: PayoutInput<Account>): Payout<Account> => {
  const { stakingPayout, eraTotalStakes, exposureTotal, guaranteeFeePerbill } = input;
  const staking = stakingReward(exposureTotal, eraTotalStakes, stakingPayout);
  const total = (input.authoringPayout ?? 0n) + staking;
  const shared = perbillMul(guaranteeFeePerbill, total);
  const divisor = max(exposureTotal, 1n);
  const guarantors = input.guarantors.map(({ who, value }) => ({
    who,
    amount: perbillMul(perbillRatio(value, divisor), shared),
  }));
  const validator = guarantors.reduce((rest, { amount }) => rest - amount, total);
  return { total, staking, shared, guarantors, validator };
};
