import { formatCru, parseCru } from '@moho/protocol/amount';
import { RANK_FACTORS, type RankFactor, STARTING_WEIGHTS } from '@moho/protocol/yield/rank';
import { first, type Query } from '../params';

/** What the guarantor's pages share in their addresses: an amount, and the weights of the rank. */

/** Parameter of a factor's weight: `w_bad_eras`. */
export const weightName = (factor: RankFactor): string => `w_${factor.toLowerCase()}`;

export const WEIGHT_NAMES: readonly string[] = RANK_FACTORS.map(weightName);

const STARTING_AMOUNT = '1000';
const MOST_PICO = 10n ** 30n;

/** An amount typed in CRU, "1,000.5" too, in pico-CRU; null when it is none above 0. */
export const parseAmount = (text: string): bigint | null => {
  try {
    const pico = parseCru(text.replace(/[, _]/g, ''));
    return pico > 0n && pico <= MOST_PICO ? pico : null;
  } catch {
    return null;
  }
};

export interface Weighing {
  factor: RankFactor;
  weight: number;
}

export interface DeskState {
  amountPico: bigint;
  /** as a form shows it */
  amountText: string;
  weights: readonly Weighing[];
  /** the reader moved one */
  isWeighed: boolean;
}

/** Wrong words never come here (lib/question.ts). */
export const readDesk = (query: Query): DeskState => {
  const amountPico = parseAmount(first(query, 'amount') ?? STARTING_AMOUNT) ?? parseCru(STARTING_AMOUNT);
  const weights = RANK_FACTORS.map((factor) => ({
    factor,
    weight: Number(first(query, weightName(factor)) ?? STARTING_WEIGHTS[factor]),
  }));
  return {
    amountPico,
    amountText: formatCru(amountPico),
    weights,
    isWeighed: weights.some(({ factor, weight }) => weight !== STARTING_WEIGHTS[factor]),
  };
};

const PERBILL_PER_PERCENT = 10_000_000;

/** A percentage such as "85", "85.5 %" or "-3" in parts per billion, of any size; null when it is none. */
export const parsePercent = (text: string): bigint | null => {
  const match = /^(-?)(\d{1,9})(?:[.,](\d{1,7}))?\s*%?$/.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const perbill = BigInt(whole) * BigInt(PERBILL_PER_PERCENT) + BigInt(fraction.padEnd(7, '0'));
  return sign === '-' ? -perbill : perbill;
};

/** The nodes an address names, each once. */
export const readIds = (text: string | null): string[] => [
  ...new Set(
    (text ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
  ),
];

/** Parts of the address that a link to another of these pages takes along. */
export const deskParams = (query: Query): Record<string, string> =>
  Object.fromEntries(
    ['amount', ...WEIGHT_NAMES].flatMap((name) => {
      const value = first(query, name);
      return value === null ? [] : [[name, value]];
    }),
  );
