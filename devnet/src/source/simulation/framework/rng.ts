import { createHash } from 'node:crypto';

/** Deterministic choices: the same name always gives the same sequence. */
export interface Rng {
  /** integer in [0, limit) */
  below(limit: number): number;
  /** integer in [from, to] */
  between(from: number, to: number): number;
  /** true in `percent` of 100 cases */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** A generator seeded by any text, e.g. `${seed}/${block}`. */
export function rngOf(name: string): Rng {
  let state = createHash('sha256').update(name).digest().readUInt32LE(0);
  /** mulberry32 */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  const rng: Rng = {
    below: (limit) => Math.floor(next() * limit),
    between: (from, to) => from + rng.below(to - from + 1),
    chance: (percent) => next() * 100 < percent,
    pick: (items) => {
      const item = items[rng.below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
  return rng;
}
