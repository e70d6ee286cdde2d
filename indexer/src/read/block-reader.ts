import { mirrorOf } from '../mirror';
import type { Mirror } from '../mirror/mirror';
import type { Row } from '../write/entities';
import type { ChainState } from './chain-state';
import type { StateMemo } from './memo';
import type { Stored } from './stored-rows';

/** What the handler of one block sees of the chain's state: now, and before. */
export interface BlockReader {
  /** reads the keys not read yet, in one round */
  read(keys: Iterable<string>): Promise<void>;
  /** raw value at this block; throws when the key was not read */
  now(key: string): string | null;
  wasRead(key: string): boolean;
  /** rows of a mirrored key as the index has them before this block */
  before(key: string): Promise<Row[]>;
  /** raw value before this block, where it is remembered */
  beforeRaw(key: string): string | null | undefined;
  /** raw values as the block found them: one round of its own, for what is asked once an era */
  atParent(keys: readonly string[]): Promise<Map<string, string | null>>;
  /** keys that exist now */
  keys(prefix: string, startKey?: string, limit?: number): Promise<string[]>;
  /** reads every key of a map, and every key the index still has a row for */
  rescan(mirror: Mirror): Promise<void>;
  /** keys of a map that the index has rows for and that do not exist now */
  lost(mirror: Mirror): Promise<string[]>;
  readonly values: ReadonlyMap<string, string | null>;
  readonly stats: ChainState['stats'];
}

/** `isFirst`: nothing is stored yet, so nothing needs to be asked of the database. */
export const createBlockReader = (
  chain: ChainState,
  memo: StateMemo,
  stored: Stored,
  isFirst: boolean,
  parentHash: string,
): BlockReader => {
  const values = new Map<string, string | null>();
  const rowsBefore = new Map<string, Promise<Row[]>>();

  const loadBefore = async (key: string): Promise<Row[]> => {
    const mirror = mirrorOf(key);
    if (!mirror) throw new Error(`no rows stand for the key ${key}`);
    const raw = memo.get(key);
    if (raw === undefined) return isFirst || memo.isComplete() ? [] : mirror.stored(key, stored);
    return raw === null ? [] : mirror.rows(key, raw);
  };

  const storedKeys = async (mirror: Mirror): Promise<string[]> => {
    if (isFirst) return [];
    const rows = await stored.all(mirror.main);
    return rows.flatMap((row) => mirror.keyOf(row.fields.id, row) ?? []);
  };

  const reader: BlockReader = {
    values,
    stats: chain.stats,
    read: async (keys) => {
      const missing = [...new Set(keys)].filter((key) => !values.has(key));
      for (const [key, value] of await chain.values(missing)) values.set(key, value);
    },
    now: (key) => {
      const value = values.get(key);
      if (value === undefined) throw new Error(`the key ${key} was not read`);
      return value;
    },
    wasRead: (key) => values.has(key),
    beforeRaw: (key) => memo.get(key),
    before: (key) => {
      let rows = rowsBefore.get(key);
      if (!rows) {
        rows = loadBefore(key);
        rowsBefore.set(key, rows);
      }
      return rows;
    },
    atParent: (keys) => chain.values(keys, parentHash),
    keys: (prefix, startKey, limit) => chain.keys(prefix, startKey, limit),
    rescan: async (mirror) => {
      await reader.read(new Set([...(await chain.keys(mirror.prefix)), ...(await storedKeys(mirror))]));
    },
    lost: async (mirror) => {
      const existing = new Set(await chain.keys(mirror.prefix));
      return (await storedKeys(mirror)).filter((key) => !existing.has(key));
    },
  };
  return reader;
};
