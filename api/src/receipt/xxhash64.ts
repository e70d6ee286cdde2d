/**
 * xxHash64 (Yann Collet's specification), the hash inside Substrate's twox64 and twox128. Bigint arithmetic: keys are
 * short and asked for one at a time, so clearness comes before speed.
 */
const MASK = (1n << 64n) - 1n;
const PRIME1 = 0x9e3779b185ebca87n;
const PRIME2 = 0xc2b2ae3d27d4eb4fn;
const PRIME3 = 0x165667b19e3779f9n;
const PRIME4 = 0x85ebca77c2b2ae63n;
const PRIME5 = 0x27d4eb2f165667c5n;

const rotate = (x: bigint, bits: bigint): bigint => ((x << bits) | (x >> (64n - bits))) & MASK;
const times = (a: bigint, b: bigint): bigint => (a * b) & MASK;
const round = (lane: bigint, input: bigint): bigint => times(rotate((lane + times(input, PRIME2)) & MASK, 31n), PRIME1);
const merge = (hash: bigint, lane: bigint): bigint => (times(hash ^ round(0n, lane), PRIME1) + PRIME4) & MASK;

/** 64-bit hash of the bytes under a seed. */
export const xxhash64 = (bytes: Uint8Array, seed: bigint): bigint => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length;
  let at = 0;
  let hash: bigint;
  if (length >= 32) {
    let a = (seed + PRIME1 + PRIME2) & MASK;
    let b = (seed + PRIME2) & MASK;
    let c = seed & MASK;
    let d = (seed - PRIME1) & MASK;
    for (; at + 32 <= length; at += 32) {
      a = round(a, data.getBigUint64(at, true));
      b = round(b, data.getBigUint64(at + 8, true));
      c = round(c, data.getBigUint64(at + 16, true));
      d = round(d, data.getBigUint64(at + 24, true));
    }
    hash = (rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n)) & MASK;
    for (const lane of [a, b, c, d]) hash = merge(hash, lane);
  } else {
    hash = (seed + PRIME5) & MASK;
  }
  hash = (hash + BigInt(length)) & MASK;
  for (; at + 8 <= length; at += 8) {
    hash = (times(rotate(hash ^ round(0n, data.getBigUint64(at, true)), 27n), PRIME1) + PRIME4) & MASK;
  }
  if (at + 4 <= length) {
    hash = (times(rotate(hash ^ times(BigInt(data.getUint32(at, true)), PRIME1), 23n), PRIME2) + PRIME3) & MASK;
    at += 4;
  }
  for (; at < length; at++) hash = times(rotate(hash ^ times(BigInt(data.getUint8(at)), PRIME5), 11n), PRIME1);
  hash = times(hash ^ (hash >> 33n), PRIME2);
  hash = times(hash ^ (hash >> 29n), PRIME3);
  return hash ^ (hash >> 32n);
};
