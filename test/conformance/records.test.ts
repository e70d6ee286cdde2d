import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChainBlock } from './chain-blocks';
import { compareRecords } from './records';
import type { BlockRow } from './sql';

const chainOf = (counts: [number, number][]): ChainBlock[] =>
  counts.map(([extrinsics, events], i) => ({
    number: i + 1,
    hash: `0x${i + 1}`,
    parentHash: `0x${i}`,
    specVersion: 25,
    extrinsics,
    events,
  }));
const rowsOf = (chain: ChainBlock[]): BlockRow[] =>
  chain.map(({ extrinsics, events, ...block }) => ({
    ...block,
    extrinsicCount: extrinsics,
    extrinsicRows: extrinsics,
    eventCount: events,
    eventRows: events,
  }));
const counts = fc.array(fc.tuple(fc.nat(20), fc.nat(50)), { minLength: 1, maxLength: 30 });
const at = fc.nat();

describe('compareRecords', () => {
  it('finds nothing between equal sides and counts them', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const chain = chainOf(list);
        const result = compareRecords(chain, rowsOf(chain));
        expect(result.mismatches).toEqual([]);
        expect(result.blocks).toBe(list.length);
        expect(result.events).toBe(list.reduce((sum, [, events]) => sum + events, 0));
      }),
    );
  });

  it('names the block whose row is missing, doubled or too many', () => {
    fc.assert(
      fc.property(counts, at, (list, pick) => {
        const chain = chainOf(list);
        const rows = rowsOf(chain);
        const i = pick % rows.length;
        const row = rows[i] as BlockRow;
        const blocksOf = (changed: BlockRow[]) => compareRecords(chain, changed).mismatches.map((m) => m.block);
        expect(blocksOf(rows.filter((_, at) => at !== i))).toEqual([row.number]);
        expect(blocksOf([...rows, row])).toEqual([row.number]);
        expect(blocksOf([...rows, { ...row, number: 1000 }])).toEqual([1000]);
      }),
    );
  });

  it('names every field that differs', () => {
    const fields = fc.constantFrom('hash', 'parentHash', 'specVersion', 'extrinsicRows', 'eventRows', 'eventCount');
    fc.assert(
      fc.property(counts, at, fields, (list, pick, field) => {
        const chain = chainOf(list);
        const rows = rowsOf(chain);
        const i = pick % rows.length;
        rows[i] = { ...(rows[i] as BlockRow), [field]: field.toLowerCase().includes('hash') ? '0xother' : 99_999 };
        const { mismatches } = compareRecords(chain, rows);
        expect(mismatches).toHaveLength(1);
        expect(mismatches[0]?.block).toBe(i + 1);
      }),
    );
  });
});
