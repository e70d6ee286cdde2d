import { asciiToBytes, bytesToHex, type Hex, hexToBytes, parseAddress, twox64, twox128 } from '@moho/protocol/base';
import { blake2b } from '@noble/hashes/blake2';

/** Length of a storage prefix as 0x-text: two 16-byte hashes. */
export const PREFIX_LENGTH = 66;

/** Prefix of a storage item: twox128(pallet) ++ twox128(item). */
export const prefixOf = (pallet: string, item: string): Hex =>
  `0x${bytesToHex(twox128(asciiToBytes(pallet))).slice(2)}${bytesToHex(twox128(asciiToBytes(item))).slice(2)}`;

const hashed = (hash: Uint8Array, key: Uint8Array): string => bytesToHex(hash).slice(2) + bytesToHex(key).slice(2);
export const twox64Concat = (key: Uint8Array): string => hashed(twox64(key), key);
export const blake2Concat = (key: Uint8Array): string => hashed(blake2b(key, { dkLen: 16 }), key);

interface AccountKeys {
  hex: Hex;
  twox: string;
  blake: string;
}
// hashing an account costs about 30 µs, and the same accounts come again and again; a pure memo
const MEMO_LIMIT = 50_000;
const accountMemo = new Map<string, AccountKeys | null>();

/** Hex and key parts of an account, or null when the text is no address. */
export const accountKeys = (address: string): AccountKeys | null => {
  const known = accountMemo.get(address);
  if (known !== undefined) return known;
  if (accountMemo.size >= MEMO_LIMIT) accountMemo.clear();
  const parsed = parseAddress(address);
  const keys = parsed && {
    hex: bytesToHex(parsed.account),
    twox: twox64Concat(parsed.account),
    blake: blake2Concat(parsed.account),
  };
  accountMemo.set(address, keys);
  return keys;
};

const keysOf = (address: string): AccountKeys => {
  const keys = accountKeys(address);
  if (!keys) throw new Error(`"${address.slice(0, 80)}" is not an address`);
  return keys;
};
export const twoxAccount = (address: string): string => keysOf(address).twox;
export const blakeAccount = (address: string): string => keysOf(address).blake;

const compactLength = (length: number): number[] => {
  if (length < 64) return [length << 2];
  if (length < 16_384) return [((length << 2) | 1) & 255, (length << 2) >> 8];
  const word = length * 4 + 2;
  return [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, (word >>> 24) & 255];
};

/** Key part of a map over Vec<u8> (CIDs, anchors, keys, codes): the SCALE length belongs to the key. */
export const twoxBytes = (hex: string): string => {
  const bytes = hexToBytes(hex);
  const length = compactLength(bytes.length);
  const key = new Uint8Array(length.length + bytes.length);
  key.set(length);
  key.set(bytes, length.length);
  return twox64Concat(key);
};

/** Key part of a map over u32 (eras). */
export const twoxU32 = (value: number): string => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return twox64Concat(bytes);
};

/** Key part of a map over u64 (report slots). */
export const twoxU64 = (value: bigint): string => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return twox64Concat(bytes);
};
