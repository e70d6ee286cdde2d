import { encodeHex, type Hex } from '../../codec/scale';
import type { Extrinsic } from './framework/bare';
import type { Call } from './framework/dispatch';
import type { SignedExtrinsic } from './framework/extrinsic';
import type { Runtime } from './framework/runtime';
import { enclaveKey } from './pallets/swork/storage';

/**
 * What the economy signs for a call this runtime does not have; such a thing never enters a block. The economy lives by
 * the newest spec and need not ask everywhere what an older one lacks.
 */
export function unsent(call: Call, signer: Hex): SignedExtrinsic {
  return { encoded: '0x', length: 0, signer, nonce: 0, tip: 0n, call };
}
export const isSent = ({ call }: Extrinsic): boolean => call.def.index !== undefined;

/**
 * Before spec 19 an enclave registers with certificates of Intel, which cannot be had here. Root then writes what the
 * registration would have: its key comes on the list by a call, but without an event of its own.
 */
export function standIn({ pallets }: Runtime, { def, args }: Call): Call | undefined {
  if (def.pallet !== 'Swork' || def.name !== 'register_with_deauth_chain') return undefined;
  const { teePubkey, code } = args as { readonly teePubkey: Hex; readonly code: Hex };
  const { sudo, swork, system } = pallets;
  const row = encodeHex(enclaveKey, { code, anchor: null });
  const call = system.calls.setStorage({ items: [[swork.storage.pubKeys.rawKey(teePubkey), row]] });
  return sudo.calls.sudoUncheckedWeight({ call, weight: 0n });
}
