import type postgres from 'postgres';

/** What can become of a report or of a slot without one (crust-protocol §4.6). */
const STATUSES = ['REPORTED', 'DUPLICATE', 'REJECTED', 'MISSED', 'EXEMPT'];
/** Errors a report can be refused with: those of the call itself, in the order in which the runtime looks. */
const REASONS = [
  'IllegalWorkReport',
  'IllegalReporter',
  'GroupOwnerForbidden',
  'OutdatedReporter',
  'InvalidReportTime',
  'IllegalWorkReportSig',
  'ABUpgradeFailed',
  'IllegalFilesTransition',
];
const WRAPPED = 'within another call';

/** Everything that so many seeds must have come through together. */
export const REPORT_KINDS: readonly string[] = [
  ...STATUSES.map((status) => `report ${status}`),
  ...REASONS.map((reason) => `refused swork.${reason}`),
  `refused ${WRAPPED}`,
  `report ${WRAPPED}`,
];
/** Seeds of a run from which on they must have reached all of it; fewer cannot be asked for it. */
export const SEEDS_TO_REACH_ALL = 20;

/** How many reports were refused with each error, and how many stood inside other calls. */
export const countRefusals = async (sql: postgres.Sql, schema: string): Promise<Record<string, number>> => {
  const rows = await sql<{ error: string | null; wrapped: boolean; count: number }[]>`
    select error, wrapped is true as wrapped, count(*)::int as count from ${sql(schema)}.slot_reports
    where upper_inf(_block_range) and (error is not null or wrapped) group by 1, 2`;
  const counts: Record<string, number> = {};
  const add = (name: string, count: number) => {
    counts[name] = (counts[name] ?? 0) + count;
  };
  for (const { error, wrapped, count } of rows) {
    if (error !== null) add(`refused ${error}`, count);
    if (wrapped) add(error === null ? `report ${WRAPPED}` : `refused ${WRAPPED}`, count);
  }
  return counts;
};

/** What none of the chains came through. */
export const missingKinds = (reached: readonly Readonly<Record<string, number>>[]): string[] =>
  REPORT_KINDS.filter((kind) => reached.every((one) => one[kind] === undefined));
