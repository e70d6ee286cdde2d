import { badInput } from '../errors';
import { decodeCursor, encodeCursor, type Ordering } from './cursor';

export const MAX_PAGE = 100;
export const DEFAULT_PAGE = 25;

export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export interface Page<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: {
    startCursor: string | null;
    endCursor: string | null;
    hasNextPage: boolean;
    hasPreviousPage: boolean;
  };
  totalCount: () => Promise<number>;
}

/** What SQL needs to know of the paging arguments. */
export interface Window {
  size: number;
  backward: boolean;
  after: string[] | null;
  before: string[] | null;
}

const checkSize = (name: string, size: number): number => {
  if (size < 1 || size > MAX_PAGE) throw badInput(`"${name}" is a page size from 1 to ${MAX_PAGE}, not ${size}.`);
  return size;
};

/** Checks Relay's paging arguments. Throws BAD_INPUT for both directions at once, a size out of 1…100 or a bad cursor. */
export const readWindow = (ordering: Ordering, args: PageArgs): Window => {
  const { first, last, after, before } = args;
  if (first != null && last != null) throw badInput('Ask for "first" or for "last", not for both.');
  const backward = last != null;
  return {
    size: last != null ? checkSize('last', last) : checkSize('first', first ?? DEFAULT_PAGE),
    backward,
    after: after == null ? null : decodeCursor(ordering, 'after', after),
    before: before == null ? null : decodeCursor(ordering, 'before', before),
  };
};

export interface KeyedRow<Row> {
  row: Row;
  keys: string[];
}

/** Makes a Relay page of the rows SQL gave for a window: up to size + 1 of them, in reverse when paging backward. */
export const toPage = <Row>(
  ordering: Ordering,
  window: Window,
  found: KeyedRow<Row>[],
  totalCount: () => Promise<number>,
): Page<Row> => {
  const more = found.length > window.size;
  const kept = more ? found.slice(0, window.size) : found;
  if (window.backward) kept.reverse();
  const edges = kept.map(({ row, keys }) => ({ cursor: encodeCursor(ordering, keys), node: row }));
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: window.backward ? window.before !== null : more,
      hasPreviousPage: window.backward ? more : window.after !== null,
    },
    totalCount,
  };
};

/** A page of rows that are in memory already; the ordering's one key is the place in the list. */
export const pageOfRows = <Row>(ordering: Ordering, rows: readonly Row[], args: PageArgs): Page<Row> => {
  const window = readWindow(ordering, args);
  const from = window.after === null ? 0 : Number(window.after[0]) + 1;
  const to = Math.min(rows.length, window.before === null ? rows.length : Number(window.before[0]));
  const places = Array.from({ length: Math.max(0, to - Math.max(0, from)) }, (_, i) => Math.max(0, from) + i);
  const wanted = window.backward ? places.reverse().slice(0, window.size + 1) : places.slice(0, window.size + 1);
  const found = wanted.map((place) => ({ row: rows[place] as Row, keys: [String(place)] }));
  return toPage(ordering, window, found, async () => rows.length);
};

/** A page of a list that is there as a whole, sorted as the ordering says. */
export const pageOfAll = <Row>(ordering: Ordering, rows: readonly KeyedRow<Row>[], args: PageArgs): Page<Row> => {
  const window = readWindow(ordering, args);
  const placeOf = (argument: string, keys: string[] | null): number | null => {
    if (keys === null) return null;
    const place = rows.findIndex((row) => row.keys.every((key, i) => key === keys[i]));
    if (place < 0) throw badInput(`"${argument}" is a place this list does not have any more.`);
    return place;
  };
  const after = placeOf('after', window.after) ?? -1;
  const before = placeOf('before', window.before) ?? rows.length;
  const between = rows.slice(after + 1, Math.max(after + 1, before));
  const found = (window.backward ? between.toReversed() : between).slice(0, window.size + 1);
  return toPage(ordering, window, found, async () => rows.length);
};
