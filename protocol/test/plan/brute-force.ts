import { countEra, type EraBasis, payoutOf } from '../../src/era-recount';
import { clipExposure, elect } from '../../src/exposure';
import { gridOf, heldBy, menuOf } from '../../src/plan/menu';
import type { PlanQuestion } from '../../src/plan/question';

/** Every split of a plan's grid, each counted as a whole era by the functions that are held against the chain. */

export interface Jumps {
  /** among the 64 with some splits, outside with others */
  enters64: boolean;
  /** a node the guarantor stands on is elected with some splits only */
  winsSeat: boolean;
  /** splits fell out because they have too many targets */
  tooManyTargets: boolean;
  /** an option fell out because its call would be too small */
  tooSmall: boolean;
}

export interface Counted {
  incomePico: bigint;
  splits: number;
  jumps: Jumps;
}

interface Outcome {
  incomePico: bigint;
  paidOn: string;
  electedTargets: string;
}

const outcome = (question: PlanQuestion, amounts: ReadonlyMap<string, bigint>): Outcome => {
  const { nodes, guarantor, stakingPayoutPico, seats, keyOf = (account) => account } = question;
  const key = (who: string): string => keyOf(who);
  const votesOf = (stash: string, votes: PlanQuestion['nodes'][number]['votes']) => {
    const others = votes.filter(({ who }) => who !== guarantor);
    const mine = amounts.get(stash) ?? 0n;
    const all = mine > 0n ? [...others, { who: guarantor, value: mine }] : others;
    return all.sort((a, b) => (key(a.who) < key(b.who) ? -1 : 1));
  };
  const basis: EraBasis<string> = {
    totalWorkload: 0n,
    limitOfAll: 1n,
    stakingPayout: stakingPayoutPico,
    candidates: nodes.map((node) => ({
      stash: node.stash,
      workload: null,
      stakeLimit: node.stakeLimitPico,
      own: node.ownActivePico,
      votes: votesOf(node.stash, node.votes),
      guaranteeFeePerbill: node.guaranteeFeePerbill,
      authoringPayout: node.authoringIfElectedPico,
    })),
  };
  const era = countEra(basis);
  const standings = era.candidates.map(({ stash, exposure }) => ({ stash, effective: exposure?.total ?? 0n }));
  const elected = new Set(elect(standings, seats, 0));
  const paid = {
    ...era,
    candidates: era.candidates.map((one) => (elected.has(one.stash) ? one : { ...one, authoringPayout: null })),
  };
  let incomePico = 0n;
  const [paidOn, electedTargets]: [string[], string[]] = [[], []];
  for (const { stash, exposure } of paid.candidates) {
    if ((amounts.get(stash) ?? 0n) === 0n) continue;
    for (const { who, amount } of payoutOf(paid, stash).guarantors) if (who === guarantor) incomePico += amount;
    if (exposure !== null && clipExposure(exposure).others.some(({ who }) => who === guarantor)) paidOn.push(stash);
    if (elected.has(stash)) electedTargets.push(stash);
  }
  return { incomePico, paidOn: paidOn.join(), electedTargets: electedTargets.join() };
};

export const bruteForce = (
  question: PlanQuestion,
  forbidden: (stash: string, amountPico: bigint) => boolean,
): Counted => {
  const { nodes, guarantor, newPico, mayCut, maxTargets } = question;
  const grid = gridOf(question);
  const menus = nodes.map((node) => menuOf(question, node, grid).filter((o) => !forbidden(node.stash, o.amountPico)));
  const held = nodes.map((node) => heldBy(node, guarantor));
  const money = held.reduce((sum, one) => sum + one, newPico);
  const found: Outcome[] = [];
  const jumps = { enters64: false, winsSeat: false, tooManyTargets: false, tooSmall: false };
  const amounts = new Map<string, bigint>();
  const walk = (i: number, cost: number, spent: bigint): void => {
    const node = nodes[i];
    if (node === undefined) {
      if (spent > money) throw new Error('a split spends more than there is');
      if ([...amounts.values()].filter((amount) => amount > 0n).length > maxTargets) jumps.tooManyTargets = true;
      else found.push(outcome(question, amounts));
      return;
    }
    for (const option of menus[i] ?? []) {
      if (option.cost > cost) continue;
      amounts.set(node.stash, option.amountPico);
      walk(i + 1, cost - option.cost, spent + option.amountPico);
    }
  };
  walk(0, grid.capacity, 0n);
  jumps.tooSmall =
    nodes.some(
      (node, i) => node.mayAdd && grid.capacity > 0 && (menus[i]?.length ?? 0) <= (mayCut ? 1 : grid.capacity),
    ) && grid.unitPico <= question.existentialDepositPico;
  for (const { stash, votes } of nodes) {
    const on = found.filter(({ paidOn }) => paidOn.split(',').includes(stash));
    if (votes.length >= 64 && on.length > 0 && found.length > on.length) jumps.enters64 = true;
  }
  jumps.winsSeat = new Set(found.map(({ electedTargets }) => electedTargets)).size > 2;
  const incomePico = found.reduce((top, one) => (one.incomePico > top ? one.incomePico : top), 0n);
  return { incomePico, splits: found.length, jumps };
};
