import type { ChainEntry, Fields } from './chain-items';
import type { AnyJson } from './json';

/** One difference between the chain and the index; `field` is null when a whole key or row is missing. */
export interface Mismatch {
  item: string;
  block: number;
  id: string;
  field: string | null;
  chain: AnyJson;
  index: AnyJson;
}

export interface ItemResult {
  item: string;
  keysCompared: number;
  overridden: number;
  mismatches: Mismatch[];
}

/** Stable text of a value: object keys in order, so that two equal values are equal strings. */
export const canonical = (value: AnyJson | undefined): string => {
  if (value === undefined) return 'undefined';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
};

/**
 * Both ways: keys without a row, rows without a key, and every field of both sides.
 * `excused` holds the ids whose storage keys were overridden outside any block: left out, and counted.
 */
export const compareItem = (
  item: string,
  block: number,
  chain: ChainEntry[],
  rows: Map<string, Fields>,
  excused: ReadonlySet<string>,
): ItemResult => {
  const result: ItemResult = { item, keysCompared: 0, overridden: 0, mismatches: [] };
  const seen = new Set<string>();
  const add = (id: string, field: string | null, onChain: AnyJson, inIndex: AnyJson) =>
    result.mismatches.push({ item, block, id, field, chain: onChain, index: inIndex });

  for (const entry of chain) {
    if (seen.has(entry.id)) add(entry.id, null, 'the same id twice', null);
    seen.add(entry.id);
    if (excused.has(entry.id)) {
      result.overridden += 1;
      continue;
    }
    result.keysCompared += 1;
    const row = rows.get(entry.id);
    if (!row) {
      add(entry.id, null, entry.fields, null);
      continue;
    }
    for (const field of new Set([...Object.keys(entry.fields), ...Object.keys(row)])) {
      if (canonical(entry.fields[field]) !== canonical(row[field]))
        add(entry.id, field, entry.fields[field] ?? null, row[field] ?? null);
    }
  }
  for (const [id, row] of rows) {
    if (seen.has(id)) continue;
    if (excused.has(id)) result.overridden += 1;
    else add(id, null, null, row);
  }
  return result;
};
