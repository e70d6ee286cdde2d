import { blake2_256 } from '../../../codec/hash';
import type { Hex } from '../../../codec/scale';
import type { Header } from '../../source';
import type { HeartbeatArgs } from '../pallets/im-online';
import type { BareExtrinsic, Extrinsic } from './bare';
import { NONE, signed } from './dispatch';
import { encodeRecord } from './events';
import { type SignedExtrinsic, unsignedExtrinsic } from './extrinsic';
import { extrinsicsRoot, preRuntime, sealed, ZERO_HASH } from './header';
import { INVALID, type Refusal } from './refusal';
import type { Outcome, Runtime } from './runtime';

export interface BuiltBlock {
  readonly header: Header;
  readonly extrinsics: Hex[];
  /** extrinsics that could not be included, with the reason */
  readonly refused: readonly RefusedExtrinsic[];
  /** extrinsics for which this block had no room left, and what the same accounts sent after them */
  readonly putOff: readonly SignedExtrinsic[];
}
export interface RefusedExtrinsic {
  readonly extrinsic: Extrinsic;
  readonly why: Refusal;
}

/** Why an extrinsic may not enter a block now, as the signed extensions decide: nonce, class, fee. */
export function validate(runtime: Runtime, extrinsic: SignedExtrinsic): Refusal | undefined {
  const { system, transactionPayment } = runtime.pallets;
  const nonce = system.account.get(extrinsic.signer).nonce;
  if (extrinsic.nonce < nonce) return INVALID.stale();
  if (extrinsic.nonce > nonce) return INVALID.future();
  if (extrinsic.call.def.class(extrinsic.call.args) === 'Mandatory') return INVALID.mandatory();
  if (system.room(extrinsic.call, extrinsic.length) === 'never') return INVALID.exhausts();
  if (!transactionPayment.canPay(extrinsic)) return INVALID.payment();
  return undefined;
}

/** Why nobody's extrinsic may enter a block: only heartbeats speak for themselves. */
function validateBare(runtime: Runtime, { call }: BareExtrinsic): Refusal | undefined {
  const beats = call.def.pallet === 'ImOnline' && runtime.pallets.imOnline.accepts(call.args as HeartbeatArgs);
  return beats ? undefined : INVALID.badProof();
}

/**
 * Builds block `number` on `parentHash`: System, on_initialize hooks, timestamp.set, the extrinsics, on_finalize hooks.
 * @param extrinsics asked for when the block is open and its hooks have run, so that they can see its state
 */
export function buildBlock(
  runtime: Runtime,
  params: { number: number; parentHash: Hex; timestampMs: number; slot: number; authority: number; vrf?: Hex },
  extrinsics: () => readonly Extrinsic[],
): BuiltBlock {
  const { number, parentHash, authority, slot } = params;
  const { system, timestamp, authorship, babe } = runtime.pallets;
  runtime.events.records.length = 0;
  system.open(number, parentHash, [preRuntime(authority, slot, params.vrf)]);
  authorship.setAuthority(authority);
  babe.enterSlot(slot);
  system.weigh(runtime.initialize(number));

  const body: Hex[] = [];
  const refused: RefusedExtrinsic[] = [];
  const putOff: SignedExtrinsic[] = [];
  runtime.events.phase = 0;
  const set = timestamp.calls.set({ now: BigInt(params.timestampMs) });
  const inherent = unsignedExtrinsic(runtime.callCodec, set);
  body.push(inherent);
  system.register(set, (inherent.length - 2) / 2);
  system.applied(set, runtime.dispatch(set, NONE));

  for (const extrinsic of extrinsics()) {
    runtime.events.phase = body.length;
    if (extrinsic.signer !== undefined && putOff.some(({ signer }) => signer === extrinsic.signer)) {
      putOff.push(extrinsic);
      continue;
    }
    const why = extrinsic.signer === undefined ? validateBare(runtime, extrinsic) : validate(runtime, extrinsic);
    if (why !== undefined) refused.push({ extrinsic, why });
    else if (system.room(extrinsic.call, extrinsic.length) === 'now') {
      body.push(extrinsic.encoded);
      if (extrinsic.signer === undefined) applyBare(runtime, extrinsic);
      else apply(runtime, extrinsic);
    } else if (extrinsic.signer !== undefined) putOff.push(extrinsic);
  }
  runtime.finalize(number);
  system.close(runtime.events.records.map(encodeRecord));
  const header = sealed({
    parentHash,
    number,
    stateRoot: ZERO_HASH,
    extrinsicsRoot: extrinsicsRoot(body),
    digestLogs: [...system.digest()],
  });
  return { header, extrinsics: body, refused, putOff };
}

/** Runs a valid extrinsic: nonce, fee, call, refund, result event. */
export function apply(runtime: Runtime, extrinsic: SignedExtrinsic): Outcome {
  const { system, transactionPayment: payment } = runtime.pallets;
  system.useNonce(extrinsic.signer);
  system.register(extrinsic.call, extrinsic.length);
  const paid = payment.withdraw(extrinsic);
  const outcome = runtime.dispatch(extrinsic.call, signed(extrinsic.signer));
  payment.settle(extrinsic, paid, outcome);
  system.applied(extrinsic.call, outcome);
  return outcome;
}

function applyBare({ pallets: { system }, dispatch }: Runtime, { call, length }: BareExtrinsic): void {
  system.register(call, length);
  system.applied(call, dispatch(call, NONE));
}

/** Hash of block 0: blake2-256 of what distinguishes this chain's genesis, in the shape of a header. */
export function genesisHeader(fingerprint: string): Header {
  return {
    parentHash: ZERO_HASH,
    number: 0,
    stateRoot: blake2_256(Buffer.from(fingerprint)),
    extrinsicsRoot: extrinsicsRoot([]),
    digestLogs: [],
  };
}
