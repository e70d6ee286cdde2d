import type { Scope } from '../../database/sql';
import { slotReports } from '../sql';

/** The service's worst lag of one slot. */
export interface LagRow {
  slot: number;
  lagBlocks: number;
}

/**
 * The most blocks the service was behind at any block of each slot, oldest slot first. While its row stood, the lag grew
 * from block to block, so each version is looked at where it ended.
 */
export const serviceLags = async (scope: Scope, fromSlot: number, toSlot: number): Promise<LagRow[]> => {
  const { sql, view, profile } = scope;
  return sql<LagRow[]>`
    select s.slot, max(least(coalesce(upper(v._block_range) - 1, s.until), s.until) - v.last_processed_block_work_reports)::int
      as lag_blocks
    from (select slot, least(slot + ${profile.slotBlocks - 1}::int, ${view.height}::int) as until
      from generate_series(${fromSlot}::int, ${toSlot}::int, ${profile.slotBlocks}::int) slot) s
    join spower_services v on v._block_range && int8range(s.slot, s.until + 1)
      and v.last_processed_block_work_reports is not null and v.last_processed_block_work_reports > 0
    group by s.slot order by s.slot`;
};

export interface WaitingReportsRow {
  reports: number;
  files: string;
  oldestBlock: number | null;
}

/** Accepted reports with files in blocks after the last one the service has got past. */
export const waitingReports = async (scope: Scope, afterBlock: number): Promise<WaitingReportsRow> => {
  const { sql } = scope;
  const [row] = await sql<WaitingReportsRow[]>`
    select count(*)::int as reports, coalesce(sum(coalesce(t.added_count, 0) + coalesce(t.deleted_count, 0)), 0) as files,
      min(t.block) as oldest_block
    from (${slotReports.source(scope)}) t
    where t.status = 'REPORTED' and t.block > ${afterBlock}
      and coalesce(t.added_count, 0) + coalesce(t.deleted_count, 0) > 0`;
  return row ?? { reports: 0, files: '0', oldestBlock: null };
};
