import type { Hex } from '../source/source';
import { firstRows } from './first-rows';
import { orderedIndex } from './ordered-index';
import { type Packed, pack, unpack } from './packed';

type Value = Hex | null;
type PackedValue = Packed | null;

/** The versions of one key that later blocks wrote. Most keys have one only, so the newest stands by itself. */
interface Entry {
  readonly key: Packed;
  /** the block that wrote `value`, which holds from then on */
  block: number;
  value: PackedValue;
  /** versions before, oldest first: `values[i]` holds from block `blocks[i]` on */
  older: { readonly blocks: number[]; readonly values: PackedValue[] } | undefined;
}

/** A chain's storage at every block it ever had. Keys and values are 0x-prefixed lower-case hex. */
export interface StateStore {
  /** The value after `block`, or null. */
  get(key: Hex, block: number): Value;
  /** The value after the last write. */
  latest(key: Hex): Value;
  /** Blocks must not go backwards; a second write in one block replaces the first. Null deletes. */
  set(block: number, key: Hex, value: Value): void;
  /** Keys with `prefix` alive after `block`, in byte order, strictly after `startKey`, at most `count`. */
  keysPaged(prefix: Hex, count: number, startKey: Hex | null, block: number): Hex[];
  /** Keys whose value was changed in `block`, in the order of their first change. */
  changedKeys(block: number): Hex[];
  /** The highest block written so far, -1 for an empty store. */
  lastBlock(): number;
  /** Forgets everything written after `block`, so that other blocks can follow it. */
  truncate(block: number): void;
}

export function stateStore(): StateStore {
  const first = firstRows();
  const entries = new Map<Packed, Entry>();
  const index = orderedIndex<Entry>();
  const journal = new Map<number, Entry[]>();
  let last = -1;

  const addEntry = (key: Packed, block: number, value: PackedValue): Entry => {
    const entry: Entry = { key, block, value, older: undefined };
    entries.set(key, entry);
    index.insert(entry);
    return entry;
  };

  const remember = (block: number, entry: Entry): void => {
    const changed = journal.get(block);
    if (changed === undefined) journal.set(block, [entry]);
    else changed.push(entry);
  };

  /** The value after the last write. */
  const newest = (key: Packed): PackedValue => {
    const entry = entries.get(key);
    return entry === undefined ? (first.get(key) ?? null) : entry.value;
  };

  return {
    get(hexKey, block) {
      const key = pack(hexKey);
      const entry = entries.get(key);
      const later = entry === undefined ? undefined : valueAt(entry, block);
      if (later !== undefined) return unpacked(later);
      return block < 0 ? null : unpacked(first.get(key) ?? null);
    },
    latest: (key) => unpacked(newest(pack(key))),
    set(block, hexKey, hexValue) {
      if (block < last) throw new Error(`state of block ${block} is written after that of block ${last}`);
      last = block;
      if (block === 0) {
        first.set(hexKey, hexValue);
        return;
      }
      const key = pack(hexKey);
      const value = hexValue === null ? null : pack(hexValue);
      if (newest(key) === value) return;
      const known = entries.get(key);
      if (known === undefined) remember(block, addEntry(key, block, value));
      else if (known.block === block) known.value = value;
      else {
        supersede(known, block, value);
        remember(block, known);
      }
    },
    keysPaged(hexPrefix, count, startKey, block) {
      const found: Hex[] = [];
      const prefix = pack(hexPrefix);
      const start = startKey === null ? prefix : pack(startKey);
      const after = startKey !== null && start >= prefix;
      if (count <= 0) return found;
      const nextFirst = first.cursor(after ? start : prefix, after);
      const nextLater = index.cursor(after ? start : prefix, after);
      let early = block < 0 ? undefined : nextFirst();
      let entry = nextLater();
      while (found.length < count) {
        const key = entry === undefined || (early !== undefined && early < entry.key) ? early : entry.key;
        if (!key?.startsWith(prefix)) break;
        const later = entry?.key === key ? valueAt(entry, block) : undefined;
        if (later === undefined ? early === key : later !== null) found.push(unpack(key));
        if (entry?.key === key) entry = nextLater();
        if (early === key) early = nextFirst();
      }
      return found;
    },
    changedKeys: (block) => (block === 0 ? first.keys() : (journal.get(block) ?? []).map(({ key }) => key)).map(unpack),
    lastBlock: () => last,
    truncate(block) {
      for (; last > block; last -= 1) {
        for (const entry of journal.get(last) ?? []) {
          if (takeBack(entry)) continue;
          entries.delete(entry.key);
          index.remove(entry.key);
        }
        journal.delete(last);
        if (last === 0) first.clear();
      }
    },
  };
}

const unpacked = (value: PackedValue): Value => (value === null ? null : unpack(value));

function supersede(entry: Entry, block: number, value: PackedValue): void {
  if (entry.older === undefined) entry.older = { blocks: [entry.block], values: [entry.value] };
  else {
    entry.older.blocks.push(entry.block);
    entry.older.values.push(entry.value);
  }
  entry.block = block;
  entry.value = value;
}

/** Removes the newest version; false when there was none before it. */
function takeBack(entry: Entry): boolean {
  const block = entry.older?.blocks.pop();
  const value = entry.older?.values.pop();
  if (block === undefined || value === undefined) return false;
  entry.block = block;
  entry.value = value;
  return true;
}

/** undefined before the first of its versions */
function valueAt(entry: Entry, block: number): PackedValue | undefined {
  if (entry.block <= block) return entry.value;
  if (entry.older === undefined) return undefined;
  const { blocks, values } = entry.older;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle] as number) <= block) low = middle + 1;
    else high = middle;
  }
  return values[low - 1];
}
