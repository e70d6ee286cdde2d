import type { Call } from './framework/dispatch';
import type { SignedExtrinsic } from './framework/extrinsic';

const MAX_U64 = 2n ** 64n - 1n;
/** what a block may hold at most: weight, and bytes of normal extrinsics (three quarters of 5 MiB) */
const MAX_WEIGHT = 2_000_000_000_000n;
const MAX_NORMAL_BYTES = (5n * 1024n * 1024n * 3n) / 4n;

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const atLeastOne = (value: bigint): bigint => (value > 0n ? value : 1n);

/**
 * An extrinsic's priority in the pool: what CheckWeight gives its class or weight, plus what it pays for the part of a
 * block it uses (ChargeTransactionPayment, Substrate 3.0), each at most u64.
 */
export function priorityOf(extrinsic: SignedExtrinsic, fee: (call: Call, length: number) => bigint): bigint {
  const { call, length, tip } = extrinsic;
  const weight = BigInt(call.def.weight(call.args));
  const byClass = { Normal: weight, Operational: MAX_U64 / 2n, Mandatory: 0n }[call.def.class(call.args)];
  const share = least(MAX_WEIGHT / atLeastOne(weight), MAX_NORMAL_BYTES / atLeastOne(BigInt(length)));
  const byFee = least(MAX_U64, (fee(call, length) + tip) * share);
  return least(MAX_U64, byClass + byFee);
}
