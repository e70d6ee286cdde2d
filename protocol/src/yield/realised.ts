import { BILLION } from '../base/perbill';
import { payout } from '../payout';
import { type Spread, spreadOf } from './spread';

/**
 * What an era really paid for a CRU guaranteed to one node (crust-protocol §5.5): the part of the node's reward that is
 * shared by stake, over all stake behind the node before the stake limit cut it. That is what each of the 64 rewarded
 * guarantors got for a CRU of its guarantee, apart from the chain's roundings; the others got nothing. Told as a simple
 * yearly rate: rewards are bonded but not guaranteed again by themselves, so nothing compounds.
 */

/** One node in one closed era; amounts are pico-CRU. */
export interface NodeEra {
  /** total of ErasStakers: effective stake; null when the node stood without a stake limit, so that nothing counted */
  exposureTotal: bigint | null;
  /** own stake and all guarantees at the snapshot, before scaling; null when the index did not see the snapshot */
  nominalTotal: bigint | null;
  /** ErasAuthoringPayout; null when it made no block */
  authoringPayout: bigint | null;
  /** ErasValidatorPrefs; one whole when absent */
  guaranteeFeePerbill: bigint;
}

/** What a closed era had to give to all. */
export interface EraPot {
  /** ErasStakingPayout */
  stakingPayout: bigint;
  /** ErasTotalStakes */
  eraTotalStakes: bigint;
}

/** An amount an era gave for some stake, as a simple yearly rate in parts per billion, rounded down. */
export const yearlyPerbill = (amount: bigint, stake: bigint, erasAYear: number): bigint =>
  (amount * BigInt(erasAYear) * BILLION) / stake;

/**
 * Yearly rate of one era in parts per billion; 0 when the node stood without a stake limit. Null where it cannot be told:
 * nothing was staked, or the stake at the snapshot is not known.
 */
export const realisedYearlyPerbill = (node: NodeEra, pot: EraPot, erasAYear: number): bigint | null => {
  const { exposureTotal, nominalTotal } = node;
  if (exposureTotal === null) return 0n;
  if (nominalTotal === null || nominalTotal === 0n) return null;
  const { shared } = payout({ ...node, ...pot, exposureTotal, guarantors: [] });
  return yearlyPerbill(shared, nominalTotal, erasAYear);
};

/** Lengths, in eras, over which realised returns are told: a day, a week and three weeks (as far as the chain remembers). */
export const REALISED_WINDOWS = [4, 28, 84] as const;

/**
 * The spread of a node's rates over the newest eras. `rates` holds one entry for each closed era, newest first, null where
 * the node did not stand or nothing can be told; those are left out. Null when nothing is left.
 */
export const realisedSpread = (rates: readonly (bigint | null)[], eras: number): Spread | null =>
  spreadOf(rates.slice(0, eras).filter((rate) => rate !== null));
