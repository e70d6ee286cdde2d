import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from './chain-items';
import { canonical, compareItem } from './compare';

const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.string(), fc.integer(), fc.constant(null)), {
  minKeys: 1,
});
const table = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fields), { selector: ([id]) => id });
const none = new Set<string>();
const asChain = (rows: [string, Fields][]) => rows.map(([id, f]) => ({ id, fields: f, rawKeys: [id] }));

describe('compareItem', () => {
  it('finds nothing between equal sides', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const result = compareItem('x', 1, asChain(rows), new Map(rows), none);
        expect(result.mismatches).toEqual([]);
        expect(result.keysCompared).toBe(rows.length);
      }),
    );
  });

  it('reports every row that one side lacks, both ways', () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, pick) => {
        fc.pre(rows.length > 0);
        const without = rows.filter((_, i) => i !== pick % rows.length);
        expect(compareItem('x', 1, asChain(rows), new Map(without), none).mismatches).toHaveLength(1);
        expect(compareItem('x', 1, asChain(without), new Map(rows), none).mismatches).toHaveLength(1);
      }),
    );
  });

  it('reports a changed field by name', () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, pick) => {
        fc.pre(rows.length > 0);
        const [id, old] = rows[pick % rows.length] as [string, Fields];
        const field = Object.keys(old)[0] as string;
        const changed = new Map<string, Fields>(rows).set(id, { ...old, [field]: 'something else entirely' });
        fc.pre(old[field] !== 'something else entirely');
        const { mismatches } = compareItem('x', 1, asChain(rows), changed, none);
        expect(mismatches.map((m) => [m.id, m.field])).toEqual([[id, field]]);
      }),
    );
  });

  it('leaves out and counts exactly the excused keys', () => {
    const chain = asChain([
      ['k1', { v: 1 }],
      ['k2', { v: 2 }],
    ]);
    const result = compareItem(
      'x',
      1,
      chain,
      new Map([
        ['k2', { v: 3 }],
        ['k3', { v: 4 }],
      ]),
      new Set(['k1', 'k3']),
    );
    expect(result.overridden).toBe(2);
    expect(result.keysCompared).toBe(1);
    expect(result.mismatches.map((m) => m.id)).toEqual(['k2']);
  });
});

describe('canonical', () => {
  it('ignores the order of keys and nothing else', () => {
    expect(canonical({ a: 1, b: [1, { c: null, d: 'x' }] })).toBe(canonical({ b: [1, { d: 'x', c: null }], a: 1 }));
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
    expect(canonical(1)).not.toBe(canonical('1'));
  });
});
