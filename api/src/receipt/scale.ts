import { bytesToHex, decodeAddress, type Hex, hexToBytes } from '@moho/protocol/base';

/** SCALE writers: what a row says, as the bytes the chain stores. */

export const join = (...parts: Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** Integers come as rows hold them: wide ones as decimal text. */
export type Integer = bigint | number | string;

export const littleEndian = (value: Integer, length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  let rest = BigInt(value);
  if (rest < 0n || rest >> BigInt(8 * length) !== 0n) throw new Error(`${value} does not fit ${length} bytes`);
  for (let i = 0; i < length; i++) {
    bytes[i] = Number(rest & 255n);
    rest >>= 8n;
  }
  return bytes;
};

export const u8 = (value: Integer): Uint8Array => littleEndian(value, 1);
export const u32 = (value: Integer): Uint8Array => littleEndian(value, 4);
export const u64 = (value: Integer): Uint8Array => littleEndian(value, 8);
export const u128 = (value: Integer): Uint8Array => littleEndian(value, 16);
export const bool = (value: boolean): Uint8Array => u8(value ? 1 : 0);

/** Compact integers: the two lowest bits tell the length. */
export const compact = (value: Integer): Uint8Array => {
  const n = BigInt(value);
  if (n < 1n << 6n) return littleEndian(n << 2n, 1);
  if (n < 1n << 14n) return littleEndian((n << 2n) | 1n, 2);
  if (n < 1n << 30n) return littleEndian((n << 2n) | 2n, 4);
  const length = Math.ceil(n.toString(16).length / 2);
  return join(u8(((length - 4) << 2) | 3), littleEndian(n, length));
};

/** Fixed bytes as they are, from hex. */
export const fixed = (hex: string): Uint8Array => hexToBytes(hex);

/** Vec<u8> from hex. */
export const bytes = (hex: string): Uint8Array => {
  const content = hexToBytes(hex);
  return join(compact(content.length), content);
};

export const account = (address: string): Uint8Array => decodeAddress(address);

export const option = <T>(value: T | null | undefined, write: (value: T) => Uint8Array): Uint8Array =>
  value === null || value === undefined ? u8(0) : join(u8(1), write(value));

export const vec = <T>(values: readonly T[], write: (value: T) => Uint8Array): Uint8Array =>
  join(compact(values.length), ...values.map(write));

/** Accounts of a set, in the order the chain keeps them: by their bytes. */
export const sortedAccounts = (addresses: readonly string[]): string[] =>
  addresses
    .map((address) => [bytesToHex(decodeAddress(address)), address] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, address]) => address);

/** One stored value of several fields, as hex. */
export const encoded = (...parts: Uint8Array[]): Hex => bytesToHex(join(...parts));
