import type { ReportCall, ReportFile } from './report-call';

/** What Swork.WorksReports holds of an anchor before a report: files size and root (crust-protocol §4.5). */
export interface ReportedBefore {
  filesSizeBytes: bigint;
  filesRoot: string;
}

const NO_FILES: ReportedBefore = { filesSizeBytes: 0n, filesRoot: `0x${'00'.repeat(32)}` };

/**
 * What a machine's work report holds once its account has quit its group: from spec 13 on the machine begins anew,
 * without files (crust-protocol §4.5); before, quitting changed nothing.
 */
export const afterQuittingGroup = (before: ReportedBefore, spec: number): ReportedBefore =>
  spec >= 13 ? NO_FILES : before;

export interface FilesTransition {
  legal: boolean;
  /** ROOT: no file changed, so the files' root must repeat; SIZE: the sizes must add up; FIRST: nothing to compare with */
  rule: 'ROOT' | 'SIZE' | 'FIRST';
  addedBytes: bigint;
  deletedBytes: bigint;
  /** the files size the report had to name; null when only the root counts */
  expectedBytes: bigint | null;
}

const U64 = 1n << 64n;
/** Sizes are summed in u64, which starts anew at zero. */
const sum = (files: readonly ReportFile[]): bigint =>
  files.reduce((total, { sizeBytes }) => (total + sizeBytes) % U64, 0n);

/**
 * Whether the files of a report add up with the report before it (runtime-details §1a R8, all specs): without changed
 * bytes the root must repeat and the size is not looked at; with some, old size + added − deleted must be the new size,
 * both steps ending at the bounds of u64.
 */
export const filesTransition = (
  before: ReportedBefore | null,
  report: Pick<ReportCall, 'added' | 'deleted' | 'filesSizeBytes' | 'filesRoot'>,
): FilesTransition => {
  const [addedBytes, deletedBytes] = [sum(report.added), sum(report.deleted)];
  const sums = { addedBytes, deletedBytes };
  if (before === null) return { legal: true, rule: 'FIRST', ...sums, expectedBytes: null };
  if (addedBytes === 0n && deletedBytes === 0n) {
    return { legal: report.filesRoot === before.filesRoot, rule: 'ROOT', ...sums, expectedBytes: null };
  }
  const grown = before.filesSizeBytes + addedBytes < U64 ? before.filesSizeBytes + addedBytes : U64 - 1n;
  const expectedBytes = grown > deletedBytes ? grown - deletedBytes : 0n;
  return { legal: expectedBytes === report.filesSizeBytes, rule: 'SIZE', ...sums, expectedBytes };
};
