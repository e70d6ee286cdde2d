import type { ChainProfile } from '@moho/protocol/base';
import type { ChainReader } from './chain';
import { type ChainEntry, MAP_ITEMS } from './chain-items';
import { compareItem, type ItemResult } from './compare';
import { compareDerived, derivedRows } from './derived';
import type { Ask } from './graphql';
import { readIndex } from './index-rows';
import { apartFromLater, LATER_FILES } from './later-files';
import type { Overrides } from './overrides';

const FILES = 'Market.Files';

export interface Undecoded {
  item: string;
  block: number;
  key: string;
}

export interface HeightsResult {
  /** one for each map and height */
  results: ItemResult[];
  /** fields the chain does not store, one for each height */
  derived: ItemResult[];
  undecoded: Undecoded[];
}

/** Compares every mirrored map at each height, chain against API, then what follows from them. */
export const compareHeights = async (
  chain: ChainReader,
  ask: Ask,
  heights: number[],
  overrides: Overrides,
  profile: ChainProfile,
): Promise<HeightsResult> => {
  const all: HeightsResult = { results: [], derived: [], undecoded: [] };
  for (const height of heights) {
    const index = await readIndex(ask, height);
    const overriddenKeys = overrides.at(height);
    const state = new Map<string, ChainEntry[]>();
    const excused = new Map<string, ReadonlySet<string>>();
    for (const item of MAP_ITEMS) {
      const { entries: stored, undecoded } = await chain.entries(item, height);
      const rows = index.get(item.name);
      if (!rows) throw new Error(`nothing reads ${item.name} out of the index`);
      const left = await chain.idsOf(item, overriddenKeys, height);
      excused.set(item.name, left);
      const { files: entries, later } = item.name === FILES ? apartFromLater(stored) : { files: stored, later: null };
      if (later !== null)
        all.results.push(compareItem(LATER_FILES, height, later, index.get(LATER_FILES) ?? new Map(), left));
      state.set(item.name, entries);
      all.results.push(compareItem(item.name, height, entries, rows, left));
      all.undecoded.push(...undecoded.map((key) => ({ item: item.name, block: height, key })));
    }
    const indexedKeys = index.get('Swork.PubKeys') ?? new Map();
    const rows = await derivedRows(ask, height);
    all.derived.push(compareDerived(state, rows, indexedKeys, height, profile, excused));
  }
  return all;
};
