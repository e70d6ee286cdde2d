import { type Counter, counterOf } from './count';
import { improved, incomeOf, type Split } from './good';
import { type Grid, gridOf } from './menu';
import { type Menu, type Model, modelOf } from './model';
import type { PlanQuestion } from './question';
import { search } from './search';
import { shortList } from './short-list';

/**
 * A split of money over at most 16 candidates that earns much in one era that is reckoned with (crust-protocol §5.2, §5.4).
 * It is counted on a grid of whole parts. Nothing is called the best of the grid unless all others were ruled out; else the
 * bound tells how much more the best could earn at most. Amounts are pico-CRU.
 */

export interface Position {
  stash: string;
  /** what stands now, and what is to stand */
  heldPico: bigint;
  amountPico: bigint;
}

export interface PlanSplit {
  /** income of the era over all guarantees */
  incomePico: bigint;
  /** everything that stands afterwards or stood before */
  positions: Position[];
  /** money that found no place */
  unplacedPico: bigint;
}

export interface Plan extends PlanSplit {
  grid: Grid;
  /** income when nothing is changed */
  standingPico: bigint;
  /** no split of the grid earns more than this */
  boundPico: bigint;
  /** the split is the best of the grid: the bound is met */
  isProven: boolean;
  /** the best found that adds nothing to one of the nodes the plan adds to; null when the plan adds nowhere */
  runnerUp: (PlanSplit & { lossPico: bigint; without: string; isProven: boolean }) | null;
}

/** Up to so many nodes the runner-up is searched for as thoroughly as the plan. */
const FEW = 20;

const splitOf = (question: PlanQuestion, menus: readonly Menu[], { incomePico, choices }: Split): PlanSplit => {
  const positions = menus
    .map(({ node, heldPico }, i) => ({ stash: node.stash, heldPico, amountPico: choices[i]?.amountPico ?? 0n }))
    .filter(({ heldPico, amountPico }) => heldPico > 0n || amountPico > 0n);
  const added = positions.reduce((sum, { heldPico, amountPico }) => sum + amountPico - heldPico, 0n);
  return { incomePico, positions, unplacedPico: question.newPico - added };
};

/** The menus without the choices that add to one node. */
const withoutAdding = (menus: readonly Menu[], stash: string): Menu[] =>
  menus.map((menu) =>
    menu.node.stash === stash
      ? { ...menu, choices: menu.choices.filter(({ amountPico }) => amountPico <= menu.heldPico) }
      : menu,
  );

/** A split over menus of which one, the i-th, lost choices: searched for thoroughly, or grown from the best of all. */
const otherSplit = (
  { nodes, maxTargets }: PlanQuestion,
  model: Model,
  menus: readonly Menu[],
  counter: Counter,
  best: Split,
  i: number,
): { split: Split; isProven: boolean } => {
  const list = { kept: [...menus], boundOfOthers: Number.NEGATIVE_INFINITY };
  if (nodes.length <= FEW) return search(model, list, counter, maxTargets);
  const left = (menus[i] as Menu).choices;
  const most = left.reduce((a, b) => (b.cost > a.cost || (b.cost === a.cost && b.best > a.best) ? b : a));
  const choices = best.choices.map((choice, k) => (k === i ? most : choice));
  const split = { choices, incomePico: incomeOf(counter, menus, choices) };
  return { split: improved(model, menus, counter, maxTargets, split), isProven: false };
};

const runnerUpOf = (
  question: PlanQuestion,
  model: Model,
  menus: readonly Menu[],
  counter: Counter,
  best: Split,
): (NonNullable<Plan['runnerUp']> & { split: Split }) | null => {
  let second: { split: Split; without: string; isProven: boolean } | null = null;
  for (const [i, { node, heldPico }] of menus.entries()) {
    if ((best.choices[i]?.amountPico ?? 0n) <= heldPico) continue;
    const others = withoutAdding(menus, node.stash);
    const { split, isProven } = otherSplit(question, model, others, counter, best, i);
    if (second === null || split.incomePico > second.split.incomePico)
      second = { split, without: node.stash, isProven };
  }
  if (second === null) return null;
  const { split, without, isProven } = second;
  const lossPico = best.incomePico - split.incomePico;
  return { ...splitOf(question, menus, split), split, lossPico, without, isProven };
};

/** The plan for a question. Throws for a guarantor that is a candidate itself: guaranteeing would end its candidacy. */
export const planGuarantees = (question: PlanQuestion): Plan => {
  const { nodes, guarantor, maxTargets } = question;
  if (nodes.some(({ stash }) => stash === guarantor))
    throw new Error(`${guarantor} is a candidate, and a candidate cannot guarantee`);
  const grid = gridOf(question);
  const model = modelOf(question, grid);
  const counter = counterOf(question);
  const list = shortList(model.menus, maxTargets, grid.capacity);
  const found = search(model, list, counter, maxTargets);
  let best = found.split;
  let runnerUp = runnerUpOf(question, model, list.kept, counter, best);
  // what was found without one of its nodes may be better than what was found with all
  for (let again = 0; runnerUp !== null && runnerUp.lossPico < 0n && again < 3; again++) {
    best = runnerUp.split;
    runnerUp = runnerUpOf(question, model, list.kept, counter, best);
  }
  return {
    ...splitOf(question, list.kept, best),
    grid,
    standingPico: counter.incomePico(new Map()),
    boundPico: found.boundPico,
    isProven: found.boundPico === best.incomePico,
    runnerUp,
  };
};
