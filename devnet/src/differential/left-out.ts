import { twox128 } from '../codec/hash';
import type { Hex } from '../source/source';

/** Storage that the comparison leaves out, all of it: nothing else may be added here to make a difference vanish. */
export const LEFT_OUT_PALLETS: readonly string[] = [];
/** `:code`: recordings do not hold it. */
export const LEFT_OUT_KEYS: readonly Hex[] = [`0x${Buffer.from(':code').toString('hex')}`];

const prefixes = LEFT_OUT_PALLETS.map((pallet) => twox128(Buffer.from(pallet)));

export const isLeftOut = (key: Hex): boolean =>
  LEFT_OUT_KEYS.includes(key) || prefixes.some((prefix) => key.startsWith(prefix));
