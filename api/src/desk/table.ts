import { type Desk, guarantorKey, openDesk, type Vote } from '@moho/protocol';
import type { Scope } from '../database/sql';
import { type Candidate, candidateOf } from './candidate';
import type { PastReader } from './eras';
import type { ReportReader } from './reports';
import { type ClosedEra, candidateFacts, type VoteFacts, voteFacts } from './sql';

/** All candidates of one block. */
export interface Table {
  height: number;
  /** by stash */
  candidates: readonly Candidate[];
  byStash: ReadonlyMap<string, Candidate>;
  /** closed eras the returns come from, newest first */
  eras: readonly ClosedEra[];
  /** the same candidates, made ready for what a changed guarantee would do; on the terms of the newest closed era */
  desk: Desk;
}

/** Stands for anybody without a guarantee; of equal guarantees its own comes last. */
export const NEWCOMER = 'newcomer';
const LAST_KEY = '~';

const keys = new Map<string, string>();
const MOST_KEYS = 200_000;

/** Keys are hashes: each is worked out once. */
const keyOf = (account: string): string => {
  if (account === NEWCOMER) return LAST_KEY;
  const known = keys.get(account);
  if (known !== undefined) return known;
  if (keys.size > MOST_KEYS) keys.clear();
  const key = guarantorKey(account);
  keys.set(account, key);
  return key;
};

/** Guarantees by candidate, in the raw key order of Staking.Guarantors. */
const votesByStash = (facts: readonly VoteFacts[]): Map<string, Vote<string>[]> => {
  const byStash = new Map<string, Vote<string>[]>();
  for (const { stash, guarantor, value } of facts) {
    const vote = { who: guarantor, value: BigInt(value) };
    const votes = byStash.get(stash);
    if (votes === undefined) byStash.set(stash, [vote]);
    else votes.push(vote);
  }
  for (const votes of byStash.values()) votes.sort((a, b) => (keyOf(a.who) < keyOf(b.who) ? -1 : 1));
  return byStash;
};

export const readTable = async (scope: Scope, readers: { past: PastReader; reports: ReportReader }): Promise<Table> => {
  // one after the other: the head's are read inside one transaction
  const facts = await candidateFacts(scope);
  const votes = votesByStash(await voteFacts(scope));
  const past = await readers.past.read(scope);
  const reports = await readers.reports.read(scope);
  const candidates = facts
    .map((row) => candidateOf(row, votes.get(row.stash) ?? [], past.of(row.stash), reports.get(row.stash) ?? null))
    .sort((a, b) => (a.stash < b.stash ? -1 : 1));
  const standing = candidates.filter(({ standing }) => standing !== 'CHILLED');
  const desk = openDesk(
    standing.map((one) => ({
      stash: one.stash,
      stakeLimitPico: one.stakeLimit ?? 0n,
      ownActivePico: one.ownStake,
      votes: votes.get(one.stash) ?? [],
      guaranteeFeePerbill: BigInt(one.guaranteeFeePerbill ?? 0),
      authoringPayoutPico: one.expectedAuthoring,
    })),
    { stakingPayoutPico: BigInt(past.eras[0]?.stakingPayout ?? 0), keyOf },
  );
  return {
    height: scope.view.height,
    candidates,
    byStash: new Map(candidates.map((one) => [one.stash, one])),
    eras: past.eras,
    desk,
  };
};
