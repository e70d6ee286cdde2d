import { max, saturatingSub } from '../base/perbill';

/**
 * What of a bond is bound to what, and from when on it is free (crust-protocol §5.1; staking `unbond`, `cut_guarantee`,
 * `withdraw_unbonded`). A guarantee can be cut at once, but only what is guaranteed to nobody can be unbonded, and what is
 * unbonded waits. Amounts are pico-CRU.
 */

/** Eras between unbonding and withdrawing (constant BondingDuration). */
export const bondingEras = (spec: number): number => (spec < 5 ? 60 : 112);

export interface BondFacts {
  /** ledger.active */
  active: bigint;
  /** total of its Guarantors row; 0 without one */
  guaranteed: bigint;
  /** ledger.unlocking */
  unlocking: readonly { value: bigint; era: number }[];
  currentEra: number;
}

export interface UnlockingChunk {
  value: bigint;
  /** CurrentEra from which on it can be withdrawn */
  era: number;
  /** eras until then; 0: it can be withdrawn now */
  erasLeft: number;
}

export interface BondParts {
  /** bonded and guaranteed to nobody: all that can be unbonded without cutting a guarantee first */
  idle: bigint;
  guaranteed: bigint;
  /** guarantees beyond the bond, which a slash leaves behind: they must be cut before anything can be unbonded */
  uncovered: bigint;
  withdrawable: bigint;
  /** unbonded, not free yet */
  waiting: bigint;
  /** the first free first */
  unlocking: UnlockingChunk[];
}

const sum = (chunks: readonly { value: bigint }[]): bigint => chunks.reduce((all, { value }) => all + value, 0n);

export const bondParts = ({ active, guaranteed, unlocking, currentEra }: BondFacts): BondParts => {
  const chunks = unlocking
    .map(({ value, era }) => ({ value, era, erasLeft: Math.max(0, era - currentEra) }))
    .sort((a, b) => a.era - b.era);
  return {
    idle: saturatingSub(active, guaranteed),
    guaranteed,
    uncovered: max(guaranteed - active, 0n),
    withdrawable: sum(chunks.filter(({ erasLeft }) => erasLeft === 0)),
    waiting: sum(chunks.filter(({ erasLeft }) => erasLeft > 0)),
    unlocking: chunks,
  };
};
