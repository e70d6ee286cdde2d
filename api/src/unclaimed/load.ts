import {
  BILLION,
  type ChainProfile,
  type Claim,
  claimErasLeft,
  claimParts,
  claimState,
  claimsEndMs,
  type PayoutInput,
  payout,
} from '@moho/protocol';
import { blocks } from '../block/sql';
import type { Context } from '../context';
import { loadKeyed, loadOne } from '../database/load';
import type { Scope } from '../database/sql';
import type { View } from '../database/view';
import { problem } from '../errors';
import { type ClaimVoteRow, claimVotes, type OutstandingFilter, type OutstandingRow, outstanding } from './sql';

/** An outstanding era of a validator, and all that claiming it brings. */
export interface OutstandingEra extends OutstandingRow {
  view: View;
  /** eras that may still be planned before a claim is refused */
  erasLeft: number;
  staking: bigint;
  /** to everybody together */
  total: bigint;
  /** when claims begin to be refused, at the profile's pace */
  lostTime: string | null;
}

/** What a claim of this row is counted from, without those behind the validator. */
const payoutInput = (row: OutstandingRow): Omit<PayoutInput<string>, 'guarantors'> => ({
  authoringPayout: row.authoringPayout === null ? null : BigInt(row.authoringPayout),
  stakingPayout: BigInt(row.stakingPayout),
  eraTotalStakes: BigInt(row.eraTotalStakes ?? 0),
  exposureTotal: BigInt(row.exposureTotal ?? 0),
  guaranteeFeePerbill: BigInt(row.guaranteeFeePerbill ?? BILLION),
});

const lostTime = ({ era, activeEra, activeSince }: OutstandingRow, profile: ChainProfile): string | null => {
  if (activeEra === null || activeSince === null) return null;
  const active = { era: activeEra, startMs: Date.parse(activeSince) };
  return new Date(claimsEndMs(era, active, profile)).toISOString();
};

/** A row with what is counted from it. */
export const toldOf = (row: OutstandingRow, { view, profile }: Scope): OutstandingEra => {
  const { era, currentEra } = row;
  const state = claimState({ era, currentEra, hasClosed: true, isClaimed: false, isBonded: true });
  if (state !== 'OUTSTANDING') throw new Error(`era ${era} is listed as outstanding in era ${currentEra}: ${state}`);
  const { staking, total } = payout({ ...payoutInput(row), guarantors: [] });
  return { ...row, view, erasLeft: claimErasLeft(era, currentEra), staking, total, lostTime: lostTime(row, profile) };
};

/** All outstanding eras a filter leaves, the one lost first at the head. One statement. */
export const loadOutstanding = async (scope: Scope, filter: OutstandingFilter): Promise<OutstandingEra[]> => {
  const rows = await scope.sql<OutstandingRow[]>`${outstanding(scope, filter)}`;
  return rows.map((row) => toldOf(row, scope));
};

/** Who gets what of an era, from those behind the validator. */
export const claimOf = (row: OutstandingRow, votes: readonly ClaimVoteRow[]): Claim<string> =>
  claimParts(
    payoutInput(row),
    votes.map(({ guarantor, value, clipped, bonded }) => ({
      who: guarantor,
      value: BigInt(value),
      isClipped: clipped,
      isBonded: bonded,
    })),
  );

/** Claims of some rows, by id. One statement. */
export const claimsOf = async (scope: Scope, rows: readonly OutstandingRow[]): Promise<Map<string, Claim<string>>> => {
  if (rows.length === 0) return new Map();
  const votes = await claimVotes(
    scope,
    rows.map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.id, claimOf(row, votes.get(row.id) ?? [])]));
};

/** Who gets what of an era; the eras of one question are one statement. */
export const loadClaim = async (ctx: Context, row: OutstandingEra): Promise<Claim<string>> =>
  claimOf(row, (await loadKeyed(ctx, 'claimVotes', row.view, row.id, claimVotes)) ?? []);

/**
 * What an account gets of a claim, as the validator or as a guarantor. A guarantor's part does not depend on the others,
 * so that only its own vote is read.
 */
export const loadPart = async (ctx: Context, row: OutstandingEra, account: string): Promise<bigint> => {
  if (row.stash === account) return (await loadClaim(ctx, row)).validator;
  const select = (scope: Scope, ids: readonly string[]) => claimVotes(scope, ids, account);
  const votes = await loadKeyed(ctx, `claimVotes.${account}`, row.view, row.id, select);
  return claimOf(row, votes ?? []).parts.reduce((sum, { amount }) => sum + amount, 0n);
};

/** Runtime of a view's block. */
export const specOf = async (ctx: Context, view: View): Promise<number> => {
  const block = await loadOne(ctx, blocks, view, String(view.height));
  if (block === null) throw problem('INDEX_NOT_READY', `The index does not hold block ${view.height} yet.`);
  return block.specVersion;
};
