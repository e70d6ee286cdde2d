import { boundAt, boundTable } from './bound';
import type { Choice, Menu } from './model';

/**
 * Of a thousand nodes few matter: those that are among the best at some cost, and those on which something stands. Whatever
 * a split puts on another node it could put, at the same cost and by the model at least as well, on one of them that it
 * leaves free, since there are more of them at every cost than a split has targets.
 */

/** Beyond the targets a split may have, so many more are kept at every cost. */
const SPARE = 6;

export interface ShortList {
  kept: Menu[];
  /** no split with another node earns more, by the model at its best */
  boundOfOthers: number;
}

const isOpen = ({ heldPico }: Menu): boolean => heldPico === 0n;

/** Best worth of a menu by cost; none where it has no such choice. */
const bestAt = (menu: Menu, capacity: number): Float64Array => {
  const best = new Float64Array(capacity + 1).fill(Number.NEGATIVE_INFINITY);
  for (const choice of menu.choices) if (choice.slots === 1) best[choice.cost] = choice.best;
  return best;
};

export const shortList = (menus: readonly Menu[], maxTargets: number, capacity: number): ShortList => {
  const room = maxTargets + SPARE;
  if (menus.length <= room) return { kept: [...menus], boundOfOthers: Number.NEGATIVE_INFINITY };
  const open = menus.filter(isOpen).map((menu) => ({ menu, best: bestAt(menu, capacity) }));
  const kept = new Set(menus.filter((menu) => !isOpen(menu)));
  const left: number[] = [];
  for (let cost = 1; cost <= capacity; cost++) {
    const at = ({ best }: { best: Float64Array }): number => best[cost] as number;
    const sorted = Float64Array.from(open, at).sort();
    const least = sorted[Math.max(0, sorted.length - room)] ?? Number.NEGATIVE_INFINITY;
    for (const one of open) if (at(one) >= least && at(one) > 0) kept.add(one.menu);
    left[cost] = sorted[sorted.length - room - 1] ?? Number.NEGATIVE_INFINITY;
  }
  const list = menus.filter((menu) => kept.has(menu));
  const table = boundTable(list, maxTargets, capacity, ({ best }: Choice) => best);
  let boundOfOthers = Number.NEGATIVE_INFINITY;
  for (let cost = 1; maxTargets > 0 && cost <= capacity; cost++)
    boundOfOthers = Math.max(
      boundOfOthers,
      (left[cost] as number) + boundAt(table, 0, maxTargets - 1, capacity - cost),
    );
  return { kept: list, boundOfOthers };
};
