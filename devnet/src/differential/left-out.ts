import { storagePrefix, twox128 } from '../codec/hash';
import type { Hex } from '../source/source';

/**
 * What the comparison leaves out, all of it; nothing may be added here to make a difference vanish. A whole pallet could
 * be named, too: none has to be.
 */
export const LEFT_OUT_PALLETS: readonly string[] = [];

/** `:code`: recordings do not hold it. */
export const LEFT_OUT_KEYS: readonly Hex[] = [`0x${Buffer.from(':code').toString('hex')}`];

/**
 * The parent's hash that block 1 saw: a recording's genesis hash is a constant of the tool that made it, and the true
 * hash, which the runtime was given, is not in the recording.
 */
const FIRST_PARENT = { block: 1, key: storagePrefix('System', 'ParentHash') } as const;

const prefixes = LEFT_OUT_PALLETS.map((pallet) => twox128(Buffer.from(pallet)));

export const isLeftOut = (key: Hex, block: number): boolean =>
  LEFT_OUT_KEYS.includes(key) ||
  (block === FIRST_PARENT.block && key === FIRST_PARENT.key) ||
  prefixes.some((prefix) => key.startsWith(prefix));
