/**
 * From this spec on a report only says which files came and went; the replicas change when the spower service sends them
 * to the market (crust-protocol §2.4).
 */
export const SERVICE_SPEC = 23;

/**
 * What became of the files a report names.
 * AT_ONCE: up to spec 22 the report itself changes the replicas. NO_FILES: it names none. APPLIED: the service has got
 * past its block. WAITING: it has not. PASSED_OVER: it has got past the block, but reads only calls that stand alone in
 * their extrinsic, and this report sat inside another call. NOT_ACCEPTED: the report came to nothing.
 */
export type ReportApplication = 'AT_ONCE' | 'NO_FILES' | 'APPLIED' | 'WAITING' | 'PASSED_OVER' | 'NOT_ACCEPTED';

export interface ApplicationInput {
  accepted: boolean;
  /** the runtime that executed the report's block */
  spec: number;
  block: number;
  /** files added and deleted */
  changedFiles: number;
  /** the report sat in a batch, multisig or the like */
  wrapped: boolean;
  /** Swork.LastProcessedBlockWorkReports; null where the chain has no such key */
  lastProcessedBlock: number | null;
}

/** What became of a report's files, as of the block the service's progress is of. */
export const reportApplication = (report: ApplicationInput): ReportApplication => {
  if (!report.accepted) return 'NOT_ACCEPTED';
  if (report.changedFiles === 0) return 'NO_FILES';
  if (report.spec < SERVICE_SPEC) return 'AT_ONCE';
  if (report.lastProcessedBlock === null || report.lastProcessedBlock < report.block) return 'WAITING';
  return report.wrapped ? 'PASSED_OVER' : 'APPLIED';
};

/** Blocks the service is behind at `block`; null before it has begun. */
export const serviceLagBlocks = (block: number, lastProcessedBlock: number | null): number | null =>
  lastProcessedBlock === null ? null : Math.max(0, block - lastProcessedBlock);
