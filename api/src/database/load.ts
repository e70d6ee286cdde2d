import DataLoader from 'dataloader';
import type { Context } from '../context';
import { encodeCursor, type Ordering } from './cursor';
import type { Fragment } from './database';
import { type KeyedRow, type Page, type PageArgs, readWindow, toPage } from './page';
import {
  countRows,
  countRowsUnder,
  type List,
  type Parent,
  type Scope,
  selectAll,
  selectBy,
  selectPage,
  selectPagesUnder,
  selectPageWithin,
} from './sql';
import { type Seen, type View, viewKey } from './view';

/** A list's order under a name of its own: a cursor of one list is a place in no other. */
const namedOrder = <Row>(list: List<Row>, ordering: Ordering = list.ordering): Ordering => ({
  ...ordering,
  name: `${list.name}.${ordering.name}`,
});

export const scopeOf = (ctx: Context, view: View): Scope => ({ sql: ctx.db.sql(), view, profile: ctx.profile });

/** The request's loader of that name: keys asked for in one tick become one call of `batch`. */
export const loaderOf = <Value>(
  ctx: Context,
  name: string,
  batch: (keys: readonly string[]) => Promise<Value[]>,
): DataLoader<string, Value> => {
  const known = ctx.loaders.get(name);
  if (known) return known as DataLoader<string, Value>;
  const loader = new DataLoader<string, Value>(batch, { maxBatchSize: 2000 });
  ctx.loaders.set(name, loader as DataLoader<string, unknown>);
  return loader;
};

/** A value per key from one statement per view and tick; null for keys the statement does not return. */
export const loadKeyed = <Value>(
  ctx: Context,
  name: string,
  view: View,
  key: string,
  select: (scope: Scope, keys: readonly string[]) => Promise<Map<string, Value>>,
): Promise<Value | null> =>
  loaderOf<Value | null>(ctx, `${name}@${viewKey(view)}`, async (keys) => {
    const found = await select(scopeOf(ctx, view), keys);
    return keys.map((k) => found.get(k) ?? null);
  }).load(key);

export const seen = <Row>(row: Row, view: View): Seen<Row> => ({ ...row, view });

/** Rows of a list whose column has this value. */
export const loadAllBy = <Row>(
  ctx: Context,
  list: List<Row>,
  view: View,
  parent: Parent,
  key: string,
): Promise<Seen<Row>[]> =>
  loaderOf<Seen<Row>[]>(ctx, `${list.name}.${parent.column}@${viewKey(view)}`, async (keys) => {
    const groups = new Map<string, Seen<Row>[]>(keys.map((k) => [k, []]));
    for (const { parentKey, row } of await selectBy(scopeOf(ctx, view), list, parent, keys)) {
      groups.get(parentKey)?.push(seen(row, view));
    }
    return keys.map((k) => groups.get(k) ?? []);
  }).load(key);

/** The row of a list with this id (or the first with this value in another column), or null. */
export const loadOne = async <Row>(
  ctx: Context,
  list: List<Row>,
  view: View,
  key: string,
  column = 'id',
): Promise<Seen<Row> | null> => (await loadAllBy(ctx, list, view, { column, type: 'text' }, key))[0] ?? null;

export interface PageOptions {
  ordering?: Ordering;
  /** extra conditions on the list's rows, alias `t` */
  where?: (scope: Scope) => Fragment[];
}

/** A page of a list at the root of a query. */
export const loadPage = async <Row>(
  ctx: Context,
  list: List<Row>,
  view: View,
  args: PageArgs,
  options: PageOptions = {},
): Promise<Page<Seen<Row>>> => {
  const ordering = namedOrder(list, options.ordering);
  const window = readWindow(ordering, args);
  const scope = scopeOf(ctx, view);
  const where = () => options.where?.(scope) ?? [];
  const found = await selectPage(scope, { list, ordering, window, where: where() });
  return toPage(
    ordering,
    window,
    found.map(({ row, keys }) => ({ row: seen(row, view), keys })),
    () => countRows(scope, list, where()),
  );
};

/**
 * A page of a list of which few rows may fit: looked at are the next `most` alone, so that a page can be shorter than asked,
 * or empty, without being the last; the next one goes on where this one stopped looking.
 */
export const loadPageWithin = async <Row>(
  ctx: Context,
  list: List<Row>,
  view: View,
  args: PageArgs,
  options: PageOptions & { most: number },
): Promise<Page<Seen<Row>>> => {
  const ordering = namedOrder(list, options.ordering);
  const window = readWindow(ordering, args);
  const scope = scopeOf(ctx, view);
  const where = () => options.where?.(scope) ?? [];
  const { rows, looked } = await selectPageWithin(scope, { list, ordering, window, where: where() }, options.most);
  const found = rows.map(({ row, keys }) => ({ row: seen(row, view), keys }));
  const page = toPage(ordering, window, found, () => countRows(scope, list, where()));
  if (looked === null || found.length > window.size) return page;
  const stopped = encodeCursor(ordering, looked);
  const pageInfo = window.backward
    ? { startCursor: stopped, hasPreviousPage: true }
    : { endCursor: stopped, hasNextPage: true };
  return { ...page, pageInfo: { ...page.pageInfo, ...pageInfo } };
};

/** A page of a list below a parent; the same page below many parents is one statement. */
export const loadPageUnder = async <Row>(
  ctx: Context,
  list: List<Row>,
  view: View,
  parent: Parent,
  key: string,
  args: PageArgs,
  order: Ordering = list.ordering,
): Promise<Page<Seen<Row>>> => {
  const ordering = namedOrder(list, order);
  const window = readWindow(ordering, args);
  const name = `${parent.column}.${ordering.name}.${JSON.stringify(window)}@${viewKey(view)}`;
  const found = await loaderOf<KeyedRow<Seen<Row>>[]>(ctx, name, async (keys) => {
    const query = { list, ordering, window, where: [] };
    const pages = await selectPagesUnder(scopeOf(ctx, view), query, parent, keys);
    return keys.map((k) => (pages.get(k) ?? []).map((r) => ({ row: seen(r.row, view), keys: r.keys })));
  }).load(key);
  return toPage(ordering, window, [...found], () => loadCountUnder(ctx, list, view, parent, key));
};

export const loadCountUnder = async <Row>(
  ctx: Context,
  list: List<Row>,
  view: View,
  parent: Parent,
  key: string,
): Promise<number> =>
  (await loadKeyed(ctx, `${list.name}.${parent.column}.count`, view, key, (scope, keys) =>
    countRowsUnder(scope, list, parent, keys),
  )) ?? 0;

/** Every row of a short list, such as the runtime versions. */
export const loadAll = async <Row>(ctx: Context, list: List<Row>, view: View): Promise<Seen<Row>[]> =>
  (await selectAll(scopeOf(ctx, view), list)).map((row) => seen(row, view));
