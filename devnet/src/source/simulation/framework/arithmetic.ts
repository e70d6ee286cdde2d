/** Substrate's fixed-point arithmetic on bigints, written for the simulation alone. */

export const BILLION = 1_000_000_000n;
export const MILLION = 1_000_000n;

export const minOf = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const maxOf = (a: bigint, b: bigint): bigint => (a > b ? a : b);
/** Integers that nothing guards start anew at zero, as in a release build of the runtime. */
export const wrapped = (bits: 32 | 64 | 128, value: bigint): bigint => BigInt.asUintN(bits, value);
export const U64_MAX = (1n << 64n) - 1n;
export const U128_MAX = (1n << 128n) - 1n;
export const saturatingSub = (a: bigint, b: bigint): bigint => (a > b ? a - b : 0n);
const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;

/** `x * parts / unit`: whole units exactly, the rest rounded to nearest with an exact half going down. */
function mulParts(parts: bigint, x: bigint, unit: bigint): bigint {
  const rest = x % unit;
  const product = rest * parts;
  const rounded = product / unit + (product % unit > unit / 2n ? 1n : 0n);
  return (x / unit) * parts + rounded;
}

/** from_rational_approximation: both sides reduced by ceil(q / unit), all divisions floor. */
function ratioParts(p: bigint, q: bigint, unit: bigint): bigint {
  const divisor = maxOf(q, 1n);
  const dividend = minOf(p, divisor);
  const factor = maxOf(ceilDiv(divisor, unit), 1n);
  return ((dividend / factor) * unit) / (divisor / factor);
}

/** Perbill(parts) * x */
export const perbillOf = (parts: bigint, x: bigint): bigint => mulParts(parts, x, BILLION);
/** Perbill::from_rational_approximation(p, q), as parts per billion */
export const perbillRatio = (p: bigint, q: bigint): bigint => ratioParts(p, q, BILLION);
/** Permill(parts) * x */
export const permillOf = (parts: bigint, x: bigint): bigint => mulParts(parts, x, MILLION);
/** Permill::from_rational_approximation(p, q), as parts per million */
export const permillRatio = (p: bigint, q: bigint): bigint => ratioParts(p, q, MILLION);
