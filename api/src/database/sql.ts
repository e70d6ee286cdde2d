import type { ChainProfile } from '@moho/protocol/base';
import type { KeyType, Ordering } from './cursor';
import type { Fragment, Sql } from './database';
import type { KeyedRow, Window } from './page';
import type { View } from './view';

/** What a statement is asked with. */
export interface Scope {
  sql: Sql;
  view: View;
  profile: ChainProfile;
}

/** A set of rows that can be listed, paged and looked up. `source` is a select of all of them in a view. */
export interface List<Row> {
  name: string;
  source: (scope: Scope) => Fragment;
  ordering: Ordering;
  /** never set: carries the row type */
  row?: Row;
}

/** The one place that turns `at` into a condition: rows whose block range holds the block, or the current ones. */
export const asOf = ({ sql, view }: Scope, alias: string): Fragment =>
  view.at === null ? sql`upper_inf(${sql(alias)}._block_range)` : sql`${sql(alias)}._block_range @> ${view.at}::bigint`;

/** All rows of one table in a view, with the block that wrote the version as `since_block`. */
export const tableSource =
  (table: string, columns: string) =>
  (scope: Scope): Fragment => {
    const { sql } = scope;
    return sql`select ${sql.unsafe(columns)}, lower(x._block_range)::int as since_block
      from ${sql(table)} x where ${asOf(scope, 'x')}`;
  };

export const byId: Ordering = { name: 'id', keys: [{ column: 'id', type: 'text' }], descending: false };

/** An ordering by plain columns; the last must be unique. */
export const orderBy = (
  name: string,
  direction: 'asc' | 'desc',
  ...columns: (string | [string, KeyType])[]
): Ordering => ({
  name,
  descending: direction === 'desc',
  keys: columns.map((c) =>
    typeof c === 'string' ? { column: c, type: 'numeric' as const } : { column: c[0], type: c[1] },
  ),
});

export const allOf = (sql: Sql, conditions: Fragment[]): Fragment =>
  conditions.reduce((all, one) => sql`${all} and ${one}`, sql`true`);

const keyColumns = (sql: Sql, ordering: Ordering): Fragment =>
  ordering.keys.reduce((all, { column }, i) => sql`${all}, t.${sql(column)}::text as ${sql(`key${i}`)}`, sql``);

const tuple = (sql: Sql, items: Fragment[]): Fragment =>
  sql`row(${items.reduce((all, one, i) => (i === 0 ? one : sql`${all}, ${one}`), sql``)})`;

const beyond = (sql: Sql, ordering: Ordering, values: string[], later: boolean): Fragment => {
  const columns = tuple(
    sql,
    ordering.keys.map(({ column }) => sql`t.${sql(column)}`),
  );
  const place = tuple(
    sql,
    ordering.keys.map(({ type }, i) => sql`${values[i] as string}::${sql.unsafe(type)}`),
  );
  const upward = later !== ordering.descending;
  const whole = upward ? sql`${columns} > ${place}` : sql`${columns} < ${place}`;
  const [first] = ordering.keys;
  if (!ordering.spansTables || first === undefined) return whole;
  const alone = sql`${values[0] as string}::${sql.unsafe(first.type)}`;
  return upward
    ? sql`t.${sql(first.column)} >= ${alone} and ${whole}`
    : sql`t.${sql(first.column)} <= ${alone} and ${whole}`;
};

const inWindow = (sql: Sql, ordering: Ordering, window: Window): Fragment[] => [
  ...(window.after === null ? [] : [beyond(sql, ordering, window.after, true)]),
  ...(window.before === null ? [] : [beyond(sql, ordering, window.before, false)]),
];

const sorting = (sql: Sql, ordering: Ordering, backward: boolean): Fragment => {
  const direction = ordering.descending !== backward ? sql`desc` : sql`asc`;
  return ordering.keys.reduce(
    (all, { column }, i) => (i === 0 ? sql`t.${sql(column)} ${direction}` : sql`${all}, t.${sql(column)} ${direction}`),
    sql``,
  );
};

interface RawRow {
  [column: string]: unknown;
}

const keyed = <Row>(ordering: Ordering, raw: RawRow): KeyedRow<Row> => ({
  row: raw as Row,
  keys: ordering.keys.map((_, i) => String(raw[`key${i}`])),
});

export interface PageQuery<Row> {
  list: List<Row>;
  ordering: Ordering;
  window: Window;
  where: Fragment[];
}

/** One page: up to size + 1 rows, the extra one tells that there are more. */
export const selectPage = async <Row>(scope: Scope, query: PageQuery<Row>): Promise<KeyedRow<Row>[]> => {
  const { sql } = scope;
  const { list, ordering, window } = query;
  const conditions = [...query.where, ...inWindow(sql, ordering, window)];
  const rows = await sql<RawRow[]>`
    select t.*${keyColumns(sql, ordering)} from (${list.source(scope)}) t
    where ${allOf(sql, conditions)} order by ${sorting(sql, ordering, window.backward)} limit ${window.size + 1}`;
  return rows.map((row) => keyed<Row>(ordering, row));
};

/** One page of the rows that fit among so many of a list, and where the last of those looked at stands. */
export interface NarrowRows<Row> {
  rows: KeyedRow<Row>[];
  /** null: the list ended before */
  looked: string[] | null;
}

/** As `selectPage`, but only the next `most` rows of the list are looked at for those that fit; one statement. */
export const selectPageWithin = async <Row>(
  scope: Scope,
  { list, ordering, window, where }: PageQuery<Row>,
  most: number,
): Promise<NarrowRows<Row>> => {
  const { sql } = scope;
  const order = () => sorting(sql, ordering, window.backward);
  const rows = await sql<(RawRow & { isEnd: boolean })[]>`
    with looked as materialized (
      select t.*${keyColumns(sql, ordering)} from (${list.source(scope)}) t
      where ${allOf(sql, inWindow(sql, ordering, window))} order by ${order()} limit ${most})
    (select t.*, false as is_end from looked t where ${allOf(sql, where)} order by ${order()} limit ${window.size + 1})
    union all (select t.*, true as is_end from looked t order by ${order()} offset ${most - 1} limit 1)`;
  const end = rows.find(({ isEnd }) => isEnd);
  return {
    rows: rows.filter(({ isEnd }) => !isEnd).map((row) => keyed<Row>(ordering, row)),
    looked: end === undefined ? null : keyed(ordering, end).keys,
  };
};

export const countRows = async <Row>(scope: Scope, list: List<Row>, where: Fragment[]): Promise<number> => {
  const { sql } = scope;
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from (${list.source(scope)}) t where ${allOf(sql, where)}`;
  return row?.n ?? 0;
};

/** The column of a list that names the parent, and its Postgres type. */
export interface Parent {
  column: string;
  type: 'text' | 'int';
}

/**
 * Keys as an array whose length the planner does not look at. It would make a new plan for every statement, which takes
 * several times longer than to run it; so it keeps one after the first few.
 */
export const keyArray = (sql: Sql, keys: readonly string[], type: 'text' | 'int' = 'text'): Fragment =>
  sql`(select ${keys as string[]}::${sql.unsafe(type)}[])`;

/** The same page under each of several parents, in one statement. */
export const selectPagesUnder = async <Row>(
  scope: Scope,
  query: PageQuery<Row>,
  parent: Parent,
  keys: readonly string[],
): Promise<Map<string, KeyedRow<Row>[]>> => {
  const { sql } = scope;
  const { list, ordering, window } = query;
  const conditions = [
    sql`t.${sql(parent.column)} = p.key::${sql.unsafe(parent.type)}`,
    ...query.where,
    ...inWindow(sql, ordering, window),
  ];
  const rows = await sql<RawRow[]>`
    select p.key as parent_key, page.* from unnest(${keyArray(sql, keys)}) p(key) cross join lateral (
      select t.*${keyColumns(sql, ordering)} from (${list.source(scope)}) t
      where ${allOf(sql, conditions)} order by ${sorting(sql, ordering, window.backward)} limit ${window.size + 1}) page`;
  const pages = new Map<string, KeyedRow<Row>[]>();
  for (const row of rows) {
    const key = String(row.parentKey);
    const page = pages.get(key) ?? [];
    page.push(keyed<Row>(ordering, row));
    pages.set(key, page);
  }
  return pages;
};

/** How many rows each of several parents has, in one statement. */
export const countRowsUnder = async <Row>(
  scope: Scope,
  list: List<Row>,
  parent: Parent,
  keys: readonly string[],
): Promise<Map<string, number>> => {
  const { sql } = scope;
  const rows = await sql<{ key: string; n: number }[]>`
    select t.${sql(parent.column)}::text as key, count(*)::int as n from (${list.source(scope)}) t
    where t.${sql(parent.column)} = any(${keyArray(sql, keys, parent.type)}::${sql.unsafe(parent.type)}[]) group by 1`;
  return new Map(rows.map(({ key, n }) => [key, n]));
};

/** All rows whose column is one of the keys, in the list's order, in one statement. */
export const selectBy = async <Row>(
  scope: Scope,
  list: List<Row>,
  parent: Parent,
  keys: readonly string[],
): Promise<{ parentKey: string; row: Row }[]> => {
  const { sql } = scope;
  const rows = await sql<RawRow[]>`
    select t.${sql(parent.column)}::text as parent_key, t.* from (${list.source(scope)}) t
    where t.${sql(parent.column)} = any(${keyArray(sql, keys, parent.type)}::${sql.unsafe(parent.type)}[])
    order by ${sorting(sql, list.ordering, false)}`;
  return rows.map((row) => ({ parentKey: String(row.parentKey), row: row as Row }));
};

/** All rows of a short list. */
export const selectAll = async <Row>(scope: Scope, list: List<Row>): Promise<Row[]> => {
  const { sql } = scope;
  const rows = await sql<RawRow[]>`
    select t.* from (${list.source(scope)}) t order by ${sorting(sql, list.ordering, false)} limit 1000`;
  return rows.map((row) => row as Row);
};
