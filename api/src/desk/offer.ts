import {
  addedIncomes,
  type FactorField,
  factorField,
  MAX_REWARDED_GUARANTORS,
  RANK_FACTORS,
  type Rank,
  type RankFactor,
  type RankValues,
  type RankWeights,
  REALISED_WINDOWS,
  rankOf,
  ratePerbill,
  takeSeat,
  yearlyPerbill,
} from '@moho/protocol';
import type { Candidate } from './candidate';
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
  /** each factor among all who stand for election */
  fields: () => readonly FactorField[];
  valuesOf: (candidate: Candidate) => RankValues;
  rank: (candidate: Candidate, weights: RankWeights) => Rank;
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
  const valuesOf = (one: Candidate): RankValues => ({
    RETURN: one.realised[WEEK]?.median ?? null,
    BAD_ERAS: one.realised[MONTH]?.p10 ?? null,
    MY_RETURN: myReturn(one.stash),
    REPORTS: one.reports === null ? null : optional(ratePerbill(one.reports)),
    SATURATION: one.saturationPerbill,
    FEE: optional(one.guaranteeFeePerbill),
    PLACES: BigInt(Math.max(0, MAX_REWARDED_GUARANTORS - one.guarantorCount)),
    UNCLAIMED: BigInt(one.unclaimedEras.length),
    SLASHES: BigInt(one.slashCount),
  });
  const fields = once(() => {
    const standing = table.candidates.filter((one) => one.standing !== 'CHILLED').map(valuesOf);
    const field = (factor: RankFactor) =>
      factorField(
        factor,
        standing.map((values) => values[factor]),
      );
    return RANK_FACTORS.map(field);
  });
  const rank = (candidate: Candidate, weights: RankWeights) => rankOf(fields(), valuesOf(candidate), weights);
  return { table, amount, guarantor, income, myReturn, fields, valuesOf, rank };
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
