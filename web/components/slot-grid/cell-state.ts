import type { GridReport } from './slot-grid';

export type CellState = 'reported' | 'punished' | 'missed' | 'rejected' | 'exempt' | 'none';

/**
 * What one cell shows. A report that came while the member was punished counts nothing, so the punishment wins over it;
 * a missed slot is shown as missed even though it also starts a punishment. Duplicates change nothing on chain.
 */
export const cellState = (report: Pick<GridReport, 'status' | 'punished'> | null): CellState => {
  if (report === null) return 'none';
  if (report.status === 'MISSED') return 'missed';
  if (report.status === 'REJECTED') return 'rejected';
  if (report.punished === true) return 'punished';
  return report.status === 'EXEMPT' ? 'exempt' : 'reported';
};
