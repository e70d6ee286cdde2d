import { type Codec, decode, type Hex, type Key } from '../../../codec/scale';
import type { Hasher } from './storage';
import type { Cell, CellOwner, Store } from './store';

export interface StorageMap<K, V, Q> {
  get(key: K): Q;
  set(key: K, value: V): void;
  has(key: K): boolean;
  remove(key: K): void;
  /** keys in raw key order, as the runtime iterates */
  keys(): K[];
  /** rows in raw key order, as the runtime iterates (a copy: safe to write while looping) */
  entries(): [K, V][];
  size(): number;
  /** full raw storage key */
  rawKey(key: K): Hex;
  readonly keyCodec: Codec<K>;
  readonly codec: Codec<V>;
}

/** A map over cells that are loaded when asked for; the order of keys is worked out once and then kept up. */
export function cellMap<K extends Key, V, Q>(
  store: Store,
  prefix: Hex,
  hasher: Hasher<K>,
  codec: Codec<V>,
  fallback: Q,
): { map: StorageMap<K, V, V | Q>; owner: CellOwner } {
  const cells = new Map<K, Cell>();
  let order: { readonly key: K; readonly raw: Hex }[] | undefined;

  const keyIn = (raw: Hex): K => decode(hasher.key, `0x${raw.slice(prefix.length + hasher.hashChars)}`);
  const rawKey = (key: K): Hex => `${prefix}${hasher.hash(key)}`;
  const owner: CellOwner = {
    presence(cell) {
      if (order === undefined) return;
      const at = firstAtOrAfter(order, cell.raw);
      if (cell.value === undefined) order.splice(at, 1);
      // a row that its codec reads as absent is in the order already
      else if (order[at]?.raw !== cell.raw) order.splice(at, 0, { key: keyIn(cell.raw), raw: cell.raw });
    },
    evict(round) {
      if (round === undefined) {
        cells.clear();
        order = undefined;
      } else for (const [key, cell] of cells) if (!cell.dirty && cell.usedIn < round) cells.delete(key);
      return cells.size;
    },
    cellAt: (raw) => (raw.length > prefix.length && raw.startsWith(prefix) ? cellOf(keyIn(raw)) : undefined),
  };
  function cellOf(key: K): Cell {
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = store.load(rawKey(key), codec as Codec<unknown>, owner);
      cells.set(key, cell);
    }
    cell.usedIn = store.round();
    return cell;
  }
  /** Keys of the state beneath, corrected by what was written since. */
  function sorted() {
    if (order === undefined) {
      order = store.keysBeneath(prefix).map((raw) => ({ key: keyIn(raw), raw }));
      order = order.filter(({ key }) => !cells.get(key)?.dirty);
      for (const [key, cell] of cells) if (cell.dirty && cell.value !== undefined) order.push({ key, raw: cell.raw });
      order.sort((x, y) => (x.raw < y.raw ? -1 : 1));
    }
    return order;
  }
  const map: StorageMap<K, V, V | Q> = {
    rawKey,
    keyCodec: hasher.key,
    codec,
    get: (key) => {
      const { value } = cellOf(key);
      return value === undefined ? fallback : (value as V);
    },
    has: (key) => cellOf(key).value !== undefined,
    set: (key, value) => store.write(cellOf(key), value),
    remove: (key) => {
      const cell = cellOf(key);
      if (cell.value !== undefined) store.write(cell, undefined);
    },
    keys: () => sorted().map(({ key }) => key),
    entries: () => sorted().map(({ key }) => [key, cellOf(key).value as V]),
    size: () => sorted().length,
  };
  return { map, owner };
}

/** Position of the first entry whose raw key is not below `raw`. */
function firstAtOrAfter(list: readonly { readonly raw: Hex }[], raw: Hex): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as { raw: Hex }).raw < raw) low = middle + 1;
    else high = middle;
  }
  return low;
}
