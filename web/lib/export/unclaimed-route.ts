import type { NextRequest } from 'next/server';
import { text } from '../../messages';
import { first, oneOf, readAt } from '../params';
import { UNCLAIMED_WITHIN } from '../question';
import { badInput, queryOf } from './routes';
import { type ExportFormat, exportResponse } from './stream';
import { unclaimedRowColumns, unclaimedRows } from './unclaimed-rows';

/** `/unclaimed/rewards.csv` and `.json`: who gets what of every reward that can still be claimed. */
export const exportUnclaimed =
  (format: ExportFormat) =>
  async (request: NextRequest): Promise<Response> => {
    const query = queryOf(request);
    const at = readAt(query);
    if (!at.ok) return badInput(text.common.at.bad(at.text));
    const within = oneOf(first(query, 'within'), UNCLAIMED_WITHIN, 'ALL');
    const filter = { account: first(query, 'account'), maxErasLeft: within === 'ALL' ? null : Number(within) };
    return exportResponse(request, {
      format,
      fileName: 'unclaimed-rewards',
      columns: unclaimedRowColumns,
      batches: (signal) => unclaimedRows(filter, at.block, signal),
    });
  };
