import { isMature, spower } from './spower';

/**
 * Specs 1 to 11: files whose replicas changed wait for the market to bring their spower up to date in the reports of those
 * who store them. It does so when a block begins, before a sweep over the identities reads these reports (crust-protocol
 * §2.4; hooks run in the reverse order of the pallets): the sweep sees what no state between two blocks holds.
 */

/** One block of a hundred settles those that wait, and so does any that finds too many of them; twenty at most. */
const EVERY_BLOCKS = 100;
const OFFSET = 93;
const MOST_AT_ONCE = 20;
export const LAST_PENDING_FILES_SPEC = 11;
/** Up to spec 2 a file counts for groups, at once. */
const LAST_SPEC_OF_GROUPS = 2;

/** The files that a block settles out of those waiting before it, in their order. */
export const pendingTurn = (waiting: readonly string[], block: number, spec: number): readonly string[] => {
  const isTime = block % EVERY_BLOCKS === OFFSET || waiting.length >= MOST_AT_ONCE;
  return spec <= LAST_PENDING_FILES_SPEC && isTime ? waiting.slice(0, MOST_AT_ONCE) : [];
};

/** A file that waits, as the block before left it. */
export interface PendingFile {
  sizeBytes: bigint;
  /** what it counts for each matured replica; in specs 1 and 2 for each group */
  countedBytes: bigint;
  /** reported replicas; in specs 1 and 2 groups */
  reported: number;
  /** anchors it counts for; `createdAt` is null once the replica has matured, and in specs 1 and 2 */
  holders: readonly { anchor: string; createdAt: number | null }[];
}

/** What a file counted in an anchor's report, and counts from now on. */
export interface SpowerChange {
  anchor: string;
  from: bigint;
  to: bigint;
}

export interface PendingClock {
  block: number;
  spec: number;
  /** Market.SpowerReadyPeriod, in blocks */
  readyPeriod: number;
}

/** What settling a file changes in the reports. */
export const settlePending = (file: PendingFile, { block, spec, readyPeriod }: PendingClock): SpowerChange[] => {
  const to = spower(file.sizeBytes, file.reported, spec);
  return file.holders.flatMap(({ anchor, createdAt }) => {
    if (spec > LAST_SPEC_OF_GROUPS && !isMature(createdAt, block, readyPeriod)) return [];
    return [{ anchor, from: createdAt === null ? file.countedBytes : file.sizeBytes, to }];
  });
};

/** A report's spower once a file counts differently in it: it never falls below zero in between. */
export const withSpowerChange = (spowerBytes: bigint, { from, to }: SpowerChange): bigint =>
  (spowerBytes > from ? spowerBytes - from : 0n) + to;
