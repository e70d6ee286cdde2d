import { type BoundTable, boundAt, boundTable, type Worth } from './bound';
import type { Counter } from './count';
import type { Choice, Menu, Model } from './model';

/** Good splits without a promise: chosen by the model, then improved move by move. */

export interface Split {
  incomePico: bigint;
  /** the choice on each menu, in the order of the menus */
  choices: readonly Choice[];
}

/** Rounds of choosing by the model with the stake of the era that the last round's split makes. */
const ROUNDS = 4;
const PASSES = 12;

const amountsOf = (menus: readonly Menu[], choices: readonly Choice[]): Map<string, bigint> => {
  const amounts = new Map<string, bigint>();
  menus.forEach(({ node, heldPico }, i) => {
    const { amountPico } = choices[i] as Choice;
    if (amountPico !== heldPico) amounts.set(node.stash, amountPico);
  });
  return amounts;
};

export const incomeOf = (counter: Counter, menus: readonly Menu[], choices: readonly Choice[]): bigint =>
  counter.incomePico(amountsOf(menus, choices));

/** What an era would be like in which a split stands: its whole stake and the stake of the last who is elected. */
interface Climate {
  stakes: number;
  seat: number;
}

const climateOf = (model: Model, menus: readonly Menu[], counter: Counter, choices: readonly Choice[]): Climate => ({
  stakes: Math.max(1, stakesOf(model, menus, choices)),
  seat: Number(counter.lastSeatPico(amountsOf(menus, choices))),
});

const authoringIn = ({ seat }: Climate, { effective, authoring }: Choice): number =>
  effective >= seat ? authoring : 0;

/** Walks down a table of worths along the best choices. */
const descend = (
  menus: readonly Menu[],
  table: BoundTable,
  worth: Worth,
  maxTargets: number,
  capacity: number,
): Choice[] => {
  let [targets, cost] = [maxTargets, capacity];
  return menus.map((menu, i) => {
    const value = (choice: Choice): number =>
      choice.slots > targets || choice.cost > cost
        ? Number.NEGATIVE_INFINITY
        : worth(choice, menu) + boundAt(table, i + 1, targets - choice.slots, cost - choice.cost);
    let best = menu.choices[0] as Choice;
    let top = value(best);
    for (const choice of menu.choices) {
      const one = value(choice);
      if (one > top) [best, top] = [choice, one];
    }
    targets -= best.slots;
    cost -= best.cost;
    return best;
  });
};

const stakesOf = ({ leastStakes }: Model, menus: readonly Menu[], choices: readonly Choice[]): number =>
  choices.reduce((sum, choice, i) => sum + choice.effective - (menus[i] as Menu).leastEffective, leastStakes);

/** Chosen by the model, the stake of the era guessed anew in each round. */
const chosen = (model: Model, menus: readonly Menu[], counter: Counter, maxTargets: number): Split => {
  const { grid, stakingPayout, leastStakes } = model;
  let climate: Climate = { stakes: Math.max(1, leastStakes), seat: 0 };
  let best: Split | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const { stakes, seat } = climate;
    const worth: Worth = (choice) =>
      choice.share * (authoringIn(climate, choice) + (stakingPayout * choice.effective) / stakes);
    const table = boundTable(menus, maxTargets, grid.capacity, worth);
    const choices = descend(menus, table, worth, maxTargets, grid.capacity);
    const incomePico = incomeOf(counter, menus, choices);
    if (best === null || incomePico > best.incomePico) best = { incomePico, choices };
    climate = climateOf(model, menus, counter, choices);
    if (climate.seat === seat && Math.abs(climate.stakes - stakes) <= stakes * 1e-9) break;
  }
  return best as Split;
};

/** What a move from one menu to another makes of the income, by the model: sums are kept, two terms change. */
const rough = (model: Model, menus: readonly Menu[], counter: Counter, { choices }: Split) => {
  const climate = climateOf(model, menus, counter, choices);
  const { stakes } = climate;
  let [byStake, fixed] = [0, 0];
  for (const choice of choices) {
    byStake += choice.share * choice.effective;
    fixed += choice.share * authoringIn(climate, choice);
  }
  const now = fixed + (model.stakingPayout * byStake) / stakes;
  return {
    /** whether replacing these choices might earn more */
    mayGain(pairs: readonly (readonly [Choice, Choice])[]): boolean {
      let [s, b, f] = [stakes, byStake, fixed];
      for (const [was, is] of pairs) {
        s += is.effective - was.effective;
        b += is.share * is.effective - was.share * was.effective;
        f += is.share * authoringIn(climate, is) - was.share * authoringIn(climate, was);
      }
      return f + (model.stakingPayout * b) / Math.max(s, 1) > now;
    },
  };
};

/** Moves parts from one node to another, or lays down what is left, as long as that earns more. */
export const improved = (
  model: Model,
  menus: readonly Menu[],
  counter: Counter,
  maxTargets: number,
  from: Split,
): Split => {
  const byCost = menus.map(({ choices }) => new Map(choices.map((choice) => [choice.cost, choice])));
  let best = from;
  for (let pass = 0; pass < PASSES; pass++) {
    const start = best;
    const free = model.grid.capacity - start.choices.reduce((sum, { cost }) => sum + cost, 0);
    const used = start.choices.reduce((sum, { slots }) => sum + slots, 0);
    const { mayGain } = rough(model, menus, counter, start);
    const move = (i: number, less: Choice | null, j: number, parts: number): void => {
      const [giver, taker] = [less && (start.choices[i] as Choice), start.choices[j] as Choice];
      const more = byCost[j]?.get(taker.cost + parts);
      if (more === undefined) return;
      const slots = used + more.slots - taker.slots + (less && giver ? less.slots - giver.slots : 0);
      if (slots > maxTargets) return;
      if (
        !mayGain(
          less && giver
            ? [
                [giver, less],
                [taker, more],
              ]
            : [[taker, more]],
        )
      )
        return;
      const choices = start.choices.map((choice, k) => (k === j ? more : k === i && less ? less : choice));
      const incomePico = incomeOf(counter, menus, choices);
      if (incomePico > best.incomePico) best = { incomePico, choices };
    };
    for (let i = -1; i < menus.length; i++) {
      const giver = start.choices[i] ?? null;
      const most = giver?.cost ?? free;
      for (const parts of new Set([1, 2, 4, most])) {
        if (parts === 0 || parts > most) continue;
        const less = giver === null ? null : byCost[i]?.get(giver.cost - parts);
        if (less === undefined) continue;
        for (let j = 0; j < menus.length; j++) if (j !== i) move(i, less, j, parts);
      }
    }
    if (best === start) break;
  }
  return best;
};

/** A good split over these menus. */
export const goodSplit = (model: Model, menus: readonly Menu[], counter: Counter, maxTargets: number): Split =>
  improved(model, menus, counter, maxTargets, chosen(model, menus, counter, maxTargets));
