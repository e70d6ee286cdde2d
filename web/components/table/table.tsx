import type { ReactNode } from 'react';
import { text } from '../../messages';
import type { Proof } from '../receipt/proof';
import { Receipt } from '../receipt/receipt';
import { Header, type Sorting } from './header';
import styles from './table.module.css';

export { type Sorting, SortLinks } from './header';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** where the cell's figure comes from; all proofs of a row stand in one receipt at the row's end */
  proof?: (row: Row) => Proof | null;
  numeric?: boolean;
  /** on a narrow screen shown only when the row's card is unfolded */
  minor?: boolean;
  /** the sort word this column's header links to */
  sort?: string;
  /** explains the column; the header's own words are explained without it */
  hint?: string;
}

export interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** what a row is about, for the name of its receipt; its key unless told */
  rowName?: (row: Row) => string;
  sorting?: Sorting;
  /** shown instead of the table when there are no rows */
  empty?: ReactNode;
  /** on narrow screens each row becomes a card; otherwise the table scrolls inside its frame */
  cards?: boolean;
}

interface RowProps<Row> {
  row: Row;
  name: string;
  columns: readonly Column<Row>[];
  withReceipts: boolean;
  folds: boolean;
}

/** Unfolds a row's card on a narrow screen; a plain checkbox, so that it works before the page's script has run. */
const Unfold = ({ of }: { of: string }) => (
  <label className={styles.unfold} title={text.common.unfold(of)}>
    <input type="checkbox" aria-label={text.common.unfold(of)} />
    <span aria-hidden="true">▾</span>
  </label>
);

const TableRow = <Row,>({ row, name, columns, withReceipts, folds }: RowProps<Row>) => {
  const proofs = columns.map((column) => column.proof?.(row) ?? null);
  const known = proofs.filter((proof) => proof !== null);
  return (
    <tr>
      {columns.map((column, i) => (
        <td key={column.key} data-numeric={column.numeric} data-minor={column.minor} data-figure={proofs[i]?.of}>
          <span className={styles.cardLabel} aria-hidden="true">
            {column.header}
          </span>
          <span className={styles.content}>{column.cell(row)}</span>
        </td>
      ))}
      {withReceipts && (
        <td className={styles.receipts}>
          {folds && <Unfold of={name} />}
          {known.length > 0 && <Receipt of={text.common.receipt.row(name)} proofs={known} />}
        </td>
      )}
    </tr>
  );
};

/**
 * Rows and columns, drawn on the server. Sorting is a link, so every order has an address. The receipts of a row's
 * figures stand together at its end, so that columns stay aligned and calm.
 */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { caption, columns, rows, rowKey, rowName = rowKey, sorting, empty, cards = false } = props;
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const withReceipts = columns.some((column) => column.proof !== undefined);
  const folds = cards && columns.some(({ minor }) => minor);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div className={styles.frame} data-cards={cards} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, ...column }) => (
              <Header key={key} {...column} sorting={sorting} />
            ))}
            {withReceipts && (
              <th scope="col">
                <span className="visually-hidden">{text.common.receipt.column}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              name={rowName(row)}
              columns={columns}
              withReceipts={withReceipts}
              folds={folds}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
