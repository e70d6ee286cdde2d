import { readerOf } from '../../../codec/bytes';
import { blake2_128, storagePrefix, twox64 } from '../../../codec/hash';
import { type Codec, encodeHex, type Hex, type Key } from '../../../codec/scale';
import { cellMap, type StorageMap } from './cell-map';
import type { Cell, CellOwner, Store } from './store';

export type { StorageMap } from './cell-map';

export interface Hasher<K> {
  readonly key: Codec<K>;
  /** hashed key, without 0x */
  hash(key: K): string;
  /** hex digits before the key itself */
  readonly hashChars: number;
}
const concat =
  (hash: (data: Hex) => Hex, hashChars: number) =>
  <K>(key: Codec<K>): Hasher<K> => ({
    key,
    hashChars,
    hash: (k) => {
      const encoded = encodeHex(key, k);
      return hash(encoded).slice(2) + encoded.slice(2);
    },
  });
export const twox64Concat = concat(twox64, 16);
export const blake2_128Concat = concat(blake2_128, 32);
export const identity = concat(() => '0x', 0);

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
      rawValue(store, storagePrefix(prefix, item), codec, fallback as V),
    map: <K extends Key, V>(item: string, hasher: Hasher<K>, codec: Codec<V>, fallback?: V) => {
      const { map, owner } = cellMap(store, storagePrefix(prefix, item), hasher, codec, fallback as V);
      store.register(owner);
      return map;
    },
    doubleMap: <A extends Key, B extends Key, V>(
      item: string,
      a: Hasher<A>,
      b: Hasher<B>,
      codec: Codec<V>,
      fallback?: V,
    ) => doubleMap(store, storagePrefix(prefix, item), a, b, codec, fallback as V),
  };
}

/** A single value under any key, e.g. a well-known one like `:grandpa_authorities`. */
export function rawValue<V>(store: Store, raw: Hex, codec: Codec<V>): StorageValue<V, V | undefined>;
export function rawValue<V>(store: Store, raw: Hex, codec: Codec<V>, fallback: V): StorageValue<V, V>;
export function rawValue<V, Q>(store: Store, raw: Hex, codec: Codec<V>, fallback?: Q): StorageValue<V, V | Q> {
  let cell: Cell | undefined;
  const owner: CellOwner = {
    presence: () => undefined,
    evict: (round) => {
      if (round === undefined) cell = undefined;
      return 0;
    },
    cellAt: (key) => (key === raw ? held() : undefined),
  };
  store.register(owner);
  const held = () => {
    cell ??= store.load(raw, codec as Codec<unknown>, owner);
    return cell;
  };
  return {
    get: () => {
      const { value } = held();
      return value === undefined ? (fallback as Q) : (value as V);
    },
    set: (value) => store.write(held(), value),
    exists: () => held().value !== undefined,
    kill: () => {
      if (held().value !== undefined) store.write(held(), undefined);
    },
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
  const maps = new Map<A, { raw: Hex; rows: StorageMap<B, V, V | Q>; owner: CellOwner }>();
  const firstKeyIn = (raw: Hex): A => first.key.dec(readerOf(`0x${raw.slice(prefix.length + first.hashChars)}`));
  store.register({
    presence: () => undefined,
    evict: (round) => {
      let left = 0;
      for (const [a, { owner }] of maps) {
        const kept = owner.evict(round);
        if (kept === 0) maps.delete(a);
        left += kept;
      }
      return left;
    },
    cellAt: (raw) =>
      raw.length > prefix.length && raw.startsWith(prefix) ? under(firstKeyIn(raw)).owner.cellAt(raw) : undefined,
  });
  function under(a: A) {
    let map = maps.get(a);
    if (map === undefined) {
      const raw: Hex = `${prefix}${first.hash(a)}`;
      const { map: rows, owner } = cellMap(store, raw, second, codec, fallback);
      map = { raw, rows, owner };
      maps.set(a, map);
    }
    return map;
  }
  return {
    get: (a, b) => under(a).rows.get(b),
    set: (a, b, value) => under(a).rows.set(b, value),
    has: (a, b) => under(a).rows.has(b),
    remove: (a, b) => under(a).rows.remove(b),
    entries: (a) => under(a).rows.entries(),
    removePrefix: (a) => {
      const { rows } = under(a);
      for (const key of rows.keys()) rows.remove(key);
    },
    prefixes: () => {
      const known = new Set(maps.keys());
      for (const raw of store.keysBeneath(prefix)) known.add(firstKeyIn(raw));
      return [...known]
        .map((a) => ({ a, ...under(a) }))
        .filter(({ rows }) => rows.size() > 0)
        .sort((x, y) => (x.raw < y.raw ? -1 : 1))
        .map(({ a }) => a);
    },
  };
}
