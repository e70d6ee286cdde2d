import { createHash } from 'node:crypto';
import { InputError } from '../../input-error';

export const FAULT_NAMES = ['drop', 'delay', 'reorder', 'truncate', 'duplicate', '429', 'die'] as const;
export type FaultName = (typeof FAULT_NAMES)[number];

/** How often which fault strikes; the n-th answer's fate follows from the seed and n alone. */
export interface Plan {
  readonly seed: number;
  /** longest delay */
  readonly delayMs: number;
  /** share of answers, from 0 to 1; together at most 1 */
  readonly rates: Readonly<Record<FaultName, number>>;
}

export interface Fate {
  readonly fault: FaultName;
  /** from 0 up to 1, for the fault to use */
  readonly draw: number;
}

/** What strikes the n-th answer, if anything. */
export function fateOf(plan: Plan, answer: number): Fate | undefined {
  const digest = createHash('sha256').update(`${plan.seed}/fault ${answer}`).digest();
  let dice = digest.readUInt32LE(0) / 2 ** 32;
  for (const fault of FAULT_NAMES) {
    dice -= plan.rates[fault];
    if (dice < 0) return { fault, draw: digest.readUInt32LE(4) / 2 ** 32 };
  }
  return undefined;
}

/** Reads a plan as `seed=7&drop=0.01&delay=0.05&delayMs=500`; undefined when nothing is to go wrong. */
export function readPlan(query: URLSearchParams): Plan | undefined {
  const known: readonly string[] = ['seed', 'delayMs', ...FAULT_NAMES];
  for (const name of query.keys()) {
    if (!known.includes(name)) throw new InputError(`${name} is no fault: there are ${FAULT_NAMES.join(', ')}`);
  }
  const rates = Object.fromEntries(FAULT_NAMES.map((name) => [name, rateOf(query, name)])) as Record<FaultName, number>;
  const sum = Object.values(rates).reduce((a, b) => a + b, 0);
  if (sum > 1) throw new InputError(`the rates add up to ${sum}: every answer has one fate, so 1 is the most`);
  if (sum === 0) return undefined;
  return { seed: wholeOf(query, 'seed', 1), delayMs: wholeOf(query, 'delayMs', 500), rates };
}

function rateOf(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '0';
  const rate = /^(0|1|0?\.\d+|0\.\d*|1\.0*)$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(rate)) throw new InputError(`${name} must be a rate from 0 to 1, not "${text}"`);
  return rate;
}

function wholeOf(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name) ?? String(fallback);
  if (!/^\d{1,9}$/.test(text)) throw new InputError(`${name} must be a whole number, not "${text}"`);
  return Number(text);
}
