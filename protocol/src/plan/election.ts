import { elect } from '../exposure';
import type { Desk } from '../yield/desk';

/** Who would be elected when the effective stakes of a few candidates change; all others keep theirs. */

interface Standing {
  effectivePico: bigint;
  /** place in account order, which decides between equals */
  place: number;
}

export interface Poll {
  seats: number;
  standings: ReadonlyMap<string, Standing>;
  /** all, the first to be elected first */
  ranked: readonly Standing[];
}

const isAhead = (a: Standing, b: Standing): boolean =>
  a.effectivePico > b.effectivePico || (a.effectivePico === b.effectivePico && a.place < b.place);

export const openPoll = (desk: Desk, seats: number): Poll => {
  const list = [...desk.nodes.values()].map(({ node, effectivePico }, place) => ({
    stash: node.stash,
    effectivePico,
    place,
  }));
  const order = elect(
    list.map(({ stash, effectivePico }) => ({ stash, effective: effectivePico })),
    list.length,
    0,
  );
  const standings = new Map(list.map((one) => [one.stash, one]));
  return { seats, standings, ranked: (order ?? []).map((stash) => standings.get(stash) as Standing) };
};

/** How many of the ranked stand before one. */
const rankOf = (ranked: readonly Standing[], one: Standing): number => {
  let [low, high] = [0, ranked.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAhead(ranked[middle] as Standing, one)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Whether each of `asked` is elected once the effective stakes in `changed` hold. */
export const electedWith = (
  { seats, standings, ranked }: Poll,
  changed: ReadonlyMap<string, bigint>,
  asked: Iterable<string>,
): Set<string> => {
  const [old, anew]: [Standing[], Standing[]] = [[], []];
  for (const [stash, effectivePico] of changed) {
    const was = standings.get(stash) as Standing;
    old.push(was);
    anew.push({ effectivePico, place: was.place });
  }
  const elected = new Set<string>();
  for (const stash of asked) {
    const was = standings.get(stash) as Standing;
    const now = { effectivePico: changed.get(stash) ?? was.effectivePico, place: was.place };
    let ahead = rankOf(ranked, now);
    for (const one of old) if (isAhead(one, now)) ahead -= 1;
    for (const one of anew) if (one.place !== now.place && isAhead(one, now)) ahead += 1;
    // its own old standing was taken away above when it was ahead of what it is now
    if (ahead < seats) elected.add(stash);
  }
  return elected;
};

/** Effective stake of the last who is elected once these changes hold; 0 while there are more seats than candidates. */
export const lastSeatWith = ({ seats, standings, ranked }: Poll, changed: ReadonlyMap<string, bigint>): bigint => {
  const old = new Set([...changed.keys()].map((stash) => standings.get(stash)));
  const anew = [...changed.values()].sort((a, b) => (a > b ? -1 : 1));
  let [taken, next] = [0, 0];
  for (const one of ranked) {
    if (old.has(one)) continue;
    while (next < anew.length && (anew[next] as bigint) >= one.effectivePico) {
      taken += 1;
      if (taken === seats) return anew[next] as bigint;
      next += 1;
    }
    taken += 1;
    if (taken === seats) return one.effectivePico;
  }
  return 0n;
};
