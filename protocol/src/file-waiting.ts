/**
 * Why a file still waits for its first replica. From spec 23 on a work report only queues its files; the spower service
 * applies them later (`update_replicas`) and leaves behind up to which block it has come (crust-protocol §1.4, §3.3).
 */
export type WaitingReason =
  /** no accepted work report has named the file since it waits */
  | 'NOT_REPORTED'
  /** a node has reported it, and the service has not come to that block yet */
  | 'NOT_APPLIED'
  /** a node has reported it and the service has passed that block without taking the replica over */
  | 'PASSED_OVER';

/** One rule for each reason, for people. */
export const WAITING_RULES: Readonly<Record<WaitingReason, string>> = {
  NOT_REPORTED: 'No node has reported the file since it was ordered.',
  NOT_APPLIED: 'A node has reported the file, but the spower service has not yet come to the block of that report.',
  PASSED_OVER:
    'A node has reported the file and the spower service has passed that block, but the chain took no replica over.',
};

export interface WaitingInput {
  /** block since which the file has had no replica and no paid time */
  since: number;
  /** block of the newest accepted report that says a node stores it; null: none */
  reportedAt: number | null;
  /** Swork.LastProcessedBlockWorkReports; null before spec 23, when a report's files were applied at once */
  processedBlock: number | null;
}

/** Why a file in status WAITING waits. */
export const waitingReason = ({ since, reportedAt, processedBlock }: WaitingInput): WaitingReason => {
  if (reportedAt === null || reportedAt < since) return 'NOT_REPORTED';
  return processedBlock !== null && reportedAt > processedBlock ? 'NOT_APPLIED' : 'PASSED_OVER';
};
