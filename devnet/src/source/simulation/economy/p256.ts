import { createECDH, createHmac } from 'node:crypto';

/** order of the curve's base point */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const BYTES = 32;

const toInt = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const toBytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(2 * BYTES, '0'), 'hex');
const mod = (value: bigint): bigint => ((value % ORDER) + ORDER) % ORDER;

/** `1 / value` modulo the order, by Euclid's algorithm. */
function inverse(value: bigint): bigint {
  let [a, b, x, y] = [value, ORDER, 1n, 0n];
  while (a !== 1n) {
    const quotient = b / a;
    [a, b, x, y] = [b - quotient * a, a, y - quotient * x, x];
  }
  return mod(x);
}

/** The point `scalar` times the base: x and y, 64 bytes. OpenSSL does this many times faster than big integers do. */
export function timesBase(scalar: Uint8Array): Buffer {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(scalar);
  return curve.getPublicKey().subarray(1);
}

/** The nonces of RFC 6979 for a key and a SHA-256 digest, the first of which nearly always serves. */
function* nonces(secret: Uint8Array, digest: Uint8Array): Generator<Buffer> {
  const hmac = (key: Uint8Array, ...parts: Uint8Array[]) => {
    const mac = createHmac('sha256', key);
    for (const part of parts) mac.update(part);
    return mac.digest();
  };
  const message = toBytes(mod(toInt(digest)));
  let key: Buffer = Buffer.alloc(BYTES, 0);
  let value: Buffer = Buffer.alloc(BYTES, 1);
  for (const step of [0, 1]) {
    key = hmac(key, value, Buffer.from([step]), secret, message);
    value = hmac(key, value);
  }
  for (;;) {
    value = hmac(key, value);
    yield value;
    key = hmac(key, value, Buffer.from([0]));
    value = hmac(key, value);
  }
}

/** Deterministic ECDSA on P-256 (RFC 6979): r and s, 64 bytes. */
export function signP256(secret: Uint8Array, digest: Uint8Array): Buffer {
  const [d, z] = [toInt(secret), toInt(digest)];
  for (const nonce of nonces(secret, digest)) {
    const k = toInt(nonce);
    if (k === 0n || k >= ORDER) continue;
    const r = mod(toInt(timesBase(nonce).subarray(0, BYTES)));
    const s = mod(inverse(k) * mod(z + r * d));
    if (r !== 0n && s !== 0n) return Buffer.concat([toBytes(r), toBytes(s)]);
  }
  throw new Error('no nonce serves');
}
