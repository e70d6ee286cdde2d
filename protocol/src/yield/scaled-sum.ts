import { BILLION } from '../base/perbill';

/**
 * Σ perbillMul(ratio, amount) over many amounts, to the pico, without a multiplication of bigints for each of them: every
 * rounding is that of the runtime, done on the last nine digits in doubles that stay below 2^53.
 */

const PARTS = 1_000_000_000;
const HALF_PARTS = PARTS / 2;
/** A ratio is taken in two steps of 15 bits, so that no product leaves the integers a double holds. */
const STEP = 32_768;

/** Amounts made ready to be scaled by any ratio. */
export interface Scalable {
  /** their sum */
  total: bigint;
  /** Σ amount div 10^9 */
  billions: bigint;
  /** amount mod 10^9 of each */
  rests: Float64Array;
}

export const scalable = (amounts: readonly bigint[]): Scalable => {
  const rests = new Float64Array(amounts.length);
  let [total, billions] = [0n, 0n];
  amounts.forEach((amount, i) => {
    rests[i] = Number(amount % BILLION);
    billions += amount / BILLION;
    total += amount;
  });
  return { total, billions, rests };
};

/** rest × parts ÷ 10^9 to the nearest whole number, an exact half down. */
const scaledRest = (rest: number, high: number, low: number): number => {
  const first = rest * high;
  const quotient = Math.floor(first / PARTS);
  const carried = (first - quotient * PARTS) * STEP + rest * low;
  const whole = Math.floor(carried / PARTS);
  return quotient * STEP + whole + (carried - whole * PARTS > HALF_PARTS ? 1 : 0);
};

/** Each amount times the ratio, rounded by itself as `perbillMul` does, and summed. */
export const scaledSum = ({ total, billions, rests }: Scalable, ratioPerbill: bigint): bigint => {
  if (ratioPerbill === BILLION) return total;
  const parts = Number(ratioPerbill);
  const high = Math.floor(parts / STEP);
  const low = parts - high * STEP;
  // at most 2^23 amounts below 10^9 each: the sum is exact
  let sum = 0;
  for (const rest of rests) sum += scaledRest(rest, high, low);
  return billions * ratioPerbill + BigInt(sum);
};
