import type { NextRequest } from 'next/server';
import { nodeRowColumns, nodeRows } from '../../../lib/export/node-rows';
import { exportResponse } from '../../../lib/export/stream';
import { questionOf, readState } from '../list-state';

/** `/nodes/table.csv`: the table as the same address shows it, all of its pages. */
export const GET = (request: NextRequest): Promise<Response> =>
  exportResponse(request, {
    format: 'csv',
    fileName: 'nodes',
    columns: nodeRowColumns,
    batches: () => nodeRows(questionOf(readState(Object.fromEntries(request.nextUrl.searchParams)))),
  });
