import type { Context } from '../context';
import { loadOne } from '../database/load';
import { byId, type List, tableSource } from '../database/sql';
import type { View } from '../database/view';

/** What the spower service leaves behind on chain; null where the chain has no such key. */
export interface SpowerServiceRow {
  id: string;
  lastProcessedBlockWorkReports: number | null;
  lastReplicasUpdateBlock: number | null;
  lastSpowerCalculateBlock: number | null;
  lastSpowerUpdateBlock: number | null;
  spowerReadyPeriod: number | null;
  sinceBlock: number;
}

export const spowerServices: List<SpowerServiceRow> = {
  name: 'spowerServices',
  source: tableSource(
    'spower_services',
    `id, last_processed_block_work_reports, last_replicas_update_block, last_spower_calculate_block,
     last_spower_update_block, spower_ready_period`,
  ),
  ordering: byId,
};

/** The service's row in the view; null before it has written anything. */
export const loadService = (ctx: Context, view: View) => loadOne(ctx, spowerServices, view, 'service');

/** Blocks after which a replica may count the file's spower. */
export const readyPeriod = async (ctx: Context, view: View): Promise<number> =>
  (await loadService(ctx, view))?.spowerReadyPeriod ?? ctx.profile.spowerReadyBlocks;
