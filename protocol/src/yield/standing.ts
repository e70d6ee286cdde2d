import { BILLION } from '../base/perbill';

/** How a node stands for the next era, as a guarantor must know it before all figures. */
export const NODE_STANDINGS = ['ELECTED', 'WAITING', 'NO_LIMIT', 'CHILLED'] as const;
export type NodeStanding = (typeof NODE_STANDINGS)[number];

/** Each rule in one sentence, for readers of pages and of the API. */
export const NODE_STANDING_RULES: Readonly<Record<NodeStanding, string>> = {
  ELECTED:
    'It stands for election and the newest snapshot elected it: it makes blocks and earns both parts of the pool.',
  WAITING: 'It stands for election but the newest snapshot did not elect it: it earns the staking part only.',
  NO_LIMIT: 'It stands for election without a stake limit: nothing guaranteed to it counts or earns.',
  CHILLED: 'It no longer stands for election: from the next snapshot on nothing guaranteed to it earns.',
};

export interface StandingFacts {
  /** it has a row in Staking.Validators */
  isCandidate: boolean;
  /** Staking.StakeLimit; null without a row */
  stakeLimit: bigint | null;
  /** the newest snapshot put it into CurrentElected */
  elected: boolean;
}

export const nodeStanding = ({ isCandidate, stakeLimit, elected }: StandingFacts): NodeStanding => {
  if (!isCandidate) return 'CHILLED';
  if (stakeLimit === null || stakeLimit === 0n) return 'NO_LIMIT';
  return elected ? 'ELECTED' : 'WAITING';
};

/** Stake that counts for the next snapshot, before the chain's roundings: the smaller of all stake and the limit. */
export const effectiveStake = (nominal: bigint, stakeLimit: bigint | null): bigint => {
  const limit = stakeLimit ?? 0n;
  return nominal < limit ? nominal : limit;
};

/** Stake limit less all stake: what can still be guaranteed before it dilutes; below zero when it does already. */
export const headroom = (nominal: bigint, stakeLimit: bigint | null): bigint => (stakeLimit ?? 0n) - nominal;

/** All stake in parts per billion of the limit, rounded down; above one whole when it dilutes. Null without a limit. */
export const saturationPerbill = (nominal: bigint, stakeLimit: bigint | null): bigint | null =>
  stakeLimit === null || stakeLimit === 0n ? null : (nominal * BILLION) / stakeLimit;
