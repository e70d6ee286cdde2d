import { addressOf, readAll, type ScaleReader } from '../scale/reader';
import type { Row } from '../write/entities';
import { type Mirror, tail } from './mirror';

/** The account a key ends with. */
export const accountOfKey = (key: string): string => addressOf(tail(key, 32));

interface SingleRow {
  /** pallet and item */
  name: string;
  prefix: string;
  main: Row['entity'];
  keyOf: (id: string) => string;
  read: (id: string, r: ScaleReader) => Row;
  /** the row's id in a key; the account it ends with unless told otherwise */
  idOf?: (key: string) => string;
}

/** A map of which each value is one row. */
export const single = ({ name, prefix, main, keyOf, read, idOf = accountOfKey }: SingleRow): Mirror => ({
  name,
  prefix,
  main,
  rows: (key, raw) => [readAll(raw, (r) => read(idOf(key), r))],
  stored: async (key, store) => {
    const found = await store.get(main, idOf(key));
    return found ? [found] : [];
  },
  keyOf,
});

/** Funds on their way out, `[{value, era}]` as JSON, values as text. */
export const readChunks = (r: ScaleReader): string =>
  JSON.stringify(r.vec(() => ({ value: r.compact().toString(), era: r.compactInt() })));
