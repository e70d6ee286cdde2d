import type { Ordering } from '../database/cursor';
import { type Page, type PageArgs, readWindow, toPage } from '../database/page';
import { badInput } from '../errors';
import { type Cell, type ColumnName, compareCells, isText } from './columns';

export interface Order {
  field: ColumnName;
  direction: 'ASC' | 'DESC';
}

/** A row and the cell it is sorted by. */
export interface SortedRow<Row> {
  stash: string;
  cell: Cell;
  row: Row;
}

const orderingOf = ({ field, direction }: Order): Ordering => ({
  name: `nodes.${field}-${direction}`,
  descending: direction === 'DESC',
  keys: [
    { column: 'cell', type: 'text' },
    { column: 'stash', type: 'text' },
  ],
});

type Place = Pick<SortedRow<unknown>, 'stash' | 'cell'>;

const comparePlaces = (a: Place, b: Place, descending: boolean): number =>
  compareCells(a.cell, b.cell, descending) || (a.stash < b.stash ? -1 : a.stash > b.stash ? 1 : 0);

/** Sorts in place; equals by stash, so that pages never overlap. */
export const sortRows = <Row>(rows: SortedRow<Row>[], { direction }: Order): SortedRow<Row>[] =>
  rows.sort((a, b) => comparePlaces(a, b, direction === 'DESC'));

const cellText = (cell: Cell): string => (cell === null ? '' : String(cell));

const readPlace = (argument: string, keys: string[] | null, order: Order): Place | null => {
  if (keys === null) return null;
  const [text, stash] = keys as [string, string];
  if (text === '') return { cell: null, stash };
  if (isText(order.field)) return { cell: text, stash };
  if (!/^-?\d{1,60}$/.test(text)) throw badInput(`"${argument}" is not a cursor of this list in this order.`);
  return { cell: BigInt(text), stash };
};

/**
 * A page of rows sorted in memory. A cursor is a place among values, not a number of rows: it holds when the next block
 * has moved others.
 */
export const pageOfSorted = <Row>(rows: readonly SortedRow<Row>[], order: Order, args: PageArgs): Page<Row> => {
  const ordering = orderingOf(order);
  const window = readWindow(ordering, args);
  const after = readPlace('after', window.after, order);
  const before = readPlace('before', window.before, order);
  const descending = ordering.descending;
  const between = rows.filter(
    (row) =>
      (after === null || comparePlaces(row, after, descending) > 0) &&
      (before === null || comparePlaces(row, before, descending) < 0),
  );
  const wanted = window.backward ? between.slice(-(window.size + 1)).reverse() : between.slice(0, window.size + 1);
  const found = wanted.map(({ row, cell, stash }) => ({ row, keys: [cellText(cell), stash] }));
  return toPage(ordering, window, found, async () => rows.length);
};
