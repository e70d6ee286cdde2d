import {
  addedIncomes,
  type FactorField,
  factorField,
  MAX_REWARDED_GUARANTORS,
  percentile,
  RANK_FACTORS,
  type Rank,
  type RankFactor,
  type RankValues,
  type RankWeights,
  REALISED_WINDOWS,
  rankOf,
  ratePerbill,
  scoreOf,
  takeSeat,
  yearlyPerbill,
} from '@moho/protocol';
import { allSlashes, type Candidate } from './candidate';
import { NEWCOMER, type Table } from './table';

/** The table as one reader sees it: with an amount to guarantee, by somebody or by a newcomer. */
export interface Offer {
  table: Table;
  amount: bigint | null;
  guarantor: string | null;
  /** what an era more would pay with the amount added, pico-CRU; null without an amount or where it cannot be told */
  income: (stash: string) => bigint | null;
  /** the same as a simple yearly rate of the amount, parts per billion */
  myReturn: (stash: string) => bigint | null;
  rank: (candidate: Candidate, weights: RankWeights) => Rank;
  /** of the rank the score alone */
  score: (candidate: Candidate, weights: RankWeights) => number | null;
}

const [, WEEK, MONTH] = REALISED_WINDOWS.map((_, place) => place) as [number, number, number];

const optional = (value: number | null): bigint | null => (value === null ? null : BigInt(value));

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** What a node has in each factor but the return of an amount. */
const fixedValuesOf = (one: Candidate): Omit<RankValues, 'MY_RETURN'> => ({
  RETURN: one.realised[WEEK]?.median ?? null,
  BAD_ERAS: one.realised[MONTH]?.p10 ?? null,
  REPORTS: one.reports === null ? null : optional(ratePerbill(one.reports)),
  SATURATION: one.saturationPerbill,
  FEE: optional(one.guaranteeFeePerbill),
  PLACES: BigInt(Math.max(0, MAX_REWARDED_GUARANTORS - one.guarantorCount)),
  UNCLAIMED: BigInt(one.unclaimedEras.length),
  SLASHES: BigInt(allSlashes(one)),
});

/** A factor among all who stand, and the percentile of everybody in it. */
interface Measured {
  field: FactorField;
  percentiles: ReadonlyMap<string, number>;
}

const measure = (table: Table, factor: RankFactor, cellOf: (one: Candidate) => bigint | null): Measured => {
  const standing = table.candidates.filter((one) => one.standing !== 'CHILLED');
  const field = factorField(factor, standing.map(cellOf));
  return { field, percentiles: new Map(table.candidates.map((one) => [one.stash, percentile(field, cellOf(one))])) };
};

const fixed = new WeakMap<Table, Map<RankFactor, Measured>>();

/** Factors that no amount moves are measured once for a table. */
const fixedMeasures = (table: Table): Map<RankFactor, Measured> => {
  const known = fixed.get(table);
  if (known !== undefined) return known;
  const measures = new Map<RankFactor, Measured>();
  const values = new Map(table.candidates.map((one) => [one.stash, fixedValuesOf(one)]));
  for (const factor of RANK_FACTORS) {
    if (factor === 'MY_RETURN') continue;
    measures.set(
      factor,
      measure(table, factor, ({ stash }) => values.get(stash)?.[factor] ?? null),
    );
  }
  fixed.set(table, measures);
  return measures;
};

const makeOffer = (table: Table, amount: bigint | null, guarantor: string | null, erasAYear: number): Offer => {
  const incomes = once(() => {
    if (amount === null || table.eras.length === 0) return null;
    return addedIncomes(takeSeat(table.desk, guarantor ?? NEWCOMER), amount);
  });
  const income = (stash: string) => (stash === guarantor ? null : (incomes()?.get(stash) ?? null));
  const myReturn = (stash: string) => {
    const added = income(stash);
    return added === null || amount === null ? null : yearlyPerbill(added, amount, erasAYear);
  };
  const measures = once(() => {
    const mine = measure(table, 'MY_RETURN', ({ stash }) => myReturn(stash));
    return RANK_FACTORS.map((factor) => fixedMeasures(table).get(factor) ?? mine);
  });
  const fields = once(() => measures().map(({ field }) => field));
  return {
    table,
    amount,
    guarantor,
    income,
    myReturn,
    rank: (one, weights) => rankOf(fields(), { ...fixedValuesOf(one), MY_RETURN: myReturn(one.stash) }, weights),
    score: ({ stash }, weights) => {
      const percentiles = measures().map((measured) => measured.percentiles.get(stash) ?? 0);
      return scoreOf(RANK_FACTORS, percentiles, weights);
    },
  };
};

const MOST_OFFERS = 8;
const offers = new WeakMap<Table, Map<string, Offer>>();

/** The offer of a table for an amount; those asked for lately are kept as long as their table. */
export const offerOf = (table: Table, amount: bigint | null, guarantor: string | null, erasAYear: number): Offer => {
  const known = offers.get(table) ?? new Map<string, Offer>();
  offers.set(table, known);
  const key = `${amount} ${guarantor}`;
  const offer = known.get(key) ?? makeOffer(table, amount, guarantor, erasAYear);
  known.delete(key);
  known.set(key, offer);
  for (const old of known.keys()) if (known.size > MOST_OFFERS) known.delete(old);
  return offer;
};
