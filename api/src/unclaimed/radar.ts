import type { Context } from '../context';
import { scopeOf } from '../database/load';
import type { View } from '../database/view';
import { loadOutstanding, loadPart, type OutstandingEra } from './load';
import type { OutstandingFilter } from './sql';

/** What is asked of the radar. */
export interface RadarFilter {
  validator: string | null;
  era: number | null;
  account: string | null;
  maxErasLeft: number | null;
}

/** All outstanding eras that pass a filter, in a view. */
export interface RadarNode {
  view: View;
  account: string | null;
  eras: OutstandingEra[];
}

/** The outstanding eras of one validator. */
export interface ValidatorClaims {
  view: View;
  account: string | null;
  stash: string;
  eras: OutstandingEra[];
  total: bigint;
  /** of the era that is lost first */
  erasLeft: number;
}

/** The part of a filter that SQL is asked with. */
export const rowsAsked = ({ validator, account }: RadarFilter): OutstandingFilter => ({
  validators: validator === null ? null : [validator],
  account,
});

/** The rest of it. */
export const passes = ({ era, maxErasLeft }: RadarFilter, row: Pick<OutstandingEra, 'era' | 'erasLeft'>): boolean =>
  (era === null || row.era === era) && (maxErasLeft === null || row.erasLeft <= maxErasLeft);

export const loadRadar = async (ctx: Context, view: View, filter: RadarFilter): Promise<RadarNode> => {
  const all = await loadOutstanding(scopeOf(ctx, view), rowsAsked(filter));
  return { view, account: filter.account, eras: all.filter((row) => passes(filter, row)) };
};

export const totalOf = (eras: readonly OutstandingEra[]): bigint => eras.reduce((sum, { total }) => sum + total, 0n);

/** The eras by validator; within one they stay in their order, the one lost first at the head. */
export const byValidator = ({ view, account, eras }: RadarNode): ValidatorClaims[] => {
  const groups = new Map<string, OutstandingEra[]>();
  for (const era of eras) {
    const group = groups.get(era.stash);
    if (group === undefined) groups.set(era.stash, [era]);
    else group.push(era);
  }
  return [...groups].map(([stash, own]) => ({
    view,
    account,
    stash,
    eras: own,
    total: totalOf(own),
    erasLeft: own[0]?.erasLeft ?? 0,
  }));
};

/** What some eras would pay to the account asked about; null without one. Two statements, however many eras. */
export const accountTotal = async (
  ctx: Context,
  { account, eras }: Pick<RadarNode, 'account' | 'eras'>,
): Promise<bigint | null> => {
  if (account === null) return null;
  const parts = await Promise.all(eras.map((row) => loadPart(ctx, row, account)));
  return parts.reduce((sum, part) => sum + part, 0n);
};
