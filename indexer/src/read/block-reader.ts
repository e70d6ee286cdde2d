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
  /** rows that the value read at this block stands for */
  after(key: string): Row[];
  /** whether what a key read at this block stands for may have changed */
  mayDiffer(key: string): boolean;
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

/** Where the block stands: its parent, and the specs of the runtimes that made both; 0 before the first. */
export interface BlockPlace {
  parentHash: string;
  specBefore: number;
  spec: number;
}

/** The only runtime that knows both maps of files: a file of both is the older map's there. */
const SPEC_OF_SHADOWS = 17;

/** `isFirst`: nothing is stored yet, so nothing needs to be asked of the database. */
export const createBlockReader = (
  chain: ChainState,
  memo: StateMemo,
  stored: Stored,
  isFirst: boolean,
  place: BlockPlace,
): BlockReader => {
  const values = new Map<string, string | null>();
  const rowsBefore = new Map<string, Promise<Row[]>>();

  const known = (key: string): Mirror => {
    const mirror = mirrorOf(key);
    if (!mirror) throw new Error(`no rows stand for the key ${key}`);
    return mirror;
  };
  const shadowOf = (key: string, spec: number) => (spec === SPEC_OF_SHADOWS ? mirrorOf(key)?.shadow : undefined);
  /** undefined: not remembered */
  const rawBefore = (key: string): string | null | undefined => {
    const raw = memo.get(key);
    return raw === undefined && (isFirst || memo.isComplete()) ? null : raw;
  };
  const loadBefore = async (key: string): Promise<Row[]> => {
    const mirror = known(key);
    const raw = rawBefore(key);
    if (raw === null) return [];
    const shadow = shadowOf(key, place.specBefore);
    const over = shadow === undefined ? null : rawBefore(shadow.key(key));
    if (raw === undefined || over === undefined) return mirror.stored(key, stored);
    return shadow !== undefined && over !== null ? shadow.rows(key, raw) : mirror.rows(key, raw);
  };
  /** who reads a key in such a runtime reads the other map's, too, or all that exist of both */
  const isShadowedNow = (key: string): boolean => {
    const shadow = shadowOf(key, place.spec);
    return shadow !== undefined && (values.get(shadow.key(key)) ?? null) !== null;
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
    atParent: (keys) => chain.values(keys, place.parentHash),
    after: (key) => {
      const mirror = known(key);
      const raw = reader.now(key);
      if (raw === null) return [];
      return (isShadowedNow(key) ? mirror.shadow : mirror)?.rows(key, raw) ?? [];
    },
    mayDiffer: (key) => {
      if (memo.get(key) !== reader.now(key)) return true;
      const shadow = shadowOf(key, place.specBefore);
      const over = shadow && memo.get(shadow.key(key));
      return (over !== undefined && over !== null) !== isShadowedNow(key);
    },
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
