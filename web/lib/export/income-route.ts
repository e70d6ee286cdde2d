import type { NextRequest } from 'next/server';
import { incomeRowColumns, incomeRows } from './income-rows';
import { type AccountParams, badInput, readQuestion } from './routes';
import { type ExportFormat, exportResponse } from './stream';

/** `/guarantor/[id]/incomes.csv` and `.json`: what every era and node brought a guarantor. */
export const exportIncomes =
  (format: ExportFormat) =>
  async (request: NextRequest, { params }: AccountParams): Promise<Response> => {
    const asked = await readQuestion(request, params);
    if (asked.problem !== undefined) return badInput(asked.problem);
    return exportResponse(request, {
      format,
      fileName: `incomes-of-${asked.id}`,
      columns: incomeRowColumns,
      batches: (signal) => incomeRows(asked.id, asked.at, signal),
    });
  };
