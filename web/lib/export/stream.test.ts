import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExportProblem } from './answers';
import { parseCsv } from './parse-csv';
import { type ExportBatch, exportResponse } from './stream';

const columns = [{ header: 'n', cell: (n: number) => n }];
const request = new Request('http://127.0.0.1/');

const respond = (format: 'csv' | 'json', batches: (signal: AbortSignal) => AsyncGenerator<ExportBatch<number>>) =>
  exportResponse(request, { format, fileName: 'numbers', columns, batches });

async function* given(batches: number[][]): AsyncGenerator<ExportBatch<number>> {
  for (const rows of batches) yield { asOf: 7, rows };
}

describe('exportResponse', () => {
  it('gives the same rows however they were batched', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        async (batches) => {
          const json = await (await respond('json', () => given(batches))).json();
          expect(json).toEqual({ asOf: 7, rows: batches.flat() });
          const [head, ...lines] = parseCsv(await (await respond('csv', () => given(batches))).text());
          expect(head).toEqual(['n', 'as_of_block']);
          expect(lines).toEqual(batches.flat().map((n) => [String(n), '7']));
        },
      ),
    );
  });

  it('reads no further than its reader, and stops when the reader leaves', async () => {
    let read = 0;
    let signal: AbortSignal | undefined;
    const response = await respond('csv', async function* (given) {
      signal = given;
      for (;;) yield { asOf: 7, rows: [read++] };
    });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(read).toBeLessThanOrEqual(3);
    await reader?.cancel();
    expect(signal?.aborted).toBe(true);
  });

  it('answers a refusal with one sentence, and breaks off rather than ending half', async () => {
    const refused = { kind: 'refused', code: 'BAD_INPUT', message: 'No.' } as const;
    const response = await respond('csv', async function* () {
      yield await Promise.reject<ExportBatch<number>>(new ExportProblem(refused));
    });
    expect([response.status, await response.text()]).toEqual([400, 'No.\n']);
    const half = await respond('csv', async function* () {
      yield { asOf: 7, rows: [1] };
      throw new ExportProblem(refused);
    });
    await expect(half.text()).rejects.toThrow('No.');
  });
});
