import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hex } from '../source/source';
import { stateStore } from './store';

type Model = Map<Hex, Hex | null>[];

const key = fc
  .array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 })
  .map((bytes) => `0x${bytes.map((byte) => `${byte}f`).join('')}` as Hex);
const value = fc.option(fc.constantFrom<Hex>('0x', '0x00', '0x0102', '0xff'), { nil: null });
const block = fc.array(fc.tuple(key, value), { maxLength: 12 });
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: block.map((writes) => ({ writes })) },
    { weight: 1, arbitrary: fc.nat({ max: 5 }).map((back) => ({ back })) },
  ),
  { maxLength: 25 },
);

/** Whole states per block, the slow and obvious way. */
function naiveKeys(state: Map<Hex, Hex | null>, prefix: Hex, count: number, startKey: Hex | null): Hex[] {
  return [...state]
    .filter(([name, held]) => held !== null && name.startsWith(prefix) && (startKey === null || name > startKey))
    .map(([name]) => name)
    .sort()
    .slice(0, count);
}

function replay(script: ({ writes: [Hex, Hex | null][] } | { back: number })[]) {
  const store = stateStore();
  const model: Model = [];
  for (const step of script) {
    if ('back' in step) {
      model.length = Math.max(0, model.length - step.back);
      store.truncate(model.length - 1);
      continue;
    }
    const state = new Map(model.at(-1) ?? []);
    for (const [name, held] of step.writes) {
      state.set(name, held);
      store.set(model.length, name, held);
    }
    model.push(state);
  }
  return { store, model };
}

describe('state store', () => {
  it('answers every key at every block as whole copies of the state would, forks included', () => {
    fc.assert(
      fc.property(steps, fc.array(key, { minLength: 1, maxLength: 8 }), (script, probes) => {
        const { store, model } = replay(script);
        model.forEach((state, at) => {
          for (const name of new Set([...state.keys(), ...probes])) {
            expect(store.get(name, at)).toBe(state.get(name) ?? null);
          }
        });
        for (const name of probes) expect(store.latest(name)).toBe(model.at(-1)?.get(name) ?? null);
      }),
      { numRuns: 300 },
    );
  });

  it('pages keys in byte order at every block, whatever the prefix and start', () => {
    fc.assert(
      fc.property(
        steps,
        key,
        fc.option(key, { nil: null }),
        fc.integer({ min: 0, max: 6 }),
        (script, prefix, startKey, count) => {
          const { store, model } = replay(script);
          model.forEach((state, at) => {
            expect(store.keysPaged(prefix, count, startKey, at)).toEqual(naiveKeys(state, prefix, count, startKey));
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps order over many runs of keys inserted in any order, also after removal', () => {
    const store = stateStore();
    const names = Array.from(
      { length: 5000 },
      (_, n) => `0x${((n * 7919) % 5000).toString(16).padStart(4, '0')}` as Hex,
    );
    names.forEach((name, n) => {
      store.set(Math.floor(n / 2000), name, '0x01');
    });
    const sorted = [...names].sort();
    expect(store.keysPaged('0x', 9999, null, 2)).toEqual(sorted);
    store.truncate(1);
    expect(store.keysPaged('0x', 9999, null, 9)).toEqual(names.slice(0, 4000).sort());
    store.truncate(0);
    expect(store.keysPaged('0x', 9999, null, 9)).toEqual(names.slice(0, 2000).sort());
    store.truncate(-1);
    expect(store.keysPaged('0x', 9999, null, 9)).toEqual([]);
  });

  it('finds every row of a large first block, whatever stands before, behind and in the same map', () => {
    const store = stateStore();
    const text = (n: number) => n.toString(16).padStart(8, '0');
    const map = (of: number) => 'ab'.repeat(31) + text(of).slice(-2);
    const names = Array.from(
      { length: 20_000 },
      (_, n) => `0x${map(n % 3)}${text((n * 7919) % 20_000)}${text(n)}` as Hex,
    );
    for (const name of ['0x', `0x${map(1)}`, '0xabab', ...names] as Hex[]) store.set(0, name, name);
    names.forEach((name, n) => {
      if (n % 5 === 0) store.set(0, name, null);
      if (n % 5 === 1) store.set(0, name, '0x01');
    });
    names.forEach((name, n) => {
      if (n % 5 === 2) store.set(1, name, n % 2 === 0 ? null : '0x02');
    });
    const held = (n: number, block: number): Hex | null => {
      if (n % 5 === 0) return null;
      if (n % 5 === 1) return '0x01';
      if (n % 5 === 2 && block === 1) return n % 2 === 0 ? null : '0x02';
      return names[n] as Hex;
    };
    for (const block of [0, 1]) {
      expect(names.every((name, n) => store.get(name, block) === held(n, block))).toBe(true);
      const alive = names.filter((_, n) => held(n, block) !== null);
      expect(store.keysPaged('0x', 99_999, null, block)).toEqual(['0x', `0x${map(1)}`, '0xabab', ...alive].sort());
      const own = alive.filter((name) => name.startsWith(`0x${map(2)}`)).sort();
      expect(store.keysPaged(`0x${map(2)}`, 50, own[99] as Hex, block)).toEqual(own.slice(100, 150));
    }
  });

  it('names the keys a block changed, once each, and leaves out writes that change nothing', () => {
    const store = stateStore();
    store.set(0, '0xaa', '0x01');
    store.set(1, '0xbb', '0x01');
    store.set(1, '0xaa', '0x01');
    store.set(1, '0xcc', null);
    store.set(1, '0xbb', '0x02');
    expect(store.changedKeys(1)).toEqual(['0xbb']);
    expect(store.get('0xbb', 1)).toBe('0x02');
    expect(store.changedKeys(7)).toEqual([]);
  });

  it('refuses to write an earlier block', () => {
    const store = stateStore();
    store.set(5, '0xaa', '0x01');
    expect(() => store.set(4, '0xaa', '0x02')).toThrow('state of block 4 is written after that of block 5');
  });
});
