import { readerOf, writerPool } from '../../../codec/bytes';
import { blake2_256 } from '../../../codec/hash';
import { accountId, type Codec, compact, compact32, encodeHex, type Hex } from '../../../codec/scale';
import type { Call } from './dispatch';
import type { Signer } from './keys';
import { badFormat, INVALID, type Refusal, unreadable } from './refusal';
import { multiSignature, signedBy } from './signature';

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
  /** last block that may hold it, for a mortal one */
  readonly lastBlock?: number | undefined;
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

/** A chain remembers so many block hashes; a mortal extrinsic born before them cannot be checked any more. */
const BLOCK_HASHES_KEPT = 2400;

/**
 * Decodes a submitted extrinsic and checks its signature (which also covers spec, genesis and mortality).
 * @param block the block it would be part of, for mortal eras
 */
export function decodeExtrinsic(ctx: SigningContext, encoded: Hex, block: number): SignedExtrinsic | Refusal {
  const trouble = lengthTrouble(encoded);
  if (trouble !== undefined) return badFormat(trouble);
  let parts: ReturnType<typeof readParts>;
  let era: Era | undefined;
  try {
    parts = readParts(ctx, encoded);
    era = eraOf(parts.era, block);
  } catch (error) {
    return unreadable((error as Error).message);
  }
  const ancient = era !== undefined && block - era.birth > BLOCK_HASHES_KEPT;
  const eraHash = era === undefined ? ctx.genesisHash : ctx.hashOf(era.birth);
  if (eraHash === undefined || ancient) return INVALID.ancientBirthBlock();
  const payload = payloadOf(ctx, parts.callHex, parts.era, parts.nonce, parts.tip, eraHash);
  if (!signedBy(parts.signer, payload, parts.signature)) return INVALID.badProof();
  const { signer, nonce, tip, call } = parts;
  return { encoded, length: (encoded.length - 2) / 2, signer, nonce, tip, call, lastBlock: era?.lastBlock };
}

/** Call, length and tip of an extrinsic whose signature does not matter (fee questions); throws on bytes that are none. */
export function readUnverified(ctx: SigningContext, encoded: Hex): SignedExtrinsic {
  const { signer, nonce, tip, call } = readParts(ctx, encoded);
  return { encoded, length: (encoded.length - 2) / 2, signer, nonce, tip, call };
}

/** What is wrong with the length in front of an extrinsic, all a node looks at before it asks the runtime. */
function lengthTrouble(encoded: Hex): string | undefined {
  try {
    const r = readerOf(encoded);
    return Number(r.compact()) > r.left() ? 'Not enough data to fill buffer' : undefined;
  } catch {
    return 'Not enough data to fill buffer';
  }
}

function readParts(ctx: SigningContext, encoded: Hex) {
  const r = readerOf(encoded);
  r.compact();
  const version = r.u8();
  if (version !== 0x84) throw new Error(`only signed version-4 extrinsics are accepted, not 0x${version.toString(16)}`);
  const signer = accountId.dec(r);
  const signature = multiSignature.dec(r);
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

/** The blocks a mortal extrinsic may be part of; its signature covers the hash of the first one. */
export interface Era {
  readonly birth: number;
  readonly lastBlock: number;
}

/** A mortal era as seen from `block`; undefined for an immortal one. Throws on a senseless encoding. */
export function eraOf(era: Hex, block: number): Era | undefined {
  if (era === IMMORTAL) return undefined;
  const bytes = Buffer.from(era.slice(2), 'hex');
  const encoded = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
  const period = 2 << (encoded & 15);
  const phase = (encoded >> 4) * Math.max(period >> 12, 1);
  if (period < 4 || phase >= period) throw new Error('Invalid period and phase');
  const birth = Math.floor((Math.max(block, phase) - phase) / period) * period + phase;
  return { birth, lastBlock: birth + period - 1 };
}

/** 0x-hash of an extrinsic as nodes name it */
export const extrinsicHash = (encoded: Hex): Hex => blake2_256(encoded);
