import type { WorkloadMove } from './limit-ledger';

/**
 * What became of one member's workload between two sweeps (crust-protocol §4.3 to §4.5). A sweep reads a member in the
 * block that visits it, as the block before left it.
 */

/**
 * COUNTED: its workload is in the owner's. PUNISHED: left out for a missed report. NOT_VISITED: the sweep was cut short
 * before it came to it, or it appeared behind the sweep's back. NO_REPORT: it has no work report to count.
 */
export type SweepStatus = 'COUNTED' | 'PUNISHED' | 'NOT_VISITED' | 'NO_REPORT';

/** A member as a sweep saw it. */
export interface MemberAtSweep {
  account: string;
  anchor: string;
  status: SweepStatus;
  /** of its work report, in bytes, whether it counts or not */
  freeBytes: bigint;
  spowerBytes: bigint;
}

/** SAME: the member stayed behind one anchor in one group all the time between the sweeps. */
export type Membership = 'SAME' | 'REJOINED' | 'NEW_ENCLAVE';

/** One version of a member's identity. `from` is the block that wrote it, `to` the block that ended it. */
export interface IdentityVersion {
  from: number;
  to: number | null;
  anchor: string;
  /** the owner whose workload it adds to: itself without a group */
  owner: string;
}

export interface MemberMove extends WorkloadMove {
  account: string;
  anchor: string;
}

/** Whether a member seen by two sweeps was the same machine in the same group from the one reading to the other. */
export const membershipBetween = (
  versions: readonly IdentityVersion[],
  owner: string,
  before: MemberAtSweep,
  after: MemberAtSweep,
): Membership => {
  if (versions.some((version) => version.owner !== owner)) return 'REJOINED';
  return before.anchor === after.anchor ? 'SAME' : 'NEW_ENCLAVE';
};

const isCounted = ({ status }: MemberAtSweep): boolean => status === 'COUNTED' || status === 'NO_REPORT';

const workloadOf = ({ freeBytes, spowerBytes }: MemberAtSweep): bigint => freeBytes + spowerBytes;

/** Workload that a member adds to its owner's in a sweep. */
export const countedWorkload = (member: MemberAtSweep): bigint => (isCounted(member) ? workloadOf(member) : 0n);

/**
 * The moves of one member's counted workload from one sweep to the next; they sum up to its change. A missing state means
 * that the member was not in the group. Who begins or ceases to count does so with what it had at the sweep before, and
 * what changed since then is told on top of it. `spower` are the moves of its spower meanwhile (`spowerMoves`).
 */
export const memberMoves = <Move extends MemberMove>(
  before: MemberAtSweep | null,
  after: MemberAtSweep | null,
  membership: Membership,
  spower: readonly Move[],
): (MemberMove | Move)[] => {
  const move = (member: MemberAtSweep, cause: MemberMove['cause'], bytes: bigint): MemberMove[] =>
    bytes === 0n ? [] : [{ cause, bytes, account: member.account, anchor: member.anchor }];
  const came = (member: MemberAtSweep | null, cause: MemberMove['cause']) =>
    member === null ? [] : move(member, cause, countedWorkload(member));
  const went = (member: MemberAtSweep | null, cause: MemberMove['cause']) =>
    member === null ? [] : move(member, cause, -countedWorkload(member));
  if (before === null || after === null || membership === 'REJOINED')
    return [...went(before, 'LEFT'), ...came(after, 'JOINED')];
  if (membership === 'NEW_ENCLAVE') return [...went(before, 'NEW_ENCLAVE'), ...came(after, 'NEW_ENCLAVE')];
  if (!isCounted(after)) return went(before, after.status === 'NOT_VISITED' ? 'SWEEP_CUT' : 'PUNISHED');
  const back = before.status === 'NOT_VISITED' ? 'SWEEP_CUT' : 'PUNISHMENT_OVER';
  return [
    ...(isCounted(before) ? [] : move(before, back, workloadOf(before))),
    ...move(after, 'SRD', after.freeBytes - before.freeBytes),
    ...spower,
  ];
};
