/** How values lie, without a mean that one outlier could move. */
export interface Spread {
  /** how many values there were */
  count: number;
  p10: bigint;
  median: bigint;
  p90: bigint;
}

/** The smallest value that at least `percent` of all values do not exceed (nearest rank). `sorted` ascends and is not empty. */
export const atPercent = (sorted: readonly bigint[], percent: number): bigint => {
  const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error(`no value at ${percent} % of ${sorted.length}`);
  return value;
};

/** Null without values. */
export const spreadOf = (values: readonly bigint[]): Spread | null => {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    count: sorted.length,
    p10: atPercent(sorted, 10),
    median: atPercent(sorted, 50),
    p90: atPercent(sorted, 90),
  };
};
