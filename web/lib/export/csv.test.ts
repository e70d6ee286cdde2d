import { parseCru } from '@moho/protocol/amount';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountColumns, csvCell, csvHeader, csvLines } from './csv';
import { parseCsv } from './parse-csv';

const columns = [
  { header: 'name', cell: (row: { name: string; n: number }) => row.name },
  { header: 'n_bytes', cell: (row: { name: string; n: number }) => row.n },
];

/** Text as a spreadsheet shows it: without the apostrophe that keeps it from being run. */
const shown = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '');

describe('CSV', () => {
  it('comes back from a parser as it was, whatever the cells hold', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('"', ',', '\r', '\n', '=', '@', "'", 'ü', '🪨', 'a', ' '))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, n: fc.nat() })), (rows) => {
        const [head, ...lines] = parseCsv(csvHeader(columns) + csvLines(columns, rows));
        expect(head).toEqual(['name', 'n_bytes']);
        expect(lines.map(([name = '', n]) => [shown(name), n])).toEqual(
          rows.map(({ name, n }) => [shown(name), String(n)]),
        );
      }),
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
        fc.pre(!/^-\d+(\.\d+)?$/.test(start + rest));
        const [[cell = '']] = parseCsv(`${csvCell(start + rest)}\r\n`) as [[string]];
        expect(cell).toBe(`'${start}${rest}`);
      }),
    );
  });

  it('leaves a negative number the number it is', () => {
    expect(['-5', '-0.000000000001', '-5+1', '--5', '-'].map(csvCell)).toEqual([
      '-5',
      '-0.000000000001',
      "'-5+1",
      "'--5",
      "'-",
    ]);
  });

  it('ends each line with CR LF and quotes by doubling', () => {
    expect(csvLines(columns, [{ name: 'a "b", c', n: 1 }])).toBe('"a ""b"", c",1\r\n');
    expect([null, undefined, true, false, 7, ''].map(csvCell)).toEqual(['', '', 'yes', 'no', '7', '']);
  });

  it('gives amounts as whole pico-CRU and as the same in CRU', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 100n }), (pico) => {
        const both = amountColumns('spent', (row: { spent: string }) => row.spent);
        expect(both.map(({ header }) => header)).toEqual(['spent_pico', 'spent_cru']);
        const [whole, decimal] = both.map(({ cell }) => cell({ spent: String(pico) }));
        expect(whole).toBe(String(pico));
        expect(parseCru(String(decimal))).toBe(pico);
      }),
    );
  });
});

describe('parseCsv', () => {
  it('takes every kind of line end and a missing last one', () => {
    expect(parseCsv('a,b\r\nc,"d\ne"\rf,\n"g ""h"""')).toEqual([['a', 'b'], ['c', 'd\ne'], ['f', ''], ['g "h"']]);
    expect(parseCsv('')).toEqual([]);
  });
});
