import { MIB } from './order-price';

/**
 * Files that were ordered and have no replica yet: why they wait, and how long files waited for their first one
 * (crust-protocol §2.4, §3.3, §3.4).
 */
export type WaitingReason =
  /** no accepted work report has named it since it waits */
  | 'NOT_REPORTED'
  /** a report has named it, and the spower service has not come to that block yet (spec 23 and later) */
  | 'NOT_APPLIED'
  /** a report has named it and has been gone through, and the chain took no replica from it */
  | 'NOT_ACCEPTED';

/** One rule for each reason, for people. */
export const WAITING_RULES: Readonly<Record<WaitingReason, string>> = {
  NOT_REPORTED: 'No node has reported the file since it waits.',
  NOT_APPLIED: 'A node has reported the file, but the spower service has not yet come to the block of that report.',
  NOT_ACCEPTED:
    'A node has reported the file and the report has been gone through, but the chain took no replica over from it.',
};

export interface WaitingInput {
  /** last block with an accepted report that added it, since it waits; null without one */
  reportedBlock: number | null;
  /** Swork.LastProcessedBlockWorkReports; null before spec 23, where reports take effect at once */
  processedBlock: number | null;
}

/** Why a file without a replica waits. Pending orders never close by themselves. */
export const waitingReason = ({ reportedBlock, processedBlock }: WaitingInput): WaitingReason => {
  if (reportedBlock === null) return 'NOT_REPORTED';
  return processedBlock !== null && reportedBlock > processedBlock ? 'NOT_APPLIED' : 'NOT_ACCEPTED';
};

/** A range of sizes: from `fromBytes` on, below `belowBytes` (null: no end). */
export interface SizeClass {
  fromBytes: bigint;
  belowBytes: bigint | null;
}

/** Bounds between classes of sizes: each sixteen times the one before, as a person's page, photo, album, film and archive. */
export const SIZE_BOUNDS_BYTES: readonly bigint[] = [MIB, 16n * MIB, 256n * MIB, 4096n * MIB];

/** The classes from the smallest to the largest. */
export const SIZE_CLASSES: readonly SizeClass[] = [0n, ...SIZE_BOUNDS_BYTES].map((fromBytes, i) => ({
  fromBytes,
  belowBytes: SIZE_BOUNDS_BYTES[i] ?? null,
}));

/** Place of a size among `SIZE_CLASSES`. */
export const sizeClassOf = (sizeBytes: bigint): number =>
  SIZE_BOUNDS_BYTES.filter((bound) => bound <= sizeBytes).length;

/**
 * The nearest-rank percentile: the smallest of the values that at least `percent` in a hundred of them do not exceed. It
 * is always one of the values, and exact. Null of none.
 */
export const nearestRank = (values: readonly number[], percent: number): number | null => {
  if (percent <= 0 || percent > 100) throw new RangeError(`a percentile is above 0 and at most 100, not ${percent}`);
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
};
