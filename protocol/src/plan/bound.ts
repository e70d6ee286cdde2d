import type { Choice, Menu } from './model';

/**
 * The most that any split can earn on a row of menus, each choice taken at its best: `table[i][slots × width + cost]` is
 * for the menus from i on, with at most so many targets and parts.
 */
export interface BoundTable {
  rows: Float64Array[];
  /** places of one number of targets in a row */
  width: number;
}

/** How much of a choice is reckoned when bounding or choosing. */
export type Worth = (choice: Choice, menu: Menu) => number;

const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

/** Worth of the best choice by cost, for those that take a target and those that take none; dearer is not kept if not better. */
const byCost = (menu: Menu, worth: Worth, slots: 0 | 1): [number, number][] => {
  const best = new Map<number, number>();
  for (const choice of menu.choices)
    if (choice.slots === slots)
      best.set(choice.cost, Math.max(best.get(choice.cost) ?? IMPOSSIBLE, worth(choice, menu)));
  const kept: [number, number][] = [];
  let top = IMPOSSIBLE;
  for (const [cost, value] of [...best].sort(([a], [b]) => a - b)) {
    if (value <= top) continue;
    top = value;
    kept.push([cost, value]);
  }
  return kept;
};

export const boundTable = (menus: readonly Menu[], maxTargets: number, capacity: number, worth: Worth): BoundTable => {
  const width = capacity + 1;
  const rows: Float64Array[] = [];
  let after = new Float64Array((maxTargets + 1) * width);
  rows[menus.length] = after;
  for (let i = menus.length - 1; i >= 0; i--) {
    const menu = menus[i] as Menu;
    const [without, withOne] = [byCost(menu, worth, 0), byCost(menu, worth, 1)];
    const row = new Float64Array((maxTargets + 1) * width).fill(IMPOSSIBLE);
    for (let targets = 0; targets <= maxTargets; targets++) {
      const at = targets * width;
      for (let cost = 0; cost < width; cost++) {
        let most = IMPOSSIBLE;
        for (const [price, value] of without) {
          if (price > cost) break;
          const all = value + (after[at + cost - price] as number);
          if (all > most) most = all;
        }
        if (targets > 0) {
          for (const [price, value] of withOne) {
            if (price > cost) break;
            const all = value + (after[at - width + cost - price] as number);
            if (all > most) most = all;
          }
        }
        row[at + cost] = most;
      }
    }
    rows[i] = row;
    after = row;
  }
  return { rows, width };
};

export const boundAt = ({ rows, width }: BoundTable, from: number, targets: number, cost: number): number =>
  (rows[from] as Float64Array)[targets * width + cost] as number;
