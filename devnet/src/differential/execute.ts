import { readerOf } from '../codec/bytes';
import { accountId, compact, compact32, fixed, type Hex, variants } from '../codec/scale';
import { type Call, NONE } from '../source/simulation/framework/dispatch';
import { encodeRecord } from '../source/simulation/framework/events';
import { apply } from '../source/simulation/framework/executive';
import type { Runtime } from '../source/simulation/framework/runtime';
import type { Header } from '../source/source';

/** One extrinsic of a recorded block, its signature not looked at: a runtime accepted it. */
export interface RecordedExtrinsic {
  readonly encoded: Hex;
  readonly length: number;
  readonly call: Call;
  /** undefined for an unsigned one */
  readonly signer?: { readonly account: Hex; readonly nonce: number; readonly tip: bigint };
}

const multiSignature = variants({ Ed25519: fixed(64), Sr25519: fixed(64), Ecdsa: fixed(65) });
const SIGNED = 0x84;

export function readExtrinsic(runtime: Runtime, encoded: Hex): RecordedExtrinsic {
  const r = readerOf(encoded);
  r.compact();
  const length = (encoded.length - 2) / 2;
  let signer: RecordedExtrinsic['signer'];
  if (r.u8() === SIGNED) {
    const account = accountId.dec(r);
    multiSignature.dec(r);
    if (r.u8() !== 0) r.u8(); // a mortal era has two bytes
    signer = { account, nonce: compact32.dec(r), tip: compact.dec(r) };
  }
  const call = runtime.callCodec.dec(r);
  if (r.left() > 0) throw new Error(`${r.left()} bytes after the call`);
  return signer === undefined ? { encoded, length, call } : { encoded, length, call, signer };
}

const BABE = '42414245';
/** Slot and authority out of BABE's pre-runtime digest: kinds 1 to 3 begin alike with authority and slot. */
export function authorOf(header: Header): { authority: number; slot: number } {
  for (const log of header.digestLogs) {
    const r = readerOf(log);
    if (r.u8() !== 6 || r.hex(4) !== `0x${BABE}`) continue;
    r.compact();
    r.u8();
    return { authority: r.u32(), slot: Number(r.u64()) };
  }
  throw new Error(`the header of block ${header.number} has no BABE digest`);
}

/**
 * Runs a recorded block: hooks, extrinsics as they stand, hooks. The runtime's state must be the parent's.
 * @param begin told of every extrinsic before it runs
 */
export function executeBlock(
  runtime: Runtime,
  { header, extrinsics }: { readonly header: Header; readonly extrinsics: readonly Hex[] },
  begin: (call: Call, index: number) => void,
): void {
  const { system, authorship, babe } = runtime.pallets;
  const { authority, slot } = authorOf(header);
  runtime.events.records.length = 0;
  const preRuntime = header.digestLogs.filter((log) => log.startsWith('0x06'));
  system.open(header.number, header.parentHash, preRuntime);
  authorship.setAuthority(authority);
  babe.enterSlot(slot);
  system.weigh(runtime.initialize(header.number));
  for (const [index, encoded] of extrinsics.entries()) {
    runtime.events.phase = index;
    const { call, length, signer } = readExtrinsic(runtime, encoded);
    begin(call, index);
    if (signer === undefined) applyUnsigned(runtime, call, length);
    else apply(runtime, { encoded, length, call, signer: signer.account, nonce: signer.nonce, tip: signer.tip });
  }
  runtime.finalize(header.number);
  system.close(runtime.events.records.map(encodeRecord));
}

function applyUnsigned(runtime: Runtime, call: Call, length: number): void {
  const { system } = runtime.pallets;
  system.register(call, length);
  system.applied(call, runtime.dispatch(call, NONE));
}
