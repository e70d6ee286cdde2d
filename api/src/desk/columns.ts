import { NODE_STANDINGS, type RankWeights, REALISED_WINDOWS, ratePerbill } from '@moho/protocol';
import { allSlashes, type Candidate } from './candidate';
import type { Offer } from './offer';

/** What a candidate has in a column: a number, a name, or nothing. */
export type Cell = bigint | string | null;

type Column = (candidate: Candidate, offer: Offer, weights: RankWeights) => Cell;

const realised =
  (eras: (typeof REALISED_WINDOWS)[number], at: 'p10' | 'median' | 'p90'): Column =>
  ({ realised: spreads }) =>
    spreads[REALISED_WINDOWS.indexOf(eras)]?.[at] ?? null;

const optional = (value: number | null): bigint | null => (value === null ? null : BigInt(value));

/** Every column of the table, each of which can order it. */
export const COLUMNS = {
  STASH: ({ stash }) => stash,
  NAME: ({ name }) => name || null,
  STANDING: ({ standing }) => BigInt(NODE_STANDINGS.indexOf(standing)),
  GUARANTEE_FEE: ({ guaranteeFeePerbill }) => optional(guaranteeFeePerbill),
  STAKE_LIMIT: ({ stakeLimit }) => stakeLimit,
  EFFECTIVE_STAKE: ({ effectiveStake }) => effectiveStake,
  TOTAL_STAKE: ({ totalStake }) => totalStake,
  OWN_STAKE: ({ ownStake }) => ownStake,
  HEADROOM: ({ headroom }) => headroom,
  SATURATION: ({ saturationPerbill }) => saturationPerbill,
  RETURN_4_P10: realised(4, 'p10'),
  RETURN_4_MEDIAN: realised(4, 'median'),
  RETURN_4_P90: realised(4, 'p90'),
  RETURN_28_P10: realised(28, 'p10'),
  RETURN_28_MEDIAN: realised(28, 'median'),
  RETURN_28_P90: realised(28, 'p90'),
  RETURN_84_P10: realised(84, 'p10'),
  RETURN_84_MEDIAN: realised(84, 'median'),
  RETURN_84_P90: realised(84, 'p90'),
  MY_RETURN: ({ stash }, offer) => offer.myReturn(stash),
  REPORTS: ({ reports }) => (reports === null ? null : optional(ratePerbill(reports))),
  GUARANTORS: ({ guarantorCount }) => BigInt(guarantorCount),
  MEMBERS: ({ memberCount }) => BigInt(memberCount),
  UNCLAIMED: ({ unclaimedEras }) => BigInt(unclaimedEras.length),
  SLASHES: (candidate) => BigInt(allSlashes(candidate)),
  SLASHED: ({ slashed }) => slashed,
  SCORE: (candidate, offer, weights) => optional(offer.score(candidate, weights)),
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];

export const isText = (column: ColumnName): boolean => column === 'STASH' || column === 'NAME';

/** Order of two cells; those without a value come last in both directions. */
export const compareCells = (a: Cell, b: Cell, descending: boolean): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (a === b) return 0;
  return a < b !== descending ? -1 : 1;
};
