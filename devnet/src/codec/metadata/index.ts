import { type ChainProfile, MAINNET_PROFILE } from '@moho/protocol/base';
import type { Hex } from '../../source/source';
import { encodeMetadata } from './encode';
import { SPEC25_PALLETS } from './pallets';

export { type DecodedMetadata, decodeMetadata } from './decode';
export { EXTRINSIC_VERSION, encodeMetadata, SIGNED_EXTENSIONS } from './encode';
export { callAt, callIndex, errorIndex, eventIndex, type Index, palletIndex, storagePrefix } from './lookup';
export { SPEC25_PALLETS } from './pallets';
export type * from './table';
export { resolve } from './table';
export { encodeVersion, SPEC25_VERSION } from './version';

const encoded = new WeakMap<ChainProfile, Hex>();

/** Metadata of spec 25 for a chain with these lengths, encoded once per profile. */
export function SPEC25_METADATA(profile: ChainProfile = MAINNET_PROFILE): Hex {
  const known = encoded.get(profile);
  if (known) return known;
  const fresh = encodeMetadata(SPEC25_PALLETS, profile);
  encoded.set(profile, fresh);
  return fresh;
}
