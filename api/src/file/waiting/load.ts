import { type WaitingReason, waitingReason } from '@moho/protocol';
import type { Context } from '../../context';
import { loadKeyed } from '../../database/load';
import { loadService, type SpowerServiceRow } from '../../market/spower-service';
import { type FileNode, loadFacts, statusOf } from '../load';
import { type WaitingRow, waitingRows } from './sql';

export interface Waiting {
  file: FileNode;
  row: WaitingRow;
  service: SpowerServiceRow | null;
  reason: WaitingReason;
}

/** Why the file waits; null when it does not. */
export const loadWaiting = async (ctx: Context, file: FileNode): Promise<Waiting | null> => {
  const { id, view } = file;
  if (statusOf(await loadFacts(ctx, file), view) !== 'WAITING') return null;
  const [row, service] = await Promise.all([loadKeyed(ctx, 'waiting', view, id, waitingRows), loadService(ctx, view)]);
  if (row === null) throw new Error(`nothing came back about the waiting of ${id}`);
  const processedBlock = service?.lastProcessedBlockWorkReports ?? null;
  return {
    file,
    row,
    service,
    reason: waitingReason({ reportedBlock: row.reportBlock, processedBlock }),
  };
};
