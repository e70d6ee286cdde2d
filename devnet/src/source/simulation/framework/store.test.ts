import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytes, type Hex, u32 } from '../../../codec/scale';
import { palletStorage, twox64Concat } from './storage';
import { createStore, type RawState } from './store';

const key = fc.constantFrom<Hex>('0x', '0x01', '0x02', '0x0203', '0xff');
const step = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), a: fc.nat(3), key, value: fc.nat(9) }),
  fc.record({ kind: fc.constant('remove' as const), a: fc.nat(3), key }),
  fc.record({ kind: fc.constant('removePrefix' as const), a: fc.nat(3) }),
  fc.record({ kind: fc.constant('order' as const), a: fc.nat(3) }),
  fc.record({ kind: fc.constant('flush' as const) }),
  fc.record({ kind: fc.constant('lose' as const), a: fc.nat(3), key, value: fc.nat(9) }),
);

/** A store over a plain map of encoded values. */
function harness(keptCells: number) {
  const encoded = new Map<Hex, Hex>();
  const beneath: RawState = {
    get: (raw) => encoded.get(raw) ?? null,
    keys: (prefix) => [...encoded.keys()].filter((raw) => raw.startsWith(prefix)).sort(),
  };
  const store = createStore(beneath, true, keptCells);
  const storage = palletStorage(store, 'Test');
  const rows = storage.doubleMap('Rows', twox64Concat(u32), twox64Concat(bytes), u32);
  const flush = () =>
    store.flush((raw, value) => {
      if (value === null) encoded.delete(raw);
      else encoded.set(raw, value);
    });
  return { store, storage, rows, flush, encoded };
}

test('values read back, ordered and counted as from a plain map, whatever is written, dropped from memory or taken back', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom(0, 3, 1000), (steps, keptCells) => {
      const { store, rows, flush, encoded } = harness(keptCells);
      const model = new Map<number, Map<Hex, number>>([0, 1, 2, 3].map((a) => [a, new Map()]));
      for (const s of steps) {
        if (s.kind === 'set') {
          rows.set(s.a, s.key, s.value);
          model.get(s.a)?.set(s.key, s.value);
        } else if (s.kind === 'remove') {
          rows.remove(s.a, s.key);
          model.get(s.a)?.delete(s.key);
        } else if (s.kind === 'removePrefix') {
          rows.removePrefix(s.a);
          model.get(s.a)?.clear();
        } else if (s.kind === 'order') rows.entries(s.a);
        else if (s.kind === 'flush') flush();
        else
          expect(() =>
            store.transaction(() => {
              rows.removePrefix(s.a);
              rows.set(s.a, s.key, s.value);
              throw new Error('taken back');
            }),
          ).toThrow('taken back');
      }
      for (const [a, held] of model) {
        expect(new Map(rows.entries(a))).toEqual(held);
        for (const [k, value] of held) expect(rows.get(a, k)).toBe(value);
      }
      expect(new Set(rows.prefixes())).toEqual(new Set([...model].filter(([, m]) => m.size > 0).map(([a]) => a)));
      flush();
      expect(encoded.size).toBe([...model.values()].reduce((sum, m) => sum + m.size, 0));
      store.forget();
      for (const [a, held] of model) expect(new Map(rows.entries(a))).toEqual(held);
    }),
    { numRuns: 300 },
  );
});

test('rows come in the order of their raw keys, written or not', () => {
  const { rows, flush, storage } = harness(1);
  const all = Array.from({ length: 40 }, (_, i) => `0x${i.toString(16).padStart(2, '0')}` as Hex);
  const map = storage.map('Rows', twox64Concat(u32), u32);
  for (const [i, k] of all.entries()) {
    rows.set(7, k, i);
    if (i % 3 === 0) rows.entries(7);
    if (i % 5 === 0) flush();
  }
  const raws = rows.entries(7).map(([k]) => twox64Concat(bytes).hash(k));
  expect(raws).toEqual([...raws].sort());
  expect(raws.length).toBe(all.length);
  expect(map.rawKey(7).length).toBeGreaterThan(66);
});

test('unused values leave memory: what is read again comes from the state beneath', () => {
  const { rows, flush, encoded } = harness(10);
  for (let i = 0; i < 100; i++) {
    rows.set(i, '0x01', i);
    flush();
  }
  for (const raw of encoded.keys()) encoded.set(raw, '0xffffffff');
  const fresh = Array.from({ length: 100 }, (_, i) => rows.get(i, '0x01')).filter((value) => value === 0xffffffff);
  expect(fresh.length).toBeGreaterThan(50);
});
