import type { Problem } from '../api/ask';
import { ExportProblem } from './answers';
import { type CsvColumn, csvHeader, csvLines } from './csv';

export type ExportFormat = 'csv' | 'json';

/** Rows of one batch and the block all rows of the export hold for. */
export interface ExportBatch<Row> {
  asOf: number;
  rows: readonly Row[];
}

async function* asCsv<Row>(batches: AsyncIterable<ExportBatch<Row>>, columns: readonly CsvColumn<Row>[]) {
  let first = true;
  for await (const { asOf, rows } of batches) {
    const all = [...columns, { header: 'as_of_block', cell: () => asOf }];
    yield (first ? csvHeader(all) : '') + csvLines(all, rows);
    first = false;
  }
}

async function* asJson<Row>(batches: AsyncIterable<ExportBatch<Row>>) {
  let begun = false;
  let any = false;
  for await (const { asOf, rows } of batches) {
    const head = begun ? '' : `{"asOf":${asOf},"rows":[`;
    const comma = any && rows.length > 0 ? ',' : '';
    yield head + comma + rows.map((row) => `\n${JSON.stringify(row)}`).join(',');
    begun = true;
    any ||= rows.length > 0;
  }
  yield '\n]}\n';
}

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

/** Text in pieces as a body that is made as it is read: a reader that pauses pauses its source, one that leaves ends it. */
const bodyOf = (pieces: AsyncGenerator<string>, first: string, end: () => void): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  let begun = false;
  return new ReadableStream(
    {
      pull: async (controller) => {
        if (!begun) {
          begun = true;
          controller.enqueue(encoder.encode(first));
          return;
        }
        const piece = await pieces.next();
        if (piece.done) controller.close();
        else if (piece.value !== '') controller.enqueue(encoder.encode(piece.value));
        else controller.enqueue(new Uint8Array(0));
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
};

const refusal = (problem: Problem): Response => {
  const refused = problem.kind === 'refused';
  const status = refused ? (problem.code === 'TOO_MUCH' ? 503 : 400) : 503;
  const sentence = refused ? problem.message : 'The index cannot be read right now; try again in a moment.';
  return new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
};

export interface Export<Row> {
  format: ExportFormat;
  /** without its ending */
  fileName: string;
  columns: readonly CsvColumn<Row>[];
  /** begins to ask when it is first read */
  batches: (signal: AbortSignal) => AsyncGenerator<ExportBatch<Row>>;
}

/** Answers with a file to download that is made while it is sent. A refusal of the API is one sentence. */
export const exportResponse = async <Row>(request: Request, wanted: Export<Row>): Promise<Response> => {
  const left = new AbortController();
  const end = () => left.abort();
  request.signal.addEventListener('abort', end, { once: true });
  const batches = wanted.batches(left.signal);
  const pieces = wanted.format === 'csv' ? asCsv(batches, wanted.columns) : asJson(batches);
  try {
    // the first piece tells whether there will be any: a header once sent cannot be taken back
    const first = await pieces.next();
    return new Response(bodyOf(pieces, first.value ?? '', end), {
      headers: {
        'content-type': TYPES[wanted.format],
        'content-disposition': `attachment; filename="${wanted.fileName}.${wanted.format}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    end();
    if (error instanceof ExportProblem) return refusal(error.problem);
    throw error;
  }
};
