import { u8aToHex } from '@polkadot/util';
import { xxhashAsU8a } from '@polkadot/util-crypto';
import type { Hex } from '../../source/source';
import { SPEC25_PALLETS } from './pallets';
import type { PalletTable } from './table';

/** place of a module, place within its list */
export type Index = readonly [number, number];

const byName = new Map(SPEC25_PALLETS.map((table, index) => [table.name, { table, index }]));

function find(pallet: string): { table: PalletTable; index: number } {
  const found = byName.get(pallet);
  if (!found) throw new Error(`Crust spec 25 has no pallet ${pallet}`);
  return found;
}

function place(kind: string, pallet: string, name: string, names: (table: PalletTable) => string[]): Index {
  const { table, index } = find(pallet);
  const at = names(table).indexOf(name);
  if (at < 0) throw new Error(`pallet ${pallet} has no ${kind} ${name}`);
  return [index, at];
}

export const palletIndex = (pallet: string): number => find(pallet).index;

/** The two bytes a call begins with, e.g. Market.place_storage_order is [26, 0]. Throws on an unknown name. */
export const callIndex = (pallet: string, name: string): Index =>
  place('call', pallet, name, (t) => (t.calls ?? []).map((c) => c.name));

/** The two bytes an event begins with, after its phase. Throws on an unknown name. */
export const eventIndex = (pallet: string, name: string): Index =>
  place('event', pallet, name, (t) => (t.events ?? []).map((e) => e.name));

/** The two bytes of a DispatchError::Module (index, error). Throws on an unknown name. */
export const errorIndex = (pallet: string, name: string): Index => place('error', pallet, name, (t) => t.errors);

/** Names behind the first two bytes of a call; undefined where the runtime has no such call. */
export function callAt([pallet, call]: Index): { pallet: string; name: string } | undefined {
  const table = SPEC25_PALLETS[pallet];
  const name = table?.calls?.[call]?.name;
  return table && name ? { pallet: table.name, name } : undefined;
}

const twox128 = (text: string) => xxhashAsU8a(text, 128);
const prefixes = new Map<string, Hex>();

/**
 * Where an item lives: twox128 of the module's storage prefix, then of the item's name. The prefix is not always the
 * module's name: Grandpa stores under GrandpaFinality, Locks under Claims, Tips under Treasury.
 * Throws on an unknown pallet or item.
 */
export function storagePrefix(pallet: string, item: string): Hex {
  const known = prefixes.get(`${pallet}.${item}`);
  if (known) return known;
  const { table } = find(pallet);
  if (table.prefix === null || !table.storage.some((s) => s.name === item))
    throw new Error(`pallet ${pallet} stores no ${item}`);
  const prefix: Hex = `${u8aToHex(twox128(table.prefix))}${u8aToHex(twox128(item)).slice(2)}` as Hex;
  prefixes.set(`${pallet}.${item}`, prefix);
  return prefix;
}
