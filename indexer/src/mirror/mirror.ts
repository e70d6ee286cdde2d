import type { Row } from '../write/entities';

/** Rows of the store, as a mirror needs them: by id, or children by an indexed field. */
export interface StoredRows {
  get(entity: Row['entity'], id: string): Promise<Row | undefined>;
  children(entity: Row['entity'], field: string, value: string | number): Promise<Row[]>;
}

/**
 * What a value stands for while another map holds the same key. Such maps are told apart by the runtime: see
 * `createBlockReader`.
 */
export interface Shadow {
  /** the key in the other map */
  key(key: string): string;
  rows(key: string, raw: string): Row[];
}

/** How one storage map of the chain stands in the index. */
export interface Mirror {
  /** pallet and item, for messages */
  name: string;
  prefix: string;
  /** the rows this value stands for; throws when the bytes are of no known generation */
  rows(key: string, raw: string): Row[];
  /** set where the entries of two maps are one thing to people */
  shadow?: Shadow;
  /** the rows the index has for this key */
  stored(key: string, store: StoredRows): Promise<Row[]>;
  /** the entity whose ids list all keys of the map, and the way back: to find rows whose key is gone */
  main: Row['entity'];
  keyOf(id: string, stored: Row): string | null;
}

/** Hex of the last bytes of a key. */
export const tail = (key: string, bytes: number): string => `0x${key.slice(-2 * bytes)}`;

/** Text of a key after the prefix and a hash of `hashBytes`. */
export const afterHash = (key: string, hashBytes: number): string => `0x${key.slice(66 + 2 * hashBytes)}`;
