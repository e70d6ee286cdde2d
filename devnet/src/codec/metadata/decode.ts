import type { Hex } from '../../source/source';
import {
  type CallEntry,
  type ConstantEntry,
  type EventEntry,
  HASHERS,
  type Hasher,
  type PalletTable,
  type StorageItem,
} from './table';

/** What metadata V12 says, documentation left out; all values are bytes. */
export interface DecodedMetadata {
  pallets: (PalletTable & { index: number })[];
  extrinsicVersion: number;
  signedExtensions: string[];
}

/**
 * Reads metadata V12 with its type names exactly as written (polkadot.js rewrites them). Serves to compare our table
 * with a real runtime's.
 * @throws RangeError where the bytes are no whole V12 metadata
 */
export function decodeMetadata(metadata: Hex): DecodedMetadata {
  const raw = Buffer.from(metadata.slice(2), 'hex');
  let at = 0;

  const take = (length: number): Buffer => {
    if (at + length > raw.length) throw new RangeError(`metadata ends at byte ${raw.length}, wanted ${at + length}`);
    at += length;
    return raw.subarray(at - length, at);
  };
  const byte = () => take(1).readUInt8();
  const compact = () => {
    const low = byte();
    if ((low & 3) === 0) return low >> 2;
    if ((low & 3) === 1) return (low | (byte() << 8)) >> 2;
    if ((low & 3) === 2) return (low | (byte() << 8) | (take(2).readUInt16LE() << 16)) >>> 2;
    throw new RangeError(`length at byte ${at - 1} is too long for metadata`);
  };
  const text = () => take(compact()).toString('utf8');
  const hex = (): Hex => `0x${take(compact()).toString('hex')}`;
  const list = <T>(read: () => T): T[] => Array.from({ length: compact() }, read);
  const option = <T>(read: () => T): T | null => (byte() === 0 ? null : read());
  const hasher = (): Hasher => {
    const found = HASHERS[byte()];
    if (!found) throw new RangeError(`unknown hasher at byte ${at - 1}`);
    return found;
  };

  const typeOf = (): Pick<StorageItem, 'keys' | 'type'> => {
    const kind = byte();
    if (kind === 0) return { keys: [], type: text() };
    const first = { hasher: hasher(), type: text() };
    if (kind === 1) {
      const type = text();
      byte(); // "linked", unused since V11
      return { keys: [first], type };
    }
    const secondType = text();
    const type = text();
    return { keys: [first, { hasher: hasher(), type: secondType }], type };
  };
  const storageItem = (): StorageItem => {
    const head = { name: text(), modifier: byte() === 0 ? ('Optional' as const) : ('Default' as const) };
    const item = { ...head, ...typeOf(), fallback: hex() };
    list(text);
    return item;
  };
  const call = (): CallEntry => {
    const entry = { name: text(), args: list(() => ({ name: text(), type: text() })) };
    list(text);
    return entry;
  };
  const event = (): EventEntry => {
    const entry = { name: text(), args: list(text) };
    list(text);
    return entry;
  };
  const constant = (): ConstantEntry => {
    const entry = { name: text(), type: text(), value: hex() };
    list(text);
    return entry;
  };
  const error = (): string => {
    const name = text();
    list(text);
    return name;
  };
  const pallet = () => {
    const name = text();
    const storage = option(() => ({ prefix: text(), items: list(storageItem) }));
    return {
      name,
      prefix: storage?.prefix ?? null,
      storage: storage?.items ?? [],
      calls: option(() => list(call)),
      events: option(() => list(event)),
      constants: list(constant),
      errors: list(error),
      index: byte(),
    };
  };

  if (take(4).toString('ascii') !== 'meta') throw new RangeError('not metadata: it does not begin with "meta"');
  const version = byte();
  if (version !== 12) throw new RangeError(`metadata V${version}, expected V12`);
  const pallets = list(pallet);
  const extrinsicVersion = byte();
  const signedExtensions = list(text);
  if (at !== raw.length) throw new RangeError(`${raw.length - at} bytes left over after the metadata`);
  return { pallets, extrinsicVersion, signedExtensions };
}
