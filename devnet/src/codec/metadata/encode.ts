import type { ChainProfile } from '@moho/protocol/base';
import type { Hex } from '../../source/source';
import {
  type CallEntry,
  type EventEntry,
  HASHERS,
  type Hasher,
  type PalletTable,
  resolve,
  type StorageItem,
} from './table';

/** Signed extensions of every Crust runtime, in the order their bytes stand in an extrinsic. */
export const SIGNED_EXTENSIONS = [
  'CheckSpecVersion',
  'CheckTxVersion',
  'CheckGenesis',
  'CheckMortality',
  'CheckNonce',
  'CheckWeight',
  'ChargeTransactionPayment',
] as const;

export const EXTRINSIC_VERSION = 4;

/** 'meta', then the version of the layout */
const HEAD = Uint8Array.of(0x6d, 0x65, 0x74, 0x61, 12);

function compact(n: number): Uint8Array {
  if (n < 1 << 6) return Uint8Array.of(n << 2);
  if (n < 1 << 14) return Uint8Array.of(((n << 2) | 1) & 0xff, n >> 6);
  throw new RangeError(`a length of ${n} does not occur in metadata`);
}

const byte = (n: number) => Uint8Array.of(n);
const bytes = (raw: Uint8Array) => Buffer.concat([compact(raw.length), raw]);
const text = (s: string) => bytes(Buffer.from(s, 'utf8'));
const hex = (h: Hex) => bytes(Buffer.from(h.slice(2), 'hex'));
const list = <T>(items: readonly T[], write: (item: T) => Uint8Array) =>
  Buffer.concat([compact(items.length), ...items.map(write)]);
const option = <T>(item: T | null, write: (item: T) => Uint8Array) =>
  item === null ? byte(0) : Buffer.concat([byte(1), write(item)]);
/** documentation: Crust's text is not ours to repeat */
const NO_DOCS = compact(0);

const hasher = (h: Hasher) => byte(HASHERS.indexOf(h));

function storageType(item: StorageItem): Uint8Array {
  const [first, second] = item.keys;
  if (!first) return Buffer.concat([byte(0), text(item.type)]);
  if (!second) return Buffer.concat([byte(1), hasher(first.hasher), text(first.type), text(item.type), byte(0)]);
  return Buffer.concat([
    byte(2),
    hasher(first.hasher),
    text(first.type),
    text(second.type),
    text(item.type),
    hasher(second.hasher),
  ]);
}

const callEntry = (c: CallEntry) =>
  Buffer.concat([text(c.name), list(c.args, (a) => Buffer.concat([text(a.name), text(a.type)])), NO_DOCS]);

const eventEntry = (e: EventEntry) => Buffer.concat([text(e.name), list(e.args, text), NO_DOCS]);

function pallet(p: PalletTable, index: number, profile: ChainProfile): Uint8Array {
  const storageItem = (s: StorageItem) =>
    Buffer.concat([
      text(s.name),
      byte(s.modifier === 'Optional' ? 0 : 1),
      storageType(s),
      hex(resolve(s.fallback, profile)),
      NO_DOCS,
    ]);
  return Buffer.concat([
    text(p.name),
    option(p.prefix, (prefix) => Buffer.concat([text(prefix), list(p.storage, storageItem)])),
    option(p.calls, (calls) => list(calls, callEntry)),
    option(p.events, (events) => list(events, eventEntry)),
    list(p.constants, (c) => Buffer.concat([text(c.name), text(c.type), hex(resolve(c.value, profile)), NO_DOCS])),
    list(p.errors, (name) => Buffer.concat([text(name), NO_DOCS])),
    byte(index),
  ]);
}

/**
 * Metadata V12 of a runtime with these pallets, as `state_getMetadata` answers it. Constants and defaults that are
 * lengths (file duration, sessions per era, block time …) are the profile's.
 */
export function encodeMetadata(pallets: readonly PalletTable[], profile: ChainProfile): Hex {
  const encoded = Buffer.concat([
    HEAD,
    list(
      pallets.map((p, index) => pallet(p, index, profile)),
      (p) => p,
    ),
    byte(EXTRINSIC_VERSION),
    list(SIGNED_EXTENSIONS, text),
  ]);
  return `0x${encoded.toString('hex')}`;
}
