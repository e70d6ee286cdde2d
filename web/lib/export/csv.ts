import { formatCru } from '@moho/protocol/amount';

/** One column of a CSV file: its header names the unit. */
export interface CsvColumn<Row> {
  header: string;
  cell: (row: Row) => string | number | boolean | null | undefined;
}

const LINE_END = '\r\n';

/** Spreadsheets run a cell that begins like this as a formula; an apostrophe makes it the text it is. A number is none. */
const FORMULA = /^(?!-\d+(\.\d+)?$)[=+\-@\t\r]/;

/** One cell by RFC 4180: quoted where it must be. What is not there is an empty cell. */
export const csvCell = (value: string | number | boolean | null | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

export const csvHeader = <Row>(columns: readonly CsvColumn<Row>[]): string =>
  columns.map(({ header }) => csvCell(header)).join(',') + LINE_END;

/** Lines of some rows, each ended as RFC 4180 wants it. */
export const csvLines = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string =>
  rows.map((row) => columns.map(({ cell }) => csvCell(cell(row))).join(',') + LINE_END).join('');

/** An amount as two columns: whole pico-CRU for programs, decimal CRU for people. */
export const amountColumns = <Row>(name: string, of: (row: Row) => string | null | undefined): CsvColumn<Row>[] => [
  { header: `${name}_pico`, cell: of },
  {
    header: `${name}_cru`,
    cell: (row) => {
      const pico = of(row);
      return pico === null || pico === undefined ? null : formatCru(BigInt(pico));
    },
  },
];
