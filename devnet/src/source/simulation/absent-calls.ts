import type { Hex } from '../../codec/scale';
import type { Extrinsic } from './framework/bare';
import type { Call } from './framework/dispatch';
import type { SignedExtrinsic } from './framework/extrinsic';
import type { Runtime } from './framework/runtime';

/**
 * What the economy signs for a call this runtime does not have; such a thing never enters a block. The economy lives by
 * the newest spec and need not ask everywhere what an older one lacks.
 */
export function unsent(call: Call, signer: Hex): SignedExtrinsic {
  return { encoded: '0x', length: 0, signer, nonce: 0, tip: 0n, call };
}
export const isSent = ({ call }: Extrinsic): boolean => call.def.index !== undefined;

/**
 * Before spec 19 an enclave registers with certificates of Intel, which cannot be had here. Its key then comes on the
 * list without a call or an event, as in the recordings of real runtimes.
 */
export function standIn(runtime: Runtime, { def, args }: Call): void {
  if (def.pallet !== 'Swork' || def.name !== 'register_with_deauth_chain') return;
  const { teePubkey, code } = args as { readonly teePubkey: Hex; readonly code: Hex };
  runtime.pallets.swork.storage.pubKeys.set(teePubkey, { code, anchor: null });
}
