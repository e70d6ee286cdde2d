import { type PayoutInput, payout } from '../payout';

/** One in a node's exposure. */
export interface DistributionVote {
  value: bigint;
  /** not among the 64 that are paid */
  isClipped: boolean;
}

/**
 * How the reward of a node in one era is divided (crust-protocol §5.4), whoever was still bonded when it was claimed.
 * Amounts are pico-CRU; `validator` and `guarantors` are the whole.
 */
export interface Distribution {
  total: bigint;
  validator: bigint;
  guarantors: bigint;
  /** of the validator's part: what those beyond the 64 would have got, were there no such limit */
  clipped: bigint;
  /** of the validator's part: what its own stake gets of what is shared by stake */
  validatorStake: bigint;
}

export const distribution = (
  input: Omit<PayoutInput<number>, 'guarantors'>,
  own: bigint,
  votes: readonly DistributionVote[],
): Distribution => {
  const everybody = payout({ ...input, guarantors: votes.map(({ value }, who) => ({ who, value })) });
  const amounts = everybody.guarantors.map(({ amount }) => amount);
  const sum = (clipped: boolean) =>
    amounts.reduce((all, amount, i) => (votes[i]?.isClipped === clipped ? all + amount : all), 0n);
  const guarantors = sum(false);
  const alone = payout({ ...input, guarantors: [{ who: 0, value: own }] });
  return {
    total: everybody.total,
    validator: everybody.total - guarantors,
    guarantors,
    clipped: sum(true),
    validatorStake: alone.guarantors[0]?.amount ?? 0n,
  };
};
