import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHeader, csvLines } from '../export/csv';
import { listOf, MOST_BYTES, MOST_LINES, readLines } from './lines';

const CID = 'QmPK1s3pNYLi9ERiq3BDxKa4XosgWwFRQUydHUtz4YgpqB';
const cids = fc.array(fc.stringMatching(/^[A-Za-z0-9]{1,60}$/), { minLength: 1, maxLength: MOST_LINES });

describe('readLines', () => {
  it('keeps every line in its order, whatever ends it', () => {
    fc.assert(
      fc.property(cids, fc.constantFrom('\n', '\r\n', '\r', '\n\n  '), (list, end) => {
        const expected = /^(cid|cids|file|hash|ipfs ?hash)$/i.test(list[0] as string) ? list.slice(1) : list;
        fc.pre(expected.length > 0);
        expect(readLines(list.join(end))).toEqual({ ok: true, lines: expected });
      }),
    );
  });

  it('reads what this site exports', () => {
    const columns = [
      { header: 'cid', cell: (cid: string) => cid },
      { header: 'note', cell: () => 'a, "b"\nc' },
    ];
    expect(readLines(csvHeader(columns) + csvLines(columns, [CID, 'bafy1', '=1+1']))).toEqual({
      ok: true,
      lines: [CID, 'bafy1', '=1+1'],
    });
  });

  it('says in one sentence what is wrong', () => {
    const sentence = (list: string) => {
      const read = readLines(list);
      return read.ok ? null : read.sentence;
    };
    expect(sentence('')).toMatch(/nothing to check/);
    expect(sentence(' \n\r\n\t\n')).toMatch(/nothing to check/);
    expect(sentence('cid\n')).toMatch(/nothing to check/);
    expect(sentence(`${CID}\n`.repeat(MOST_LINES))).toBeNull();
    expect(sentence(`${CID}\n`.repeat(MOST_LINES + 1))).toBe(
      'The list has 501 lines; at most 500 are checked at once.',
    );
    expect(sentence('x'.repeat(MOST_BYTES + 1))).toMatch(/too long/);
    expect(sentence('\u0000PNG')).toMatch(/no text/);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (list) => {
        const read = readLines(list);
        if (read.ok) expect(read.lines.length).toBeGreaterThan(0);
        else expect(read.sentence).toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});

describe('listOf', () => {
  const form = (parts: Record<string, string | File>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(parts)) data.set(name, value);
    return data;
  };
  it('takes the upload before what was pasted, and neither when it is too long', async () => {
    const empty = new File([], '');
    expect(await listOf(form({ cids: 'a', file: empty }))).toBe('a');
    expect(await listOf(form({ cids: 'a', file: new File(['b'], 'b.txt') }))).toBe('b');
    expect(await listOf(form({ file: new File(['x'.repeat(MOST_BYTES + 1)], 'c') }))).toBeNull();
    expect(await listOf(form({}))).toBe('');
  });
});
