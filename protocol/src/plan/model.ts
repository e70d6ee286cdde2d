import { MAX_REWARDED_GUARANTORS } from '../exposure';
import { type Grid, heldBy, menuOf, type Option } from './menu';
import type { PlanNode, PlanQuestion } from './question';

/**
 * The planner's rough model: every option of every node in doubles, told a little too well. It decides where to look and
 * bounds what can be had; what a split earns is always counted exactly (count.ts).
 */

/** What a Perbill ratio may be above the true one: it is floored, but reduced before (base/perbill.ts). */
const RATIO_SLACK = 4e-9;

export interface Choice extends Option {
  slots: 0 | 1;
  /** effective stake of the node with it */
  effective: number;
  /** at most this part of the node's whole reward: fee × own part of the exposure */
  share: number;
  /** what it may earn as an author */
  authoring: number;
  /** at most this is earned, whatever is chosen elsewhere */
  best: number;
}

export interface Menu {
  node: PlanNode;
  heldPico: bigint;
  choices: Choice[];
  /** effective stake with the least that may stand */
  leastEffective: number;
}

export interface Model {
  menus: Menu[];
  grid: Grid;
  stakingPayout: number;
  /** ErasTotalStakes when the least stands everywhere: no split has less */
  leastStakes: number;
}

/** A node beside the guarantor, in doubles. */
interface Base {
  /** stake of everybody else on it */
  others: number;
  limit: number;
  fee: number;
  votes: number;
  /** the 64th largest vote of the others; −1 when there are fewer */
  crowd: number;
}

const baseOf = (node: PlanNode, guarantor: string): Base => {
  const votes = node.votes.filter(({ who }) => who !== guarantor).map(({ value }) => Number(value));
  const others = votes.reduce((sum, value) => sum + value, Number(node.ownActivePico));
  const crowd = votes.length < MAX_REWARDED_GUARANTORS ? -1 : votes.sort((a, b) => b - a)[MAX_REWARDED_GUARANTORS - 1];
  const [limit, fee] = [Number(node.stakeLimitPico), Number(node.guaranteeFeePerbill) / 1e9];
  return { others, limit, fee, votes: votes.length, crowd: crowd ?? -1 };
};

/** Effective stake of a node on which `amount` stands, at most and at least: the ratio to its limit is a cut Perbill. */
const effectiveOf = ({ others, limit, votes }: Base, amount: number): { most: number; least: number } => {
  const nominal = others + amount;
  if (limit === 0) return { most: 0, least: 0 };
  const slack = nominal <= limit ? 0 : RATIO_SLACK * nominal + votes + 2;
  return { most: Math.min(nominal, limit + slack), least: Math.max(0, Math.min(nominal, limit - slack)) };
};

/** At most this part of the node's reward comes to the guarantor. */
const shareOf = (base: Base, amount: number, effective: number): number => {
  if (amount === 0 || base.limit === 0) return 0;
  const nominal = base.others + amount;
  // votes that differ may be equal in the exposure; of the doubtful it is believed that they are paid
  const doubt = 2 * (1 + nominal / base.limit) + base.crowd * 1e-9;
  if (amount < base.crowd - doubt) return 0;
  const part = (amount / nominal) * (1 + 1e-9) + RATIO_SLACK + (base.votes + 2) / Math.max(effective, 1);
  return Math.min(1, part) * base.fee;
};

/** Effective stake from which on a node may be elected when the least stands everywhere. */
const lastSeat = (effectives: readonly number[], seats: number): number => {
  const sorted = Float64Array.from(effectives).sort();
  return seats >= sorted.length ? 0 : (sorted[sorted.length - seats] ?? Number.POSITIVE_INFINITY);
};

/** All options of all nodes. */
export const modelOf = (question: PlanQuestion, grid: Grid): Model => {
  const { nodes, guarantor, seats } = question;
  const stakingPayout = Number(question.stakingPayoutPico);
  const drafts = nodes.map((node) => {
    const [base, menu, heldPico] = [baseOf(node, guarantor), menuOf(question, node, grid), heldBy(node, guarantor)];
    const leastAmount = menu.reduce((low, { amountPico }) => (amountPico < low ? amountPico : low), heldPico);
    return { node, base, menu, heldPico, leastEffective: effectiveOf(base, Number(leastAmount)).least };
  });
  const least = drafts.map(({ leastEffective }) => leastEffective);
  const leastStakes = least.reduce((sum, one) => sum + one, 0) * (1 - 1e-12);
  const seat = lastSeat(least, seats);
  const menus = drafts.map(({ node, base, menu, heldPico, leastEffective }): Menu => {
    const choices = menu.map((option): Choice => {
      const amount = Number(option.amountPico);
      const effective = effectiveOf(base, amount);
      const share = shareOf(base, amount, effective.least);
      const authoring = effective.most >= seat ? Number(node.authoringIfElectedPico) : 0;
      const stakes = Math.max(leastStakes + effective.least - leastEffective, 1);
      const part = Math.min(1, (effective.most / stakes) * (1 + 1e-9) + RATIO_SLACK);
      // four roundings to the nearest pico
      const best = share === 0 ? 0 : share * (authoring + stakingPayout * part) * (1 + 1e-9) + 4;
      return { ...option, slots: option.amountPico > 0n ? 1 : 0, effective: effective.most, share, authoring, best };
    });
    return { node, heldPico, choices, leastEffective };
  });
  return { menus, grid, stakingPayout, leastStakes };
};
