import { bytesToHex, encodeAddress, type Hex, hexToBytes } from '@moho/protocol/base';

/** Reads SCALE values one after another; throws when the bytes end too early. */
export interface ScaleReader {
  u8(): number;
  u32(): number;
  u64(): bigint;
  u128(): bigint;
  compact(): bigint;
  compactInt(): number;
  bool(): boolean;
  /** fixed bytes as hex */
  fixed(length: number): Hex;
  /** Vec<u8> as hex */
  bytes(): Hex;
  /** 32 bytes as an SS58 address */
  account(): string;
  option<T>(read: () => T): T | null;
  vec<T>(read: () => T): T[];
  remaining(): number;
}

// an address costs about 20 µs; the same few thousand come again and again. A pure memo, safe in any order of blocks.
const ADDRESS_MEMO_LIMIT = 50_000;
const addressMemo = new Map<string, string>();

/** A 32-byte account as hex to its address (prefix 66). */
export const addressOf = (accountHex: string): string => {
  const known = addressMemo.get(accountHex);
  if (known !== undefined) return known;
  if (addressMemo.size >= ADDRESS_MEMO_LIMIT) addressMemo.clear();
  const address = encodeAddress(accountHex as Hex);
  addressMemo.set(accountHex, address);
  return address;
};

export const createReader = (raw: string): ScaleReader => {
  const bytes = hexToBytes(raw);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (length: number): number => {
    if (at + length > bytes.length) throw new Error(`value ends early: ${raw.slice(0, 80)}`);
    const start = at;
    at += length;
    return start;
  };

  const reader: ScaleReader = {
    u8: () => view.getUint8(take(1)),
    u32: () => view.getUint32(take(4), true),
    u64: () => view.getBigUint64(take(8), true),
    u128: () => {
      const start = take(16);
      return view.getBigUint64(start, true) | (view.getBigUint64(start + 8, true) << 64n);
    },
    compact: () => {
      const first = view.getUint8(take(1));
      const mode = first & 3;
      if (mode === 0) return BigInt(first >> 2);
      if (mode === 1) return BigInt((first | (view.getUint8(take(1)) << 8)) >> 2);
      if (mode === 2) {
        at -= 1;
        return BigInt(view.getUint32(take(4), true) >>> 2);
      }
      const length = (first >> 2) + 4;
      const start = take(length);
      let value = 0n;
      for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(view.getUint8(start + i));
      return value;
    },
    compactInt: () => Number(reader.compact()),
    bool: () => {
      const value = reader.u8();
      if (value > 1) throw new Error(`not a bool (${value}) in ${raw.slice(0, 80)}`);
      return value === 1;
    },
    fixed: (length) => {
      const start = take(length);
      return bytesToHex(bytes.subarray(start, start + length));
    },
    bytes: () => reader.fixed(reader.compactInt()),
    account: () => addressOf(reader.fixed(32)),
    option: (read) => (reader.bool() ? read() : null),
    vec: (read) => {
      const count = reader.compactInt();
      if (count > bytes.length) throw new Error(`a list of ${count} in ${bytes.length} bytes`);
      return Array.from({ length: count }, read);
    },
    remaining: () => bytes.length - at,
  };
  return reader;
};

/** Reads one value that must use up all bytes. Throws otherwise: a row is never half understood. */
export const readAll = <T>(raw: string, read: (reader: ScaleReader) => T): T => {
  const reader = createReader(raw);
  const value = read(reader);
  if (reader.remaining() !== 0) throw new Error(`${reader.remaining()} bytes left over in ${raw.slice(0, 80)}`);
  return value;
};
