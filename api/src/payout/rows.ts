import { asOf, type Scope } from '../database/sql';
import { type EraShare, type EraSheet, loadSheets } from './load';

/** One member in one era of a payout sheet. */
export interface PayoutRow extends EraShare {
  sheet: EraSheet;
}

/** Closed eras of a range, oldest first. */
export const closedEras = (scope: Scope, fromEra: number, toEra: number) => {
  const { sql } = scope;
  return sql`select e.era from era_stats e
    where e.era between ${fromEra} and ${toEra} and e.end_block is not null and ${asOf(scope, 'e')} order by e.era`;
};

/** The shares of some eras that follow one another. */
export const payoutRows = async (
  scope: Scope,
  eras: readonly { era: number }[],
  owner: string,
): Promise<PayoutRow[]> => {
  const [first, last] = [eras[0]?.era, eras.at(-1)?.era];
  if (first === undefined || last === undefined) return [];
  const sheets = await loadSheets(scope, owner, first, last);
  return sheets.flatMap((sheet) => sheet.shares.map((share) => ({ ...share, sheet })));
};
