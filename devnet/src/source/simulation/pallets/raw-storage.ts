import { bytes, encodeHex, type Hex, tuple, u32, u64, vec } from '../../../codec/scale';
import { perbillOf } from '../framework/arithmetic';
import { ensureRoot } from '../framework/dispatch';
import type { Runtime } from '../framework/runtime';
import { WRITE } from '../framework/weights';

const HEAP_PAGES: Hex = `0x${Buffer.from(':heappages').toString('hex')}`;

/** System's calls of root that reach past all pallets into storage, and the one that only uses up a block. None has an event. */
export function rawStorageCalls(rt: Runtime, maxBlockWeight: number) {
  const { store } = rt;
  return {
    fillBlock: rt.call(
      'System',
      'fill_block',
      { ratio: u32 },
      { weight: ({ ratio }) => Number(perbillOf(BigInt(ratio), BigInt(maxBlockWeight))) },
      ensureRoot,
    ),
    setHeapPages: rt.call(
      'System',
      'set_heap_pages',
      { pages: u64 },
      { weight: 2_463_000 + WRITE, class: 'Operational' },
      (origin, { pages }) => {
        ensureRoot(origin);
        store.writeRaw(HEAP_PAGES, encodeHex(u64, pages));
      },
    ),
    setStorage: rt.call(
      'System',
      'set_storage',
      { items: vec(tuple(bytes, bytes)) },
      { weight: ({ items }) => items.length * (821_000 + WRITE), class: 'Operational' },
      (origin, { items }) => {
        ensureRoot(origin);
        for (const [key, value] of items) store.writeRaw(key, value);
      },
    ),
    killStorage: rt.call(
      'System',
      'kill_storage',
      { keys: vec(bytes) },
      { weight: ({ keys }) => keys.length * (549_000 + WRITE), class: 'Operational' },
      (origin, { keys }) => {
        ensureRoot(origin);
        for (const key of keys) store.writeRaw(key, null);
      },
    ),
    killPrefix: rt.call(
      'System',
      'kill_prefix',
      { prefix: bytes, subkeys: u32 },
      { weight: ({ subkeys }) => (subkeys + 1) * (872_000 + WRITE), class: 'Operational' },
      (origin, { prefix }) => {
        ensureRoot(origin);
        for (const key of store.keysWithin(prefix)) store.writeRaw(key, null);
      },
    ),
  };
}
