/**
 * Substrate's parts-per-billion and parts-per-million arithmetic, exactly as the runtimes compute it
 * (runtime-details §3 rows 2 and 3; every recorded exposure, payout and order leg depends on these two rules).
 * All values are bigint; a Perbill is its number of parts.
 */
export const BILLION = 1_000_000_000n;
export const MILLION = 1_000_000n;

const ratio = (accuracy: bigint, part: bigint, whole: bigint): bigint => {
  if (part < 0n || whole < 0n) throw new Error(`a ratio of negative numbers: ${part} / ${whole}`);
  const q = whole > 1n ? whole : 1n;
  const p = part < q ? part : q;
  // both are made smaller first, by a factor that brings q under the accuracy; the flooring is visible in results
  const ceiled = (q + accuracy - 1n) / accuracy;
  const factor = ceiled > 1n ? ceiled : 1n;
  return ((p / factor) * accuracy) / (q / factor);
};

const multiply = (accuracy: bigint, parts: bigint, amount: bigint): bigint => {
  if (parts < 0n || parts > accuracy) throw new Error(`parts out of range: ${parts}`);
  if (amount < 0n) throw new Error(`a part of a negative amount: ${amount}`);
  const rest = (amount % accuracy) * parts;
  // nearest, an exact half goes down
  const roundUp = rest % accuracy > accuracy / 2n ? 1n : 0n;
  return (amount / accuracy) * parts + rest / accuracy + roundUp;
};

/** Parts per billion of `part` in `whole`: floored, at most one whole; a whole of 0 counts as 1. */
export const perbillRatio = (part: bigint, whole: bigint): bigint => ratio(BILLION, part, whole);

/** `parts` billionths of an amount: to the nearest unit, an exact half DOWN. */
export const perbillMul = (parts: bigint, amount: bigint): bigint => multiply(BILLION, parts, amount);

/** Parts per million of `part` in `whole`, by the same rule. */
export const permillRatio = (part: bigint, whole: bigint): bigint => ratio(MILLION, part, whole);

/** `parts` millionths of an amount, by the same rule. */
export const permillMul = (parts: bigint, amount: bigint): bigint => multiply(MILLION, parts, amount);

/** Whole percents as Perbill parts. */
export const perbillFromPercent = (percent: bigint): bigint => percent * (BILLION / 100n);

/** a − b, not below 0: the runtimes' saturating subtraction. */
export const saturatingSub = (a: bigint, b: bigint): bigint => (a > b ? a - b : 0n);

export const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
