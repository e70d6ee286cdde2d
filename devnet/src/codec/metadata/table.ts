import type { ChainProfile } from '@moho/protocol/base';
import type { Hex } from '../../source/source';

/** SCALE-encoded bytes; a function where the value is a length, which two Crust chains may set differently. */
export type Value = Hex | ((profile: ChainProfile) => Hex);

/** Hashers in the order V12 metadata numbers them. */
export const HASHERS = [
  'Blake2_128',
  'Blake2_256',
  'Blake2_128Concat',
  'Twox128',
  'Twox256',
  'Twox64Concat',
  'Identity',
] as const;
export type Hasher = (typeof HASHERS)[number];

export interface StorageKey {
  hasher: Hasher;
  type: string;
}

/** What a storage item answers where nothing is stored: nothing at all, or a default. */
export const OPTIONAL = Symbol('optional');
export type Absent = typeof OPTIONAL | Value;

export interface StorageItem {
  name: string;
  modifier: 'Optional' | 'Default';
  /** none for a plain value, one for a map, two for a double map */
  keys: StorageKey[];
  type: string;
  fallback: Value;
}

export interface CallArgument {
  name: string;
  type: string;
}

export interface CallEntry {
  name: string;
  args: CallArgument[];
}

export interface EventEntry {
  name: string;
  args: string[];
}

export interface ConstantEntry {
  name: string;
  type: string;
  value: Value;
}

/**
 * One module of the runtime as metadata V12 shows it. Its index is its place in the list of pallets; calls, events and
 * errors are numbered by their place in their list. `null` says that the module has no such part at all, which V12
 * tells apart from an empty one.
 */
export interface PalletTable {
  name: string;
  /** first half of the key of everything it stores; differs from the name for a few */
  prefix: string | null;
  storage: StorageItem[];
  calls: CallEntry[] | null;
  events: EventEntry[] | null;
  constants: ConstantEntry[];
  errors: string[];
}

const key =
  (hasher: Hasher) =>
  (type: string): StorageKey => ({ hasher, type });
export const twox64 = key('Twox64Concat');
export const blake2 = key('Blake2_128Concat');
export const identity = key('Identity');
/** a hash without the key behind it: such rows cannot be listed by key */
export const opaqueBlake2 = key('Blake2_256');

function item(name: string, keys: StorageKey[], type: string, absent: Absent): StorageItem {
  if (absent === OPTIONAL) return { name, modifier: 'Optional', keys, type, fallback: '0x00' };
  return { name, modifier: 'Default', keys, type, fallback: absent };
}

export const value = (name: string, type: string, absent: Absent) => item(name, [], type, absent);
export const map = (name: string, k: StorageKey, type: string, absent: Absent) => item(name, [k], type, absent);
export const doubleMap = (name: string, a: StorageKey, b: StorageKey, type: string, absent: Absent) =>
  item(name, [a, b], type, absent);

/** A call; arguments in the order written. */
export const call = (name: string, args: Record<string, string> = {}): CallEntry => ({
  name,
  args: Object.entries(args).map(([arg, type]) => ({ name: arg, type })),
});

export const event = (name: string, ...args: string[]): EventEntry => ({ name, args });

export const constant = (name: string, type: string, v: Value): ConstantEntry => ({ name, type, value: v });

/** The bytes of a table's value on a chain with these lengths. */
export const resolve = (v: Value, profile: ChainProfile): Hex => (typeof v === 'function' ? v(profile) : v);
