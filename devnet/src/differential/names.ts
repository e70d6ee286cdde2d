import { storagePrefix, twox128 } from '../codec/hash';
import type { DecodedMetadata } from '../codec/metadata';
import type { Hex } from '../source/source';

export interface KeyName {
  readonly pallet: string;
  readonly item: string;
}

/** Names storage keys by the items of a runtime's metadata. */
export function keyNames(metadata: DecodedMetadata): (key: Hex) => KeyName {
  const items = new Map<string, KeyName>();
  const pallets = new Map<string, string>();
  for (const { name, prefix, storage } of metadata.pallets) {
    pallets.set(twox128(Buffer.from(prefix ?? name)), prefix ?? name);
    for (const { name: item } of storage)
      if (prefix !== null) items.set(storagePrefix(prefix, item), { pallet: prefix, item });
  }
  return (key) => {
    const known = items.get(key.slice(0, 66));
    if (known !== undefined) return known;
    const text = Buffer.from(key.slice(2), 'hex').toString('latin1');
    if (text === '' || text.startsWith(':')) return { pallet: 'well-known keys', item: text };
    return { pallet: pallets.get(key.slice(0, 34)) ?? 'unnamed', item: key.slice(34, 66) };
  };
}
