import type { DeskNode } from '../yield/desk';

/** What a planner is asked. Amounts are pico-CRU. */

/** Targets one guarantor may have (constant MAX_GUARANTEE of the pallet). */
export const MAX_GUARANTEES = 16;

export interface PlanNode extends DeskNode {
  /** what it would earn as an author, elected: part of a forecast; it earns nothing of it while it is not */
  authoringIfElectedPico: bigint;
  /** the asker's constraints allow more on it; what stands on it may stay in any case */
  mayAdd: boolean;
}

export interface PlanQuestion {
  /** everybody in Validators, in account order, which decides equal places in an election */
  nodes: readonly PlanNode[];
  /** ErasStakingPayout that is reckoned with */
  stakingPayoutPico: bigint;
  /** Staking.ValidatorCount */
  seats: number;
  guarantor: string;
  /** CRU to be placed beside what is guaranteed already */
  newPico: bigint;
  /** whether standing guarantees may be cut and placed anew */
  mayCut: boolean;
  /** most that may stand on one node after adding; null for no such wish */
  maxPerNodePico: bigint | null;
  /** how many targets the guarantor may have; fewer than 16 when it holds some that are no candidates */
  maxTargets: number;
  /** a call of guarantee or cut_guarantee must be of more than this */
  existentialDepositPico: bigint;
  /** into how many equal parts the money is divided: the grid of splits that are looked at */
  parts: number;
  /** what orders guarantors among equals; the raw key unless told */
  keyOf?: (account: string) => string;
}
