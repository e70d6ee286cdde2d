import type { ChainProfile } from './base/profile';
import { slotOfBlock } from './slots';

/**
 * What a person asks of a file: is it stored, by how many, until when. Derived at a block from plain data, never stored
 * (crust-protocol §3.2, §3.4).
 */
export type FileStatus =
  /** no order ever named this CID */
  | 'NEVER_ORDERED'
  /** ordered, no replica yet: the paid time has not begun */
  | 'WAITING'
  /** paid, held by enough independent live owners */
  | 'STORED'
  /** paid, held by live owners, but by too few of them */
  | 'AT_RISK'
  /** paid, but no live owner holds it */
  | 'UNREACHABLE'
  /** the paid time is over and nobody has settled it yet */
  | 'EXPIRED'
  /** settled after its time: no longer on chain */
  | 'CLOSED'
  /** removed because it was larger than ordered */
  | 'ILLEGAL';

/** From this many independent live owners on a file counts as safely stored; the market pays its first four replicas. */
export const SAFE_LIVE_OWNERS = 4;

/** One rule for each status, for people; `fileStatus` is the same in code. Read from top to bottom, the first that fits holds. */
export const FILE_STATUS_RULES: Readonly<Record<FileStatus, string>> = {
  WAITING:
    'The chain holds the file and its paid time has not begun (expired_at is 0): no replica has been taken over yet.',
  EXPIRED:
    'The chain holds the file and this block has reached the end of its paid time (expired_at): anyone may settle it.',
  UNREACHABLE:
    'Paid, but no live replica: none is listed, or every machine listed has fallen silent, moved to another anchor or runs an expired sWorker.',
  AT_RISK: `Paid, and live replicas of 1 to ${SAFE_LIVE_OWNERS - 1} independent owners.`,
  STORED: `Paid, and live replicas of at least ${SAFE_LIVE_OWNERS} independent owners; the members of one group count as one owner.`,
  ILLEGAL:
    'The chain no longer holds the file, and the last thing that happened to it is IllegalFileClosed: it was larger than ordered.',
  CLOSED:
    'The chain no longer holds the file, and the last thing that happened to it is FileClosed, or before spec 23 CalculateSuccess.',
  NEVER_ORDERED: 'The chain does not hold the file and no order has ever named this CID.',
};

/** The last of these events that named the file: FileSuccess, CalculateSuccess, FileClosed, IllegalFileClosed. */
export type FileMark = 'ORDERED' | 'SETTLED' | 'CLOSED' | 'ILLEGAL';

export interface FileStatusInput {
  /** block as of which the status is asked */
  block: number;
  /** the chain's row at that block, or null */
  row: { expiredAt: number } | null;
  /** the last event that named it up to that block, or null; decides only without a row */
  lastMark: FileMark | null;
  /** owners with at least one live replica: `liveOwners` */
  liveOwnerCount: number;
}

/**
 * Status of a file at a block. The chain's row decides first; without one the last event does. An order or a settlement
 * that left no row ended the file too: before spec 23 closing had no event of its own.
 */
export const fileStatus = ({ block, row, lastMark, liveOwnerCount }: FileStatusInput): FileStatus => {
  if (row === null) {
    if (lastMark === null) return 'NEVER_ORDERED';
    return lastMark === 'ILLEGAL' ? 'ILLEGAL' : 'CLOSED';
  }
  if (row.expiredAt === 0) return 'WAITING';
  if (row.expiredAt <= block) return 'EXPIRED';
  if (liveOwnerCount <= 0) return 'UNREACHABLE';
  return liveOwnerCount < SAFE_LIVE_OWNERS ? 'AT_RISK' : 'STORED';
};

export interface ReplicaLiveInput {
  /** `anchor` of the replica */
  anchor: string;
  /** Swork.Identities[who].anchor; null when the account has no identity */
  identityAnchor: string | null;
  /** Swork.WorkReports[anchor].report_slot; null without a row */
  lastReportSlot: number | null;
  /** Swork.Codes[code of the anchor's key]; null when key or code are gone */
  codeExpireBlock: number | null;
}

/**
 * Whether a replica's node still reports at a block: its account still has that anchor, it reported in this slot or the
 * one before, and its enclave code may report in this slot (the chain compares the code's expiry with the slot number).
 * Nothing on chain removes a dead node's replica.
 */
export const isReplicaLive = (replica: ReplicaLiveInput, block: number, profile: ChainProfile): boolean => {
  const slot = slotOfBlock(block, profile);
  return (
    replica.identityAnchor === replica.anchor &&
    replica.lastReportSlot !== null &&
    replica.lastReportSlot >= slot - profile.slotBlocks &&
    replica.codeExpireBlock !== null &&
    slot < replica.codeExpireBlock
  );
};

/** The independent owners among live replicas: members of one group store for one owner and count once. */
export const liveOwners = (
  replicas: Iterable<ReplicaLiveInput & { owner: string }>,
  block: number,
  profile: ChainProfile,
): Set<string> => {
  const owners = new Set<string>();
  for (const replica of replicas) if (isReplicaLive(replica, block, profile)) owners.add(replica.owner);
  return owners;
};
