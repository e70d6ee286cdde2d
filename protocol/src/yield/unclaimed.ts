import type { ChainProfile } from '../base/profile';
import { type Payout, type PayoutInput, payout } from '../payout';
import { type ActiveEra, eraPlannedMs } from './era-clock';

/**
 * Which eras' rewards can still be claimed, and who would get what (crust-protocol §5.4; staking `do_reward_stakers`).
 * Nothing is paid by itself: somebody has to call reward_stakers(validator, era) within 84 eras, and what nobody claimed
 * by then was never minted. Amounts are pico-CRU.
 */

/** For how many eras a claim is accepted (Staking.HistoryDepth, which no call changes). */
export const CLAIM_ERAS = 84;

/**
 * How many eras may still be planned before a claim is refused: 0 in the last one in which it is accepted, negative
 * afterwards. `currentEra` is Staking.CurrentEra, which is one ahead of the active era during an era's last session.
 */
export const claimErasLeft = (era: number, currentEra: number): number => era + CLAIM_ERAS - currentEra;

/**
 * When claims of an era begin to be refused (ms since 1970), were every era as long as the profile says: era + 85 is
 * planned one session before it becomes active.
 */
export const claimsEndMs = (era: number, active: ActiveEra, profile: ChainProfile): number =>
  eraPlannedMs(era + CLAIM_ERAS + 1, active, profile);

/**
 * OPEN: the era has not closed, there is nothing to claim yet. CLAIMED: the validator's ledger says so. OUTSTANDING: anyone
 * may claim it. LOST: nobody did in time. UNCLAIMABLE: the validator is not bonded any more, so that a claim is refused.
 */
export type ClaimState = 'OPEN' | 'CLAIMED' | 'OUTSTANDING' | 'LOST' | 'UNCLAIMABLE';

export interface ClaimFacts {
  era: number;
  currentEra: number;
  /** Staking.ErasStakingPayout is or was there */
  hasClosed: boolean;
  /** in claimed_rewards of the ledger, or a payment of it was seen (the ledger forgets eras it cannot be asked for) */
  isClaimed: boolean;
  /** the validator has a ledger */
  isBonded: boolean;
}

export const claimState = ({ era, currentEra, hasClosed, isClaimed, isBonded }: ClaimFacts): ClaimState => {
  if (isClaimed) return 'CLAIMED';
  if (claimErasLeft(era, currentEra) < 0) return 'LOST';
  if (!hasClosed) return 'OPEN';
  return isBonded ? 'OUTSTANDING' : 'UNCLAIMABLE';
};

/** PAID: by the claim. CLIPPED: not among the 64 largest. UNBONDED: its part is taken from the rest, but goes to nobody. */
export type PartState = 'PAID' | 'CLIPPED' | 'UNBONDED';

export interface ClaimVote<Account> {
  who: Account;
  /** its effective stake in ErasStakers */
  value: bigint;
  /** not in ErasStakersClipped */
  isClipped: boolean;
  /** in Staking.Bonded when the claim is made */
  isBonded: boolean;
}

export interface ClaimPart<Account> {
  who: Account;
  value: bigint;
  amount: bigint;
  state: PartState;
}

export interface Claim<Account> extends Omit<Payout<Account>, 'guarantors'> {
  parts: ClaimPart<Account>[];
}

/** What a claim pays to everybody behind a validator, in the order given; those who get nothing are named too. */
export const claimParts = <Account>(
  input: Omit<PayoutInput<Account>, 'guarantors'>,
  votes: readonly ClaimVote<Account>[],
): Claim<Account> => {
  const rewarded = votes.filter(({ isClipped }) => !isClipped);
  const { guarantors, ...whole } = payout({ ...input, guarantors: rewarded });
  const amounts = guarantors.map(({ amount }) => amount)[Symbol.iterator]();
  const parts = votes.map(({ who, value, isClipped, isBonded }): ClaimPart<Account> => {
    if (isClipped) return { who, value, amount: 0n, state: 'CLIPPED' };
    const amount: bigint = amounts.next().value ?? 0n;
    return isBonded ? { who, value, amount, state: 'PAID' } : { who, value, amount: 0n, state: 'UNBONDED' };
  });
  return { ...whole, parts };
};
