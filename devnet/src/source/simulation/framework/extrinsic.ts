import { signatureVerify } from '@polkadot/util-crypto';
import { readerOf, writerPool } from '../../../codec/bytes';
import { blake2_256 } from '../../../codec/hash';
import { accountId, type Codec, compact, compact32, encodeHex, fixed, type Hex, variants } from '../../../codec/scale';
import type { Call } from './dispatch';
import type { Signer } from './keys';

const multiSignature = variants({ Ed25519: fixed(64), Sr25519: fixed(64), Ecdsa: fixed(65) });

/** A signed version-4 extrinsic. */
export interface SignedExtrinsic {
  /** SCALE bytes with the length prefix, as stored in the block's body */
  readonly encoded: Hex;
  /** length of `encoded` in bytes: what the length fee counts */
  readonly length: number;
  readonly signer: Hex;
  readonly nonce: number;
  readonly tip: bigint;
  readonly call: Call;
}

/** What a signature covers besides the extrinsic itself. */
export interface SigningContext {
  readonly specVersion: number;
  readonly transactionVersion: number;
  readonly genesisHash: Hex;
  readonly callCodec: Codec<Call>;
  /** hash of a past block, for mortal transactions; undefined when pruned or unknown */
  hashOf(block: number): Hex | undefined;
}

const IMMORTAL: Hex = '0x00';

/** call ++ era ++ nonce ++ tip ++ spec ++ tx ++ genesis ++ era block; hashed when longer than 256 bytes */
function payloadOf(ctx: SigningContext, call: Hex, era: Hex, nonce: number, tip: bigint, eraHash: Hex): Uint8Array {
  return writerPool((w) => {
    w.hex(call);
    w.hex(era);
    w.compact(nonce);
    w.compact(tip);
    w.u32(ctx.specVersion);
    w.u32(ctx.transactionVersion);
    w.hex(ctx.genesisHash);
    w.hex(eraHash);
    const payload = w.toBytes();
    return payload.length > 256 ? Buffer.from(blake2_256(payload).slice(2), 'hex') : payload;
  });
}

/** Signs `call` as an immortal extrinsic. */
export function signExtrinsic(ctx: SigningContext, who: Signer, call: Call, nonce: number, tip = 0n): SignedExtrinsic {
  const callHex = encodeHex(ctx.callCodec, call);
  const signature = who.sign(payloadOf(ctx, callHex, IMMORTAL, nonce, tip, ctx.genesisHash));
  const body = writerPool((w) => {
    w.u8(0x84);
    w.hex(who.account);
    multiSignature.enc(w, { tag: 'Ed25519', value: `0x${Buffer.from(signature).toString('hex')}` });
    w.hex(IMMORTAL);
    w.compact(nonce);
    w.compact(tip);
    w.hex(callHex);
    return w.toHex();
  });
  const encoded = withLength(body);
  return { encoded, length: (encoded.length - 2) / 2, signer: who.account, nonce, tip, call };
}

const withLength = (body: Hex): Hex => `${encodeHex(compact, BigInt((body.length - 2) / 2))}${body.slice(2)}` as Hex;

/** An unsigned extrinsic (inherents). */
export function unsignedExtrinsic(callCodec: Codec<Call>, call: Call): Hex {
  return withLength(`0x04${encodeHex(callCodec, call).slice(2)}`);
}

/** Why the pool cannot take an extrinsic; `code` is the node's RPC error code. */
export interface Refusal {
  readonly refused: true;
  readonly code: number;
  readonly message: string;
}
export const refuse = (message: string, code = 1010): Refusal => ({
  refused: true,
  code,
  message: `Invalid Transaction: ${message}`,
});

/**
 * Decodes a submitted extrinsic and checks its signature (which also covers spec, genesis and mortality).
 * @param block the block it would be part of, for mortal eras
 */
export function decodeExtrinsic(ctx: SigningContext, encoded: Hex, block: number): SignedExtrinsic | Refusal {
  let parts: ReturnType<typeof readParts>;
  try {
    parts = readParts(ctx, encoded);
  } catch (error) {
    return refuse(`could not decode the extrinsic: ${(error as Error).message}`, 1002);
  }
  const birth = parts.era === IMMORTAL ? 0 : eraBirth(parts.era, block);
  if (birth === undefined) return refuse('transaction is outdated');
  const eraHash = parts.era === IMMORTAL ? ctx.genesisHash : ctx.hashOf(birth);
  if (eraHash === undefined) return refuse('transaction has an ancient birth block');
  const payload = payloadOf(ctx, parts.callHex, parts.era, parts.nonce, parts.tip, eraHash);
  const valid = signatureVerify(
    payload,
    Buffer.from(parts.signature.slice(2), 'hex'),
    Buffer.from(parts.signer.slice(2), 'hex'),
  ).isValid;
  if (!valid) return refuse('bad signature (wrong key, or signed for another genesis, spec version or block)');
  return {
    encoded,
    length: (encoded.length - 2) / 2,
    signer: parts.signer,
    nonce: parts.nonce,
    tip: parts.tip,
    call: parts.call,
  };
}

/** Call, length and tip of an extrinsic whose signature does not matter (fee questions); throws on bytes that are none. */
export function readUnverified(ctx: SigningContext, encoded: Hex): SignedExtrinsic {
  const { signer, nonce, tip, call } = readParts(ctx, encoded);
  return { encoded, length: (encoded.length - 2) / 2, signer, nonce, tip, call };
}

function readParts(ctx: SigningContext, encoded: Hex) {
  const r = readerOf(encoded);
  if (Number(r.compact()) !== r.left()) throw new Error('wrong length prefix');
  const version = r.u8();
  if (version !== 0x84) throw new Error(`only signed version-4 extrinsics are accepted, not 0x${version.toString(16)}`);
  const signer = accountId.dec(r);
  const signature = encodeHex(multiSignature, multiSignature.dec(r));
  const first = r.hex(1);
  const era: Hex = first === IMMORTAL ? IMMORTAL : `${first}${r.hex(1).slice(2)}`;
  const nonce = compact32.dec(r);
  const tip = compact.dec(r);
  const callHex = r.hex(r.left());
  const body = readerOf(callHex);
  const call = ctx.callCodec.dec(body);
  if (body.left() > 0) throw new Error(`${body.left()} bytes after the call`);
  return { signer, signature, era, nonce, tip, callHex, call };
}

/** First block of a mortal era as seen from `block` (Era::birth); undefined when the encoding is senseless. */
export function eraBirth(era: Hex, block: number): number | undefined {
  const bytes = Buffer.from(era.slice(2), 'hex');
  const encoded = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
  const period = 2 << (encoded & 15);
  const phase = (encoded >> 4) * Math.max(period >> 12, 1);
  if (period < 4 || phase >= period) return undefined;
  return Math.floor((Math.max(block, phase) - phase) / period) * period + phase;
}

/** 0x-hash of an extrinsic as nodes name it */
export const extrinsicHash = (encoded: Hex): Hex => blake2_256(encoded);
