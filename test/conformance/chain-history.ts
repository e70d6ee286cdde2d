import type { WsProvider } from '@polkadot/api';
import type { Codec } from '@polkadot/types/types';
import type { Fields, MapItem } from './chain-items';

/** One value of a key's history; `fields` is null where the key ended. */
export interface ChainChange {
  block: number;
  id: string;
  fields: Fields | null;
}

/** What a history is decoded with. */
export interface HistoryDecoder {
  hashOf(block: number): Promise<string>;
  /** which storage map of the item a key belongs to, and what its entry is called */
  place(item: MapItem, key: string, block: number): Promise<{ name: string; id: string } | undefined>;
  decode(raw: string, block: number, pallet: string, name: string): Promise<Codec | undefined>;
}

interface ChangeSet {
  block: string;
  changes: [key: string, raw: string | null][];
}

/** What the given keys of a map held from block 0 to `head`, in order, each time it changed. */
export const readHistory = async (
  provider: Pick<WsProvider, 'send'>,
  decoder: HistoryDecoder,
  item: MapItem,
  keys: string[],
  head: number,
): Promise<ChainChange[]> => {
  if (keys.length === 0) return [];
  const hashes = await Promise.all(Array.from({ length: head + 1 }, (_, block) => decoder.hashOf(block)));
  const numbers = new Map(hashes.map((hash, block) => [hash, block]));
  const sets = await provider.send<ChangeSet[]>('state_queryStorage', [keys, hashes[0], hashes[head]]);
  const last = new Map<string, string | null>();
  const found: ChainChange[] = [];
  for (const { block: hash, changes } of sets) {
    const block = numbers.get(hash);
    if (block === undefined) throw new Error(`a change in an unknown block ${hash}`);
    for (const [key, raw] of changes) {
      if ((last.get(key) ?? null) === raw) continue;
      last.set(key, raw);
      const place = await decoder.place(item, key, block);
      if (!place) throw new Error(`the runtime of block ${block} has no ${item.name}`);
      const value = raw === null ? null : await decoder.decode(raw, block, item.pallet, place.name);
      if (value === undefined) throw new Error(`${item.name} at block ${block}: ${key} cannot be decoded`);
      found.push({ block, id: place.id, fields: value === null ? null : item.fields(value as never, place.name) });
    }
  }
  return found;
};
