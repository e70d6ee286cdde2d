import { type ChainProfile, MAINNET_PROFILE } from '@moho/protocol/base';
import type { Hex } from '../../source/source';
import { encodeMetadata } from './encode';
import { palletsOfSpec, type SpecVersion } from './specs';

export { type DecodedMetadata, decodeMetadata } from './decode';
export { EXTRINSIC_VERSION, encodeMetadata, SIGNED_EXTENSIONS } from './encode';
export { callAt, callIndex, errorIndex, eventIndex, type Index, palletIndex, storagePrefix } from './lookup';
export { SPEC25_PALLETS } from './pallets';
export { isSpecVersion, palletsOfSpec, SPEC_VERSIONS, type SpecVersion, specBehind } from './specs';
export type * from './table';
export { resolve } from './table';
export { encodeVersion, SPEC25_VERSION, versionOfSpec } from './version';

const encoded = new WeakMap<ChainProfile, Map<SpecVersion, Hex>>();

/** Metadata of a runtime on a chain with these lengths, encoded once for each. */
export function metadataOfSpec(version: SpecVersion, profile: ChainProfile = MAINNET_PROFILE): Hex {
  const ofProfile = encoded.get(profile) ?? new Map<SpecVersion, Hex>();
  encoded.set(profile, ofProfile);
  const known = ofProfile.get(version);
  if (known) return known;
  const fresh = encodeMetadata(palletsOfSpec(version), profile);
  ofProfile.set(version, fresh);
  return fresh;
}

/** Metadata of spec 25, the newest. */
export const SPEC25_METADATA = (profile: ChainProfile = MAINNET_PROFILE): Hex => metadataOfSpec(25, profile);
