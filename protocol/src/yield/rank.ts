/**
 * A rank whose every part can be looked at. A node's score is the weighted mean of its percentiles among all candidates;
 * weights are the reader's. There is nothing else in it: no bonus, no threshold, no hidden constant.
 */
export const RANK_FACTORS = [
  'RETURN',
  'BAD_ERAS',
  'MY_RETURN',
  'REPORTS',
  'SATURATION',
  'FEE',
  'PLACES',
  'UNCLAIMED',
  'SLASHES',
] as const;
export type RankFactor = (typeof RANK_FACTORS)[number];

export interface FactorRule {
  /** what the raw value is */
  rule: string;
  /** whether more of it is better */
  better: 'HIGHER' | 'LOWER';
  unit: 'YEARLY_PERBILL' | 'PERBILL' | 'COUNT';
}

export const RANK_RULES: Readonly<Record<RankFactor, FactorRule>> = {
  RETURN: {
    rule: 'Median of the realised yearly returns of the newest 28 eras.',
    better: 'HIGHER',
    unit: 'YEARLY_PERBILL',
  },
  BAD_ERAS: {
    rule: 'Realised yearly return that nine of ten of the newest 84 eras reached.',
    better: 'HIGHER',
    unit: 'YEARLY_PERBILL',
  },
  MY_RETURN: {
    rule: 'Yearly return of the amount you typed, once it is added.',
    better: 'HIGHER',
    unit: 'YEARLY_PERBILL',
  },
  REPORTS: {
    rule: 'Part of the due work reports of 28 days that its machines sent.',
    better: 'HIGHER',
    unit: 'PERBILL',
  },
  SATURATION: { rule: 'All stake as a part of the stake limit.', better: 'LOWER', unit: 'PERBILL' },
  FEE: { rule: 'Guarantee fee: the part of its reward that is shared by stake.', better: 'HIGHER', unit: 'PERBILL' },
  PLACES: { rule: 'Places left among the 64 guarantors that are rewarded.', better: 'HIGHER', unit: 'COUNT' },
  UNCLAIMED: { rule: 'Closed eras whose rewards nobody has claimed yet.', better: 'LOWER', unit: 'COUNT' },
  SLASHES: { rule: 'Times it was slashed or is about to be.', better: 'LOWER', unit: 'COUNT' },
};

/** Raw values of a node; null where nothing is known, which counts as the worst. */
export type RankValues = Readonly<Record<RankFactor, bigint | null>>;

/** From 0 (left out) to 10. */
export type RankWeights = Readonly<Record<RankFactor, number>>;
export const MOST_WEIGHT = 10;

/** What the form starts with; moved by the reader. */
export const STARTING_WEIGHTS: RankWeights = {
  RETURN: 5,
  BAD_ERAS: 3,
  MY_RETURN: 10,
  REPORTS: 5,
  SATURATION: 2,
  FEE: 0,
  PLACES: 1,
  UNCLAIMED: 2,
  SLASHES: 3,
};

/** One factor among all candidates: their values from worst to best, those without one first. */
export interface FactorField {
  factor: RankFactor;
  /** how many have no value */
  unknown: number;
  /** worst first */
  sorted: readonly bigint[];
}

const sign = (factor: RankFactor): bigint => (RANK_RULES[factor].better === 'HIGHER' ? 1n : -1n);

/** So that more is better in each factor. */
const goodness = (factor: RankFactor, value: bigint): bigint => sign(factor) * value;

export const factorField = (factor: RankFactor, values: readonly (bigint | null)[]): FactorField => {
  const known = values.filter((value) => value !== null).map((value) => goodness(factor, value));
  return {
    factor,
    unknown: values.length - known.length,
    sorted: known.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  };
};

/** How many entries of an ascending list are below a value. */
const countBelow = (sorted: readonly bigint[], value: bigint): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as bigint) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Percentile of a value in parts per billion: of all others the part that is worse, and half of those that are equal. One
 * half for a node alone; 0 for one without a value unless all are without.
 */
export const percentile = (field: FactorField, value: bigint | null): number => {
  const others = field.unknown + field.sorted.length - 1;
  if (others <= 0) return 500_000_000;
  if (value === null) return Math.floor(((field.unknown - 1) * 500_000_000) / others);
  const good = goodness(field.factor, value);
  const worse = countBelow(field.sorted, good);
  // one that does not stand is compared with those that do, and is not among them itself
  const equal = Math.max(0, countBelow(field.sorted, good + 1n) - worse - 1);
  return Math.floor(((2 * (field.unknown + worse) + equal) * 500_000_000) / others);
};

export interface RankPart {
  factor: RankFactor;
  raw: bigint | null;
  percentilePerbill: number;
  weight: number;
  /** what it adds to the score, parts per billion */
  points: number;
  /** what the score would gain by being the best of all in this factor */
  gain: number;
  /** the value to reach for it; null when it is the best already or nobody has a value */
  best: bigint | null;
}

export interface Rank {
  /** weighted mean of the percentiles, parts per billion; null when every weight is 0 */
  score: number | null;
  parts: RankPart[];
}

/** Percentiles of a node, one for each field. */
export const percentilesOf = (fields: readonly FactorField[], values: RankValues): number[] =>
  fields.map((field) => percentile(field, values[field.factor]));

const sumOf = (factors: readonly RankFactor[], weights: RankWeights): number =>
  factors.reduce((sum, factor) => sum + weights[factor], 0);

const share = (weight: number, perbill: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((weight * perbill) / whole);

/** The score alone: the weighted mean of percentiles, parts per billion; null when every weight is 0. */
export const scoreOf = (
  factors: readonly RankFactor[],
  percentiles: readonly number[],
  weights: RankWeights,
): number | null => {
  const whole = sumOf(factors, weights);
  if (whole === 0) return null;
  return factors.reduce((sum, factor, i) => sum + share(weights[factor], percentiles[i] as number, whole), 0);
};

export const rankOf = (fields: readonly FactorField[], values: RankValues, weights: RankWeights): Rank => {
  const factors = fields.map(({ factor }) => factor);
  const whole = sumOf(factors, weights);
  const percentiles = percentilesOf(fields, values);
  const parts = fields.map((field, i): RankPart => {
    const { factor } = field;
    const raw = values[factor];
    const weight = weights[factor];
    const percentilePerbill = percentiles[i] as number;
    const top = field.sorted.at(-1);
    const best = top === undefined || (raw !== null && goodness(factor, raw) >= top) ? null : sign(factor) * top;
    const reached = best === null ? percentilePerbill : percentileOfBest(field);
    return {
      factor,
      raw,
      percentilePerbill,
      weight,
      points: share(weight, percentilePerbill, whole),
      gain: share(weight, reached - percentilePerbill, whole),
      best,
    };
  });
  return { score: scoreOf(factors, percentiles, weights), parts };
};

/** Percentile of a node that comes to the best value, all others as they are. */
const percentileOfBest = ({ sorted, unknown }: FactorField): number => {
  const others = unknown + sorted.length - 1;
  const equal = sorted.length - countBelow(sorted, sorted.at(-1) as bigint);
  return Math.floor(((2 * others - equal) * 500_000_000) / others);
};

/** The parts that would raise the score, the one that would raise it most first. */
export const whatWouldRaise = ({ parts }: Rank): RankPart[] =>
  parts.filter(({ gain, best }) => gain > 0 && best !== null).sort((a, b) => b.gain - a.gain);
