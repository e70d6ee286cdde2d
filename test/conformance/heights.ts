/** Small seeded generator (xorshift32), so that a printed seed repeats the same heights. */
export const seededRandom = (seed: number): (() => number) => {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= (state << 13) >>> 0;
    state ^= state >>> 17;
    state ^= (state << 5) >>> 0;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
};

/** Which heights of a chain are compared beside its head. */
export interface HeightChoice {
  /** how many */
  count: number;
  /** draws them */
  seed: number;
}

/** Random heights beside the head unless told otherwise: few, so that `npm test` stays short. */
export const DEFAULT_HEIGHTS = 12;

/** `count` different block numbers in 1 … head-1 (all of them if there are fewer), then the head itself, ascending. */
export const pickHeights = (head: number, count: number, seed: number): number[] => {
  const random = seededRandom(seed);
  const chosen = new Set<number>();
  const wanted = Math.min(count, Math.max(0, head - 1));
  while (chosen.size < wanted) chosen.add(1 + Math.floor(random() * (head - 1)));
  return [...chosen, head].sort((a, b) => a - b);
};

/** A seed of its own for each chain of a run, the same whenever a chain of that name is run with the same seed. */
export const seedForChain = (heightSeed: number, chain: string): number =>
  [...chain].reduce((mixed, letter) => (Math.imul(mixed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, heightSeed >>> 0);
