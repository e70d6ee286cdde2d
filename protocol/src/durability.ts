import type { FileStatus } from './file-status';

/** How well a set of files is kept: the share of each status, by number and by bytes. */

/** Worst first: what is lost or near it, then what waits for somebody to act, then what is well, then what has ended. */
export const STATUSES_WORST_FIRST = [
  'UNREACHABLE',
  'AT_RISK',
  'EXPIRED',
  'WAITING',
  'STORED',
  'ILLEGAL',
  'CLOSED',
  'NEVER_ORDERED',
] as const satisfies readonly FileStatus[];

export interface FileGroup {
  status: FileStatus;
  files: number;
  bytes: bigint;
}

export interface StatusShare extends FileGroup {
  /** files of this status among all files of the set, in parts of a billion, cut */
  sharePerbill: number;
}

const WHOLE_PERBILL = 1_000_000_000;

/** Adds up groups of files by status. One entry for every status that occurs, the worst first. */
export const durability = (groups: Iterable<FileGroup>): StatusShare[] => {
  const sums = new Map<FileStatus, FileGroup>();
  let total = 0;
  for (const { status, files, bytes } of groups) {
    const sum = sums.get(status) ?? { status, files: 0, bytes: 0n };
    sums.set(status, { status, files: sum.files + files, bytes: sum.bytes + bytes });
    total += files;
  }
  return STATUSES_WORST_FIRST.flatMap((status) => {
    const sum = sums.get(status);
    if (sum === undefined || sum.files === 0) return [];
    const sharePerbill = Number((BigInt(sum.files) * BigInt(WHOLE_PERBILL)) / BigInt(total));
    return [{ ...sum, sharePerbill }];
  });
};

export interface FileHealth {
  id: string;
  status: FileStatus;
  liveOwnerCount: number;
  /** end of the paid time; 0 = not begun */
  expiredAt: number;
}

const ORDER: readonly FileStatus[] = STATUSES_WORST_FIRST;
const rank = ({ status }: FileHealth): number => ORDER.indexOf(status);

/**
 * Order of files from the worst on: by status, then the fewest live owners, then the nearest end of the paid time. Lists are
 * sorted by the database; what it puts first is held against this order.
 */
export const compareHealth = (a: FileHealth, b: FileHealth): number =>
  rank(a) - rank(b) ||
  a.liveOwnerCount - b.liveOwnerCount ||
  a.expiredAt - b.expiredAt ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
