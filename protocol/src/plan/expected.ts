/**
 * What a node is reckoned to earn by making blocks once it is elected: its own mean while it was in office, and that of the
 * elected (the middle one) for a node that never was. Amounts are pico-CRU; an estimate.
 */
export const authoringOnceElected = (ownMean: bigint, meansOfElected: readonly bigint[]): bigint => {
  if (ownMean > 0n) return ownMean;
  const sorted = [...meansOfElected].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n;
};
