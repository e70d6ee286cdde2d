import type { ChainEntry, MapItem } from './chain-items';

interface Held {
  raw: string;
  entry: ChainEntry;
}

/** Gives the entry of a key: decodes it, unless the key held the same bytes in the same runtime when it was last read. */
export type EntryMemo<Runtime> = (
  runtime: Runtime,
  item: MapItem,
  key: string,
  raw: string,
  decode: () => Promise<ChainEntry | undefined>,
) => Promise<ChainEntry | undefined>;

/** Most keys hold at one block what they held at the block compared before it. One value is kept for each key. */
export const entryMemo = <Runtime extends object>(): EntryMemo<Runtime> => {
  const byRuntime = new WeakMap<Runtime, Map<string, Held>>();
  return async (runtime, item, key, raw, decode) => {
    const held = byRuntime.get(runtime) ?? new Map<string, Held>();
    byRuntime.set(runtime, held);
    const name = `${item.name} ${key}`;
    const last = held.get(name);
    if (last?.raw === raw) return last.entry;
    const entry = await decode();
    // whoever is given it must leave it as it is for the next one
    if (entry) held.set(name, { raw, entry: Object.freeze({ ...entry, fields: Object.freeze(entry.fields) }) });
    return entry;
  };
};
