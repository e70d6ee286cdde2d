import { boundAt, boundTable } from './bound';
import type { Counter } from './count';
import { goodSplit, incomeOf, type Split } from './good';
import type { Choice, Menu, Model } from './model';
import type { ShortList } from './short-list';

/** The search for the split that earns most: a good one first, then whatever the bound does not rule out. */

export interface Found {
  /** choices in the order of the kept menus of the short list */
  split: Split;
  /** no split of the grid earns more */
  boundPico: bigint;
  /** everything better was ruled out: the split is the best of the grid */
  isProven: boolean;
}

/** Steps of the search; beyond, what is left is told as a gap. */
const MOST_STEPS = 8000;

/** What a bound in doubles is in whole pico, never too little. */
const inPico = (bound: number): bigint => BigInt(Math.ceil(Math.max(bound, 0) * (1 + 1e-12)));

const strength = ({ choices }: Menu): number => choices.reduce((top, { best }) => Math.max(top, best), 0);

/** The best split of some menus, or a good one with a bound on all others. */
const searchAmong = (
  model: Model,
  given: readonly Menu[],
  counter: Counter,
  maxTargets: number,
): { best: Split; bound: number; isProven: boolean } => {
  const { capacity } = model.grid;
  // the strongest first, so that what is left is worth little early
  const menus = [...given].sort((a, b) => strength(b) - strength(a));
  let best = goodSplit(model, menus, counter, maxTargets);
  const table = boundTable(menus, maxTargets, capacity, ({ best: worth }) => worth);
  const path: Choice[] = [];
  let steps = 0;
  const visit = (i: number, targets: number, cost: number, had: number): void => {
    if (steps >= MOST_STEPS || had + boundAt(table, i, targets, cost) <= Number(best.incomePico)) return;
    steps += 1;
    if (i === menus.length) {
      const incomePico = incomeOf(counter, menus, path);
      if (incomePico > best.incomePico) best = { incomePico, choices: [...path] };
      return;
    }
    const open = (menus[i] as Menu).choices
      .filter(({ slots, cost: price }) => slots <= targets && price <= cost)
      .map((choice) => ({
        choice,
        most: had + choice.best + boundAt(table, i + 1, targets - choice.slots, cost - choice.cost),
      }))
      .sort((a, b) => b.most - a.most);
    for (const { choice, most } of open) {
      if (most <= Number(best.incomePico)) break;
      path.push(choice);
      visit(i + 1, targets - choice.slots, cost - choice.cost, had + choice.best);
      path.pop();
    }
  };
  visit(0, maxTargets, capacity, 0);
  const choices = given.map((menu) => best.choices[menus.indexOf(menu)] as Choice);
  return {
    best: { ...best, choices },
    bound: boundAt(table, 0, maxTargets, capacity),
    isProven: steps < MOST_STEPS,
  };
};

/** The best split of a short list, and what no split at all can exceed. */
export const search = (model: Model, list: ShortList, counter: Counter, maxTargets: number): Found => {
  const { best, bound, isProven } = searchAmong(model, list.kept, counter, maxTargets);
  const among = isProven ? best.incomePico : inPico(bound);
  const others = inPico(list.boundOfOthers);
  const boundPico = others > among ? others : among;
  return { split: best, boundPico, isProven: boundPico === best.incomePico };
};
