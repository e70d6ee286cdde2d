import { blake2_128, storagePrefix, twox64 } from '../../../codec/hash';
import { type Codec, encodeHex, type Hex, type Key } from '../../../codec/scale';
import type { Cell, CellOwner, Store } from './store';

export interface Hasher<K> {
  readonly key: Codec<K>;
  /** hashed key, without 0x */
  hash(key: K): string;
}
const concat =
  (hash: (data: Hex) => Hex) =>
  <K>(key: Codec<K>): Hasher<K> => ({
    key,
    hash: (k) => {
      const encoded = encodeHex(key, k);
      return hash(encoded).slice(2) + encoded.slice(2);
    },
  });
export const twox64Concat = concat(twox64);
export const blake2_128Concat = concat(blake2_128);
export const identity = concat(() => '0x');

/**
 * Values that come out of storage are shared: never change one in place, `set` a new one.
 * Reading an absent item gives its default where one was declared (ValueQuery), else undefined (OptionQuery).
 */
export interface StorageValue<V, Q> {
  get(): Q;
  set(value: V): void;
  exists(): boolean;
  kill(): void;
}

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
}

export interface StorageDoubleMap<A, B, V, Q> {
  get(a: A, b: B): Q;
  set(a: A, b: B, value: V): void;
  has(a: A, b: B): boolean;
  remove(a: A, b: B): void;
  /** rows under `a` in raw key order */
  entries(a: A): [B, V][];
  removePrefix(a: A): void;
  /** first keys that have rows, in raw key order */
  prefixes(): A[];
}

export interface PalletStorage {
  value<V>(item: string, codec: Codec<V>): StorageValue<V, V | undefined>;
  value<V>(item: string, codec: Codec<V>, fallback: V): StorageValue<V, V>;
  map<K extends Key, V>(item: string, hasher: Hasher<K>, codec: Codec<V>): StorageMap<K, V, V | undefined>;
  map<K extends Key, V>(item: string, hasher: Hasher<K>, codec: Codec<V>, fallback: V): StorageMap<K, V, V>;
  doubleMap<A extends Key, B extends Key, V>(
    item: string,
    a: Hasher<A>,
    b: Hasher<B>,
    codec: Codec<V>,
  ): StorageDoubleMap<A, B, V, V | undefined>;
  doubleMap<A extends Key, B extends Key, V>(
    item: string,
    a: Hasher<A>,
    b: Hasher<B>,
    codec: Codec<V>,
    fallback: V,
  ): StorageDoubleMap<A, B, V, V>;
}

/** Storage of one pallet; `prefix` is its storage prefix (e.g. "GrandpaFinality"), not its module name. */
export function palletStorage(store: Store, prefix: string): PalletStorage {
  return {
    value: <V>(item: string, codec: Codec<V>, fallback?: V) =>
      storageValue(store, storagePrefix(prefix, item), codec, fallback as V),
    map: <K extends Key, V>(item: string, hasher: Hasher<K>, codec: Codec<V>, fallback?: V) =>
      storageMap(store, storagePrefix(prefix, item), hasher, codec, fallback as V),
    doubleMap: <A extends Key, B extends Key, V>(
      item: string,
      a: Hasher<A>,
      b: Hasher<B>,
      codec: Codec<V>,
      fallback?: V,
    ) => doubleMap(store, storagePrefix(prefix, item), a, b, codec, fallback as V),
  };
}

const NO_OWNER: CellOwner = { presence: () => undefined, forget: () => undefined };

function storageValue<V, Q>(store: Store, raw: Hex, codec: Codec<V>, fallback: Q): StorageValue<V, V | Q> {
  const cell = store.cell(raw, codec as Codec<unknown>, NO_OWNER);
  return {
    get: () => (cell.value === undefined ? fallback : (cell.value as V)),
    set: (value) => store.write(cell, value),
    exists: () => cell.value !== undefined,
    kill: () => {
      if (cell.value !== undefined) store.write(cell, undefined);
    },
  };
}

function storageMap<K extends Key, V, Q>(
  store: Store,
  prefix: Hex,
  hasher: Hasher<K>,
  codec: Codec<V>,
  fallback: Q,
): StorageMap<K, V, V | Q> {
  const cells = new Map<K, Cell>();
  const keyOf = new Map<Cell, K>();
  let order: { key: K; cell: Cell }[] | undefined;
  const owner: CellOwner = {
    presence: () => {
      order = undefined;
    },
    forget: (cell) => {
      const key = keyOf.get(cell);
      if (key !== undefined) cells.delete(key);
      keyOf.delete(cell);
    },
  };
  const rawKey = (key: K): Hex => `${prefix}${hasher.hash(key)}`;
  function sorted() {
    if (order === undefined) {
      order = [];
      for (const [key, cell] of cells) if (cell.value !== undefined) order.push({ key, cell });
      order.sort((x, y) => (x.cell.raw < y.cell.raw ? -1 : 1));
    }
    return order;
  }
  return {
    rawKey,
    get: (key) => {
      const value = cells.get(key)?.value;
      return value === undefined ? fallback : (value as V);
    },
    has: (key) => cells.get(key)?.value !== undefined,
    set: (key, value) => {
      let cell = cells.get(key);
      if (cell === undefined) {
        cell = store.cell(rawKey(key), codec as Codec<unknown>, owner);
        cells.set(key, cell);
        keyOf.set(cell, key);
      }
      store.write(cell, value);
    },
    remove: (key) => {
      const cell = cells.get(key);
      if (cell?.value !== undefined) store.write(cell, undefined);
    },
    keys: () => sorted().map(({ key }) => key),
    entries: () => sorted().map(({ key, cell }) => [key, cell.value as V]),
    size: () => sorted().length,
  };
}

function doubleMap<A extends Key, B extends Key, V, Q>(
  store: Store,
  prefix: Hex,
  first: Hasher<A>,
  second: Hasher<B>,
  codec: Codec<V>,
  fallback: Q,
): StorageDoubleMap<A, B, V, V | Q> {
  const maps = new Map<A, { raw: Hex; rows: StorageMap<B, V, V | Q> }>();
  function under(a: A) {
    let map = maps.get(a);
    if (map === undefined) {
      const raw: Hex = `${prefix}${first.hash(a)}`;
      map = { raw, rows: storageMap(store, raw, second, codec, fallback) };
      maps.set(a, map);
    }
    return map.rows;
  }
  return {
    get: (a, b) => maps.get(a)?.rows.get(b) ?? fallback,
    set: (a, b, value) => under(a).set(b, value),
    has: (a, b) => maps.get(a)?.rows.has(b) ?? false,
    remove: (a, b) => maps.get(a)?.rows.remove(b),
    entries: (a) => maps.get(a)?.rows.entries() ?? [],
    removePrefix: (a) => {
      const rows = maps.get(a)?.rows;
      for (const key of rows?.keys() ?? []) rows?.remove(key);
    },
    prefixes: () =>
      [...maps]
        .filter(([, map]) => map.rows.size() > 0)
        .sort(([, x], [, y]) => (x.raw < y.raw ? -1 : 1))
        .map(([a]) => a),
  };
}
