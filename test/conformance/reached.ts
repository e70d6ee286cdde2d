import type postgres from 'postgres';
import { SCHEMA } from '../../scripts/start/stack';
import type { Ask, Row } from './graphql';
import { countMilestones } from './milestones';
import { countRefusals } from './report-kinds';
import { countBy } from './sql';

/** Statuses a stored or ended file can have; NEVER_ORDERED has no row to count. */
const FILE_STATUSES = ['WAITING', 'STORED', 'AT_RISK', 'UNREACHABLE', 'EXPIRED', 'CLOSED', 'ILLEGAL'];
const RECORDS: [name: string, table: string, column: string][] = [
  ['report', 'slot_reports', 'status'],
  ['order', 'storage_orders', 'kind'],
  ['file event', 'file_events', 'kind'],
  ['pot', 'pot_movements', 'kind'],
];

/** Most files of each status at one of the heights, as the API counts them. */
const fileStatuses = async (ask: Ask, heights: number[]): Promise<Record<string, number>> => {
  const query = `query($at: Int) { ${FILE_STATUSES.map(
    (status) => `${status}: files(at: $at, first: 1, filter: { status: ${status} }) { totalCount }`,
  ).join(' ')} }`;
  const most: Record<string, number> = {};
  for (const at of heights) {
    const answer = await ask(query, { at });
    for (const status of FILE_STATUSES) {
      const count = Number((answer[status] as Row).totalCount);
      if (count > 0) most[`file ${status}`] = Math.max(most[`file ${status}`] ?? 0, count);
    }
  }
  return most;
};

/** Which states this chain came through: a chain that never reached one proves nothing about it. */
export const countReached = async (ask: Ask, sql: postgres.Sql, heights: number[]): Promise<Record<string, number>> => {
  const reached = await fileStatuses(ask, heights);
  for (const [name, table, column] of RECORDS)
    for (const { value, count } of await countBy(sql, SCHEMA, table, column)) reached[`${name} ${value}`] = count;
  return { ...reached, ...(await countMilestones(sql, SCHEMA)), ...(await countRefusals(sql, SCHEMA)) };
};
