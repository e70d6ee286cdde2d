import { blake2_256 } from '../../../codec/hash';
import type { Hex } from '../../../codec/scale';
import type { Header } from '../../source';
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
  readonly refused: readonly { extrinsic: SignedExtrinsic; why: Refusal }[];
}

/** Why an extrinsic may not enter a block now, as the signed extensions decide: nonce, class, fee. */
export function validate(runtime: Runtime, extrinsic: SignedExtrinsic): Refusal | undefined {
  const { system, transactionPayment } = runtime.pallets;
  const nonce = system.account.get(extrinsic.signer).nonce;
  if (extrinsic.nonce < nonce) return INVALID.stale();
  if (extrinsic.nonce > nonce) return INVALID.future();
  if (extrinsic.call.def.class(extrinsic.call.args) === 'Mandatory') return INVALID.mandatory();
  if (!transactionPayment.canPay(extrinsic)) return INVALID.payment();
  return undefined;
}

/**
 * Builds block `number` on `parentHash`: System, on_initialize hooks, timestamp.set, the extrinsics, on_finalize hooks.
 * @param extrinsics asked for when the block is open and its hooks have run, so that they can see its state
 */
export function buildBlock(
  runtime: Runtime,
  params: { number: number; parentHash: Hex; timestampMs: number; slot: number; authority: number; vrf?: Hex },
  extrinsics: () => readonly SignedExtrinsic[],
): BuiltBlock {
  const { number, parentHash, authority, slot } = params;
  const { system, timestamp, authorship, babe } = runtime.pallets;
  runtime.events.records.length = 0;
  system.open(number, parentHash, [preRuntime(authority, slot, params.vrf)]);
  authorship.setAuthority(authority);
  babe.enterSlot(slot);
  system.weigh(runtime.initialize(number));

  const body: Hex[] = [];
  const refused: { extrinsic: SignedExtrinsic; why: Refusal }[] = [];
  runtime.events.phase = 0;
  const set = timestamp.calls.set({ now: BigInt(params.timestampMs) });
  const inherent = unsignedExtrinsic(runtime.callCodec, set);
  body.push(inherent);
  system.register(set, (inherent.length - 2) / 2);
  system.applied(set, runtime.dispatch(set, NONE));

  for (const extrinsic of extrinsics()) {
    runtime.events.phase = body.length;
    const why = validate(runtime, extrinsic);
    if (why !== undefined) {
      refused.push({ extrinsic, why });
      continue;
    }
    body.push(extrinsic.encoded);
    apply(runtime, extrinsic);
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
  return { header, extrinsics: body, refused };
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
