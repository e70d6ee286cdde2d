import { expect } from 'vitest';
import type { ItemResult } from './compare';

export type Place = [item: string, id: string, field: string | null];

/** Where they differ. Everything must have been compared, but for what such a small chain has none of. */
export const placesOf = (results: ItemResult[], mayBeEmpty: string): Place[] => {
  for (const { item, keysCompared } of results)
    if (item !== mayBeEmpty) expect([item, keysCompared]).not.toEqual([item, 0]);
  return results.flatMap((result) => result.mismatches).map(({ item, id, field }) => [item, id, field]);
};
