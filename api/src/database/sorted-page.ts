import type { Ordering } from './cursor';
import { type KeyedRow, type Page, type PageArgs, readWindow, toPage } from './page';

const compareKey = (type: string, a: string, b: string): number => {
  if (type === 'text') return a < b ? -1 : a > b ? 1 : 0;
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

const compareKeys = ({ keys, descending }: Ordering, a: readonly string[], b: readonly string[]): number => {
  for (const [i, { type }] of keys.entries()) {
    const order = compareKey(type, a[i] ?? '', b[i] ?? '');
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
};

/**
 * A page of rows in memory, sorted here by the ordering's keys. A cursor is a place among the keys, not a row: paging goes
 * on where it was also when that row has gone meanwhile.
 */
export const sortedPage = <Row>(ordering: Ordering, rows: readonly KeyedRow<Row>[], args: PageArgs): Page<Row> => {
  const window = readWindow(ordering, args);
  const { after, before } = window;
  const between = rows
    .filter(({ keys }) => after === null || compareKeys(ordering, keys, after) > 0)
    .filter(({ keys }) => before === null || compareKeys(ordering, keys, before) < 0)
    .sort((a, b) => compareKeys(ordering, a.keys, b.keys));
  const found = (window.backward ? between.toReversed() : between).slice(0, window.size + 1);
  return toPage(ordering, window, found, async () => rows.length);
};
