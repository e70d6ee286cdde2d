import Link from 'next/link';
import type { ReactNode } from 'react';
import { text } from '../../messages';
import styles from './table.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** the sort word this column's header links to */
  sort?: string;
  /** explains the column, shown as the header's title */
  hint?: string;
}

export interface Sorting {
  field: string;
  direction: 'ASC' | 'DESC';
  hrefFor: (field: string, direction: 'ASC' | 'DESC') => string;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sorting?: Sorting;
  /** shown instead of the table when there are no rows */
  empty?: ReactNode;
  /** on narrow screens each row becomes a card; otherwise the table scrolls inside its frame */
  cards?: boolean;
}

const ARIA_SORT = { ASC: 'ascending', DESC: 'descending' } as const;

const Header = <Row,>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) => {
  const active = sorting !== undefined && column.sort === sorting.field;
  const next = active && sorting.direction === 'DESC' ? 'ASC' : 'DESC';
  return (
    <th
      scope="col"
      data-numeric={column.numeric}
      title={column.hint}
      aria-sort={active ? ARIA_SORT[sorting.direction] : undefined}
    >
      {sorting && column.sort ? (
        <Link className={styles.sort} href={sorting.hrefFor(column.sort, next)} scroll={false} data-active={active}>
          {column.header}
          <span aria-hidden="true" className={styles.arrow}>
            {active ? (sorting.direction === 'DESC' ? '↓' : '↑') : '↕'}
          </span>
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
};

/**
 * Rows and columns, drawn on the server. Sorting is a link, so every order has an address.
 */
export const Table = <Row,>({ caption, columns, rows, rowKey, sorting, empty, cards = false }: TableProps<Row>) => {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div className={styles.frame} data-cards={cards} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} data-numeric={column.numeric}>
                  <span className={styles.cardLabel} aria-hidden="true">
                    {column.header}
                  </span>
                  <span className={styles.content}>{column.cell(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** How a list is ordered, for narrow screens where the table's head is not shown. */
export const SortLinks = ({
  fields,
  sorting,
}: {
  fields: readonly { sort: string; header: string }[];
  sorting: Sorting;
}) => (
  <div className={styles.sortLinks}>
    <span>{text.common.sortWord}</span>
    {fields.map(({ sort, header }) => {
      const active = sort === sorting.field;
      const next = active && sorting.direction === 'DESC' ? 'ASC' : 'DESC';
      return (
        <Link key={sort} href={sorting.hrefFor(sort, next)} scroll={false} data-active={active}>
          {header} {active && (sorting.direction === 'DESC' ? '↓' : '↑')}
        </Link>
      );
    })}
  </div>
);
