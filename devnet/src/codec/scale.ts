/**
 * A small SCALE codec, written apart from polkadot.js so that the chain and its readers do not share a mistake.
 * Byte strings and account ids are `0x…` hex strings (usable as map keys); u64 and wider are bigints.
 */
import { type Reader, readerOf, type Writer, writerPool } from './bytes';

export type Hex = `0x${string}`;

export interface Codec<T> {
  enc(w: Writer, value: T): void;
  dec(r: Reader): T;
}
// biome-ignore lint/suspicious/noExplicitAny: a constraint over codecs of any value, never used as a value type
export type AnyCodec = Codec<any>;
export type Value<C> = C extends Codec<infer T> ? T : never;
export type Values<C extends readonly AnyCodec[]> = { [I in keyof C]: Value<C[I]> };

/** Encodes to `0x…` hex. */
export function encodeHex<T>(codec: Codec<T>, value: T): Hex {
  return writerPool((w) => {
    codec.enc(w, value);
    return w.toHex();
  });
}

/** Encodes to a fresh byte array. */
export function encodeBytes<T>(codec: Codec<T>, value: T): Uint8Array {
  return writerPool((w) => {
    codec.enc(w, value);
    return w.toBytes();
  });
}

/** Decodes all of `data`; bytes left over are an error. */
export function decode<T>(codec: Codec<T>, data: Hex | Uint8Array): T {
  const r = readerOf(data);
  const value = codec.dec(r);
  if (r.left() > 0) throw new Error(`SCALE: ${r.left()} bytes left over after decoding`);
  return value;
}

export const u8: Codec<number> = { enc: (w, v) => w.u8(v), dec: (r) => r.u8() };
export const u16: Codec<number> = { enc: (w, v) => w.u16(v), dec: (r) => r.u16() };
export const u32: Codec<number> = { enc: (w, v) => w.u32(v), dec: (r) => r.u32() };
export const u64: Codec<bigint> = { enc: (w, v) => w.u64(v), dec: (r) => r.u64() };
export const i64: Codec<bigint> = {
  enc: (w, v) => w.u64(BigInt.asUintN(64, v)),
  dec: (r) => BigInt.asIntN(64, r.u64()),
};
export const u128: Codec<bigint> = {
  enc: (w, v) => {
    w.u64(v & 0xffff_ffff_ffff_ffffn);
    w.u64(v >> 64n);
  },
  dec: (r) => r.u64() | (r.u64() << 64n),
};
export const bool: Codec<boolean> = {
  enc: (w, v) => w.u8(v ? 1 : 0),
  dec: (r) => {
    const byte = r.u8();
    if (byte > 1) throw new Error(`SCALE: ${byte} is not a bool`);
    return byte === 1;
  },
};
/** `()` */
export const unit: Codec<null> = { enc: () => undefined, dec: () => null };

/** Compact<u64/u128/Balance/Moment> */
export const compact: Codec<bigint> = {
  enc: (w, v) => w.compact(v),
  dec: (r) => {
    const value = r.compact();
    if (value >> 128n !== 0n) throw new Error(`SCALE: compact ${value} does not fit u128`);
    return value;
  },
};
/** Compact<u32/Perbill/EraIndex>, as a number */
export const compact32: Codec<number> = {
  enc: (w, v) => w.compact(v),
  dec: (r) => {
    const value = r.compact();
    if (value > 0xffff_ffffn) throw new Error(`SCALE: compact ${value} does not fit u32`);
    return Number(value);
  },
};

/** `Vec<u8>` / Bytes, as hex */
export const bytes: Codec<Hex> = {
  enc: (w, v) => {
    w.compact((v.length - 2) / 2);
    w.hex(v);
  },
  dec: (r) => r.hex(Number(r.compact())),
};

/** `[u8; n]`, as hex */
export function fixed(length: number): Codec<Hex> {
  const chars = 2 + 2 * length;
  return {
    enc: (w, v) => {
      if (v.length !== chars) throw new Error(`SCALE: expected ${length} bytes, got ${v}`);
      w.hex(v);
    },
    dec: (r) => r.hex(length),
  };
}
export const accountId = fixed(32);
export const hash = fixed(32);

/** Bytes that are already encoded, written as they are; decoding takes all that is left. */
export const raw: Codec<Hex> = { enc: (w, v) => w.hex(v), dec: (r) => r.hex(r.left()) };

export function vec<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    enc: (w, v) => {
      w.compact(v.length);
      for (const x of v) item.enc(w, x);
    },
    dec: (r) => {
      const count = Number(r.compact());
      const out: T[] = [];
      for (let i = 0; i < count; i++) out.push(item.dec(r));
      return out;
    },
  };
}

/** `Option<T>`, absent as null */
export function option<T>(item: Codec<T>): Codec<T | null> {
  return {
    enc: (w, v) => {
      if (v === null) w.u8(0);
      else {
        w.u8(1);
        item.enc(w, v);
      }
    },
    dec: (r) => {
      const byte = r.u8();
      if (byte > 1) throw new Error(`SCALE: ${byte} is not an Option tag`);
      return byte === 0 ? null : item.dec(r);
    },
  };
}

export function tuple<const C extends readonly AnyCodec[]>(...items: C): Codec<Readonly<Values<C>>> {
  return {
    enc: (w, v) => {
      for (let i = 0; i < items.length; i++) items[i]?.enc(w, v[i]);
    },
    dec: (r) => items.map((item) => item.dec(r)) as Values<C>,
  };
}

export function struct<const F extends Record<string, AnyCodec>>(
  fields: F,
): Codec<{ readonly [K in keyof F]: Value<F[K]> }> {
  const list = Object.entries(fields);
  return {
    enc: (w, v) => {
      for (const [name, codec] of list) codec.enc(w, v[name as keyof F]);
    },
    dec: (r) => {
      const out: Record<string, unknown> = {};
      for (const [name, codec] of list) out[name] = codec.dec(r);
      return out as { [K in keyof F]: Value<F[K]> };
    },
  };
}

/** An enum without payloads, as its variant's name. */
export function names<const N extends readonly string[]>(...variants: N): Codec<N[number]> {
  return {
    enc: (w, v) => {
      const index = variants.indexOf(v);
      if (index < 0) throw new Error(`SCALE: no variant ${v}`);
      w.u8(index);
    },
    dec: (r) => {
      const index = r.u8();
      const name = variants[index];
      if (name === undefined) throw new Error(`SCALE: no variant ${index} of ${variants.join('/')}`);
      return name;
    },
  };
}

export type Variant<F extends Record<string, AnyCodec>> = {
  [K in keyof F & string]: { readonly tag: K; readonly value: Value<F[K]> };
}[keyof F & string];

/** An enum with payloads, in declaration order; `unit` for an empty variant. Keys must not look like integers. */
export function variants<const F extends Record<string, AnyCodec>>(fields: F): Codec<Variant<F>> {
  const tags = Object.keys(fields);
  return {
    enc: (w, v) => {
      w.u8(tags.indexOf(v.tag));
      fields[v.tag]?.enc(w, v.value);
    },
    dec: (r) => {
      const index = r.u8();
      const tag = tags[index];
      if (tag === undefined) throw new Error(`SCALE: no variant ${index} of ${tags.join('/')}`);
      return { tag, value: (fields[tag] as AnyCodec).dec(r) } as Variant<F>;
    },
  };
}

export type Key = string | number | bigint;
const ascending = (a: Key, b: Key) => (a < b ? -1 : a > b ? 1 : 0);
/** Keys of a BTreeMap or BTreeSet in Rust's order: byte order for hex strings, numeric for numbers. */
export function sortedKeys<K extends Key>(keys: Iterable<K>): K[] {
  return [...keys].sort(ascending);
}

export function btreeMap<K extends Key, V>(key: Codec<K>, value: Codec<V>): Codec<ReadonlyMap<K, V>> {
  return {
    enc: (w, v) => {
      w.compact(v.size);
      for (const k of sortedKeys(v.keys())) {
        key.enc(w, k);
        value.enc(w, v.get(k) as V);
      }
    },
    dec: (r) => {
      const count = Number(r.compact());
      const out = new Map<K, V>();
      for (let i = 0; i < count; i++) out.set(key.dec(r), value.dec(r));
      return out;
    },
  };
}

export function btreeSet<K extends Key>(key: Codec<K>): Codec<ReadonlySet<K>> {
  const list = vec(key);
  return { enc: (w, v) => list.enc(w, sortedKeys(v)), dec: (r) => new Set(list.dec(r)) };
}

/** A codec that is looked up at use, for recursive types. */
export function lazy<T>(get: () => Codec<T>): Codec<T> {
  return { enc: (w, v) => get().enc(w, v), dec: (r) => get().dec(r) };
}
