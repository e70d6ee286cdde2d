import type { Hex } from '../source/source';
import { orderedIndex } from './ordered-index';

type Value = Hex | null;

/** Every version of one key, oldest first: `values[i]` holds from block `blocks[i]` on. */
interface Entry {
  readonly key: Hex;
  readonly blocks: number[];
  readonly values: Value[];
}

/**
 * A chain's storage at every block it ever had. Keys and values are 0x-prefixed lower-case hex: as one-byte strings
 * they cost less than byte arrays, go into answers unchanged, and their order is the byte order of the keys.
 */
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
  const entries = new Map<Hex, Entry>();
  const index = orderedIndex<Entry>();
  const journal = new Map<number, Entry[]>();
  let last = -1;

  const addEntry = (key: Hex): Entry => {
    const entry: Entry = { key, blocks: [], values: [] };
    entries.set(key, entry);
    index.insert(entry);
    return entry;
  };

  const remember = (block: number, entry: Entry): void => {
    const changed = journal.get(block);
    if (changed === undefined) journal.set(block, [entry]);
    else changed.push(entry);
  };

  return {
    get(key, block) {
      const entry = entries.get(key);
      return entry === undefined ? null : valueAt(entry, block);
    },
    latest(key) {
      const entry = entries.get(key);
      return entry === undefined ? null : newest(entry);
    },
    set(block, key, value) {
      if (block < last) throw new Error(`state of block ${block} is written after that of block ${last}`);
      last = block;
      const known = entries.get(key);
      if (known === undefined ? value === null : newest(known) === value) return;
      const entry = known ?? addEntry(key);
      if (entry.blocks.at(-1) === block) {
        entry.values[entry.values.length - 1] = value;
        return;
      }
      entry.blocks.push(block);
      entry.values.push(value);
      remember(block, entry);
    },
    keysPaged(prefix, count, startKey, block) {
      const found: Hex[] = [];
      const after = startKey !== null && startKey >= prefix;
      if (count <= 0) return found;
      index.scan(after ? startKey : prefix, after, (entry) => {
        if (!entry.key.startsWith(prefix)) return false;
        if (valueAt(entry, block) !== null) found.push(entry.key);
        return found.length < count;
      });
      return found;
    },
    changedKeys: (block) => (journal.get(block) ?? []).map((entry) => entry.key),
    lastBlock: () => last,
    truncate(block) {
      for (; last > block; last -= 1) {
        for (const entry of journal.get(last) ?? []) {
          entry.blocks.pop();
          entry.values.pop();
          if (entry.blocks.length > 0) continue;
          entries.delete(entry.key);
          index.remove(entry.key);
        }
        journal.delete(last);
      }
    },
  };
}

function newest(entry: Entry): Value {
  return entry.values[entry.values.length - 1] ?? null;
}

function valueAt(entry: Entry, block: number): Value {
  const { blocks, values } = entry;
  let low = 0;
  let high = blocks.length;
  if (high > 0 && (blocks[high - 1] as number) <= block) return values[high - 1] as Value;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle] as number) <= block) low = middle + 1;
    else high = middle;
  }
  return values[low - 1] ?? null;
}
