import { effectiveRatioPerbill, type Vote } from '../exposure';
import { guarantorKey } from './guarantor-key';
import { type Scalable, scalable, scaledSum } from './scaled-sum';

/**
 * All candidates of one era, made ready to be asked many times what a changed guarantee would do. Amounts are pico-CRU.
 */

export interface DeskNode {
  stash: string;
  /** Staking.StakeLimit; 0 without a row: then there is no exposure and nothing is paid */
  stakeLimitPico: bigint;
  /** active stake of its own ledger */
  ownActivePico: bigint;
  /** guarantees to it, nominal, in the raw key order of Staking.Guarantors */
  votes: readonly Vote<string>[];
  /** share of its reward that is divided by stake; not a commission */
  guaranteeFeePerbill: bigint;
  /** ErasAuthoringPayout in the era; 0 when it made no block */
  authoringPayoutPico: bigint;
}

/** What an era pays, given whatever the stakes. */
export interface EraTerms {
  /** ErasStakingPayout */
  stakingPayoutPico: bigint;
  /** what orders guarantors among equals; the raw key of Staking.Guarantors unless told */
  keyOf?: (account: string) => string;
}

/** A candidate with its sums. */
export interface StandingNode {
  node: DeskNode;
  /** own stake and all votes */
  amounts: Scalable;
  rhoPerbill: bigint;
  /** total of its exposure: what counts in ErasTotalStakes; 0 without a limit */
  effectivePico: bigint;
}

export interface Desk {
  terms: EraTerms;
  keyOf: (account: string) => string;
  nodes: ReadonlyMap<string, StandingNode>;
  /** ErasTotalStakes: the effective stakes of all candidates with an exposure, elected or not */
  eraTotalStakesPico: bigint;
  /** nominal guarantees by guarantor, then by candidate */
  guarantees: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
}

const standing = (node: DeskNode): StandingNode => {
  const amounts = scalable([node.ownActivePico, ...node.votes.map(({ value }) => value)]);
  const rhoPerbill = effectiveRatioPerbill(node.stakeLimitPico, amounts.total);
  return { node, amounts, rhoPerbill, effectivePico: node.stakeLimitPico === 0n ? 0n : scaledSum(amounts, rhoPerbill) };
};

const guaranteesOf = (nodes: readonly DeskNode[]): Map<string, Map<string, bigint>> => {
  const byGuarantor = new Map<string, Map<string, bigint>>();
  for (const { stash, votes } of nodes) {
    for (const { who, value } of votes) {
      const targets = byGuarantor.get(who);
      if (targets === undefined) byGuarantor.set(who, new Map([[stash, value]]));
      else targets.set(stash, value);
    }
  }
  return byGuarantor;
};

/** Sums of everything, counted once. `nodes` are all candidates, elected or not, each once. */
export const openDesk = (nodes: readonly DeskNode[], terms: EraTerms): Desk => {
  const byStash = new Map(nodes.map((node) => [node.stash, standing(node)]));
  if (byStash.size !== nodes.length) throw new Error('a candidate stands in the list twice');
  let eraTotalStakesPico = 0n;
  for (const { effectivePico } of byStash.values()) eraTotalStakesPico += effectivePico;
  return {
    terms,
    keyOf: terms.keyOf ?? guarantorKey,
    nodes: byStash,
    eraTotalStakesPico,
    guarantees: guaranteesOf(nodes),
  };
};
