import type { StorageEntry } from '@polkadot/types/primitive/types';
import type { Codec, Registry } from '@polkadot/types/types';
import { hexToU8a, u8aToHex } from '@polkadot/util';

/** twox128 of the pallet, twox128 of the item */
const PREFIX_BYTES = 32;

/** A value decoded as `type`; undefined unless encoding it again gives the same bytes. */
export const tryDecode = (registry: Registry, type: string, raw: string): Codec | undefined => {
  try {
    const value = registry.createTypeUnsafe<Codec>(type, [hexToU8a(raw)]);
    return u8aToHex(value.toU8a()) === raw ? value : undefined;
  } catch {
    // another generation's encoding: the caller tries the next runtime and reports the key when none fits
    return undefined;
  }
};

/** The arguments in a storage key; every hasher of Crust's maps is a concat hasher, so they can be read back. */
export const keyArguments = (registry: Registry, entry: StorageEntry, key: string): Codec[] => {
  if (!entry.meta.type.isMap) throw new Error(`${entry.section}.${entry.method} is not a map`);
  const { hashers, key: keyType } = entry.meta.type.asMap;
  const definition = registry.lookup.getTypeDef(keyType);
  const types = hashers.length === 1 ? [definition] : (definition.sub as (typeof definition)[]);
  let bytes = hexToU8a(key).slice(PREFIX_BYTES);
  return types.map((type, i) => {
    const hasher = hashers[i];
    bytes = bytes.slice(hasher?.isTwox64Concat ? 8 : hasher?.isBlake2128Concat ? 16 : 0);
    const argument = registry.createTypeUnsafe<Codec>(type.type, [bytes]);
    bytes = bytes.slice(argument.encodedLength);
    return argument;
  });
};
