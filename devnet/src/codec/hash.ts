/** The hash functions of Substrate storage keys and headers. BLAKE2 runs as WebAssembly, ten times as fast as in JavaScript. */
import { blake2AsU8a } from '@polkadot/util-crypto';

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

const P1 = 0x9e37_79b1_85eb_ca87n;
const P2 = 0xc2b2_ae3d_27d4_eb4fn;
const P3 = 0x1656_67b1_9e37_79f9n;
const P4 = 0x85eb_ca77_c2b2_ae63n;
const P5 = 0x27d4_eb2f_1656_67c5n;
const u64 = (v: bigint) => BigInt.asUintN(64, v);
const rotl = (v: bigint, bits: bigint) => u64((v << bits) | (v >> (64n - bits)));
const round = (acc: bigint, lane: bigint) => u64(rotl(u64(acc + lane * P2), 31n) * P1);
const merge = (acc: bigint, lane: bigint) => u64((acc ^ round(0n, lane)) * P1 + P4);

/** XXH64 */
export function xxh64(data: Uint8Array, seed: bigint): bigint {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const lane = (at: number) => view.getBigUint64(at, true);
  let at = 0;
  let h: bigint;
  if (data.length >= 32) {
    let [a, b, c, d] = [u64(seed + P1 + P2), u64(seed + P2), seed, u64(seed - P1)];
    for (; at + 32 <= data.length; at += 32) {
      a = round(a, lane(at));
      b = round(b, lane(at + 8));
      c = round(c, lane(at + 16));
      d = round(d, lane(at + 24));
    }
    h = u64(rotl(a, 1n) + rotl(b, 7n) + rotl(c, 12n) + rotl(d, 18n));
    for (const acc of [a, b, c, d]) h = merge(h, acc);
  } else h = u64(seed + P5);
  h = u64(h + BigInt(data.length));
  for (; at + 8 <= data.length; at += 8) h = u64(rotl(h ^ round(0n, lane(at)), 27n) * P1 + P4);
  if (at + 4 <= data.length) {
    h = u64(rotl(h ^ u64(BigInt(view.getUint32(at, true)) * P1), 23n) * P2 + P3);
    at += 4;
  }
  for (; at < data.length; at++) h = u64(rotl(h ^ u64(BigInt(data[at] ?? 0) * P5), 11n) * P1);
  h = u64((h ^ (h >> 33n)) * P2);
  h = u64((h ^ (h >> 29n)) * P3);
  return h ^ (h >> 32n);
}

function twox(data: Hex | Uint8Array, words: number): Hex {
  const input = asBytes(data);
  const out = Buffer.alloc(8 * words);
  for (let seed = 0; seed < words; seed++) out.writeBigUInt64LE(xxh64(input, BigInt(seed)), 8 * seed);
  return toHex(out);
}

/** the Twox64Concat hasher's hash part */
export const twox64 = (data: Hex | Uint8Array): Hex => twox(data, 1);
/** storage prefixes: twox128(pallet) ++ twox128(item) */
export const twox128 = (data: Hex | Uint8Array): Hex => twox(data, 2);

/** 32-byte storage prefix of an item, e.g. ('Balances', 'TotalIssuance') */
export function storagePrefix(pallet: string, item: string): Hex {
  return `${twox128(Buffer.from(pallet))}${twox128(Buffer.from(item)).slice(2)}` as Hex;
}
