import {
  countedWorkload,
  type LimitPart,
  limitParts,
  type MemberMove,
  memberMoves,
  membershipBetween,
  type NetworkAtSweep,
  type OwnerAtSweep,
} from '@moho/protocol';
import { correctingExtrinsic } from './corrected';
import type { Facts, SweepFact } from './facts';
import { membersAt, type SeenMember } from './members';
import { readingOf, spowerOf } from './spower';

/** A move of the owner's workload and the rows that tell of it. */
export interface LedgerMove extends MemberMove {
  /** the file whose replica it is */
  fileId: string | null;
  /** the judged slot, or that of the report */
  slot: number | null;
  /** block that made it so */
  block: number | null;
  extrinsicIndex: number | null;
}

export interface LedgerEntry {
  before: OwnerAtSweep;
  after: OwnerAtSweep;
  sweepBefore: SweepFact | null;
  sweepAfter: SweepFact | null;
  parts: LimitPart<LedgerMove>[];
}

/** A StakeLimit row's change, as far as the row itself tells. */
export interface RowChange {
  stash: string;
  before: string | null;
  after: string | null;
}

const amountOf = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

export const networkOf = (sweep: SweepFact): NetworkAtSweep => ({
  totalWorkload: BigInt(sweep.workload),
  issuance: BigInt(sweep.issuance),
  totalStake: BigInt(sweep.totalStake),
});

export const workloadOf = (members: ReadonlyMap<string, SeenMember>): bigint =>
  [...members.values()].reduce((all, member) => all + countedWorkload(member), 0n);

const BLANK = { fileId: null, slot: null, block: null, extrinsicIndex: null };

/** What is known of a move beside its bytes. */
const withRows = (
  move: MemberMove | LedgerMove,
  facts: Facts,
  before: SeenMember | null,
  after: SeenMember | null,
  slot: number,
): LedgerMove => {
  if ('fileId' in move) return move;
  const read = { from: before?.readAt ?? 0, to: after?.readAt ?? Number.POSITIVE_INFINITY };
  if (move.cause === 'SRD') {
    const report = facts.accepted
      .filter(({ anchor, block }) => anchor === move.anchor && block >= read.from && block < read.to)
      .sort((a, b) => b.block - a.block)[0];
    if (report === undefined) return { ...move, ...BLANK };
    return { ...move, ...BLANK, slot: report.slot, block: report.block, extrinsicIndex: report.extrinsicIndex };
  }
  if (move.cause === 'LEFT' || move.cause === 'JOINED' || move.cause === 'NEW_ENCLAVE') {
    const block = facts.identity
      .filter(({ account }) => account === move.account)
      .flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
      .filter((each) => each >= read.from && each < read.to)
      .sort((a, b) => b - a)[0];
    return { ...move, ...BLANK, block: block ?? null };
  }
  return { ...move, ...BLANK, slot, block: after?.readAt ?? null };
};

const movesOf = (facts: Facts, owner: string, before: SeenMember | null, after: SeenMember | null, slot: number) => {
  if (before === null || after === null)
    return memberMoves<LedgerMove>(before, after, 'SAME', []).map((m) => withRows(m, facts, before, after, slot));
  const blocks = { from: before.readAt, to: after.readAt };
  const versions = facts.identity.filter(
    ({ account, from, to }) => account === after.account && from < blocks.to && (to === null || to > blocks.from - 1),
  );
  const membership = membershipBetween(versions, owner, before, after);
  const reading = ({ anchor, readAt, spowerBytes }: SeenMember) => readingOf(facts, anchor, readAt, spowerBytes);
  const spower = spowerOf(facts, after.anchor, reading(before), reading(after)).map((move) => ({
    ...BLANK,
    ...move,
    account: after.account,
    anchor: after.anchor,
    ...(move.cause === 'SPOWER_CORRECTED' ? { extrinsicIndex: correctingExtrinsic(after, move.block, facts) } : {}),
  }));
  return memberMoves<LedgerMove>(before, after, membership, spower).map((m) => withRows(m, facts, before, after, slot));
};

const onlyCandidacy = (before: bigint | null, after: bigint | null): LimitPart<LedgerMove>[] => [
  {
    // rows end when a candidate is chilled; any other change without a sweep was written by root
    cause: after === null ? 'CANDIDACY' : 'UNNAMED',
    amount: (after ?? 0n) - (before ?? 0n),
    stageBefore: null,
    stageAfter: null,
    moves: [],
  },
];

/** The ledger's entry for one change of a limit. */
export const ledgerEntry = (change: RowChange, facts: Facts): LedgerEntry => {
  const { stash } = change;
  const [limitBefore, limitAfter] = [amountOf(change.before), amountOf(change.after)];
  const sweepAfter = facts.sweep.find(({ isAfter }) => isAfter) ?? null;
  const sweepBefore = facts.sweep.find(({ isAfter }) => !isAfter) ?? null;
  const [membersBefore, membersAfter] = [sweepBefore, sweepAfter].map((s) =>
    membersAt(facts, s ?? undefined, stash),
  ) as [Map<string, SeenMember>, Map<string, SeenMember>];
  const nobody: NetworkAtSweep = { totalWorkload: 0n, issuance: 0n, totalStake: 0n };
  const workload = workloadOf(membersAfter);
  const network = sweepAfter === null ? nobody : networkOf(sweepAfter);
  const after: OwnerAtSweep = { limit: limitAfter, workload, network };
  const before: OwnerAtSweep = {
    limit: limitBefore,
    workload: workloadOf(membersBefore),
    // before the first sweep there is no network to differ from
    network: sweepBefore ? networkOf(sweepBefore) : { ...network, totalWorkload: network.totalWorkload - workload },
  };
  if (sweepAfter === null || limitAfter === null)
    return { before, after, sweepBefore, sweepAfter, parts: onlyCandidacy(limitBefore, limitAfter) };
  const accounts = [...new Set([...membersBefore.keys(), ...membersAfter.keys()])].sort();
  const moves = accounts.flatMap((account) =>
    movesOf(facts, stash, membersBefore.get(account) ?? null, membersAfter.get(account) ?? null, sweepAfter.slot),
  );
  return { before, after, sweepBefore, sweepAfter, parts: limitParts(before, after, moves) };
};
