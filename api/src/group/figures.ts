import type { Seen } from '../database/view';
import { derivedReceipt, type FigureReceipt, figuresOf, mapSource, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { stakeLimitReceipt } from '../validator/receipts';
import type { StakeLimitRow } from '../validator/sql';
import { rawGroup } from './raw';
import type { GroupRow } from './sql';

/** Receipts of a group's figures: sums over the last reports of its members. */
export const groupFigures = (group: Seen<GroupRow>, limit: Seen<StakeLimitRow> | null): FigureReceipt[] => {
  const { view, id, memberCount } = group;
  const sources = ['Swork.Groups', 'Swork.Identities', 'Swork.WorkReports'].map(mapSource);
  const sum = (what: string) =>
    derivedReceipt(view, `The sum of ${what} over the last work report of each member, punished members included.`, {
      sources,
      rowCount: memberCount,
    });
  return figuresOf({
    memberCount: storageReceipt(view, items.group(id), group.sinceBlock, (ctx) => rawGroup(ctx, view, id)),
    spower: sum('spower'),
    free: sum('free'),
    reportedFilesSizeBytes: sum('reported_files_size'),
    punishedCount: derivedReceipt(
      view,
      'Counted are the members whose punishment deadline lies beyond the slot that is judged at this block.',
      { sources: sources.slice(0, 2), rowCount: memberCount },
    ),
    stakeLimit: stakeLimitReceipt(view, id, limit),
  });
};
