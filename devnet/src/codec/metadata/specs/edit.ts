import type { PalletTable } from '../table';

type Named = { readonly name: string };
const nameOf = (item: Named | string): string => (typeof item === 'string' ? item : item.name);

function need(list: readonly (Named | string)[], names: readonly string[]): void {
  const missing = names.filter((name) => !list.some((item) => nameOf(item) === name));
  if (missing.length > 0) throw new Error(`the neighbouring spec has no ${missing.join(', ')} here`);
}

/** `list` without the items of these names; every name must be there. */
export function without<T extends Named | string>(list: readonly T[] | null, ...names: string[]): T[] {
  need(list ?? [], names);
  return (list ?? []).filter((item) => !names.includes(nameOf(item)));
}

/** `list` with items exchanged for those of the same name. */
export function replaced<T extends Named>(list: readonly T[] | null, ...items: T[]): T[] {
  const names = items.map(nameOf);
  need(list ?? [], names);
  return (list ?? []).map((item) => items[names.indexOf(item.name)] ?? item);
}

/** `list` with `items` behind the item called `name`. */
export function withBehind<T extends Named | string>(list: readonly T[] | null, name: string, ...items: T[]): T[] {
  need(list ?? [], [name]);
  return (list ?? []).flatMap((item) => (nameOf(item) === name ? [item, ...items] : [item]));
}

/** The parts of a module that differ, from the neighbouring spec's table of it. */
export type Change = (table: PalletTable) => Partial<PalletTable>;

/** `pallets` with the named modules changed; every name must be there. */
export function changed(pallets: readonly PalletTable[], changes: Readonly<Record<string, Change>>): PalletTable[] {
  need(pallets, Object.keys(changes));
  return pallets.map((table) => ({ ...table, ...changes[table.name]?.(table) }));
}
