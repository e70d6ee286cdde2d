import {
  BILLION,
  type ChainProfile,
  type ClaimState,
  claimErasLeft,
  claimParts,
  claimState,
  erasPerYear,
  yearlyPerbill,
} from '@moho/protocol';
import type { Seen } from '../../database/view';
import type { IncomeRow } from './sql';

/** What an era and a node brought a guarantor, or will, or would have. */
export interface Income {
  state: ClaimState;
  /** paid, to be claimed, or lost; null until the era has closed */
  amount: bigint | null;
  /** eras that may still be planned before a claim is refused; null where nothing is outstanding */
  erasLeft: number | null;
  /** the amount as a simple yearly rate of the guarantee, parts per billion */
  yearlyPerbill: bigint | null;
}

/** What a claim pays the guarantor; null until the era has closed. A part does not depend on the other guarantors. */
const dueOf = (row: IncomeRow): bigint | null => {
  if (row.stakingPayout === null) return null;
  const { parts } = claimParts(
    {
      authoringPayout: row.authoringPayout === null ? null : BigInt(row.authoringPayout),
      stakingPayout: BigInt(row.stakingPayout),
      eraTotalStakes: BigInt(row.eraTotalStakes ?? 0),
      exposureTotal: BigInt(row.exposureTotal ?? 0),
      guaranteeFeePerbill: BigInt(row.guaranteeFeePerbill ?? BILLION),
    },
    [{ who: row.guarantor, value: BigInt(row.value), isClipped: row.clipped, isBonded: row.bonded }],
  );
  return parts[0]?.amount ?? 0n;
};

/** What a claim paid: the payment that was seen. Null when only the ledger tells of the claim. */
const paidOf = ({ paid, claimSeen, clipped }: IncomeRow): bigint | null => {
  if (paid !== null) return BigInt(paid);
  return claimSeen || clipped ? 0n : null;
};

/** A claimed era is told by its payment, every other by the rules of the claim. */
export const incomeOf = (row: Seen<IncomeRow>, profile: ChainProfile): Income => {
  const { era, currentEra, inLedger, claimSeen, nominal } = row;
  const hasClosed = row.stakingPayout !== null;
  const state = claimState({ era, currentEra, hasClosed, isClaimed: inLedger || claimSeen, isBonded: row.nodeBonded });
  const amount = state === 'CLAIMED' ? paidOf(row) : dueOf(row);
  const stake = BigInt(nominal ?? 0);
  return {
    state,
    amount,
    erasLeft: state === 'OUTSTANDING' ? claimErasLeft(era, currentEra) : null,
    yearlyPerbill: amount === null || stake === 0n ? null : yearlyPerbill(amount, stake, erasPerYear(profile)),
  };
};
