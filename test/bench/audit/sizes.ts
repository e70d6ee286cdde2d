import type postgres from 'postgres';

/** Reports a year of the real network: about 1,600 machines, 24 slots a day. */
export const REPORTS_A_YEAR = 14_000_000;

/** What a table costs on disk for so many reports, bytes. */
export interface RowSize {
  table: string;
  reports: number;
  rows: number;
  tableBytes: number;
  indexBytes: number;
}

export const sizeOf = async (sql: postgres.Sql, schema: string, table: string, reports: number): Promise<RowSize> => {
  const name = `"${schema}"."${table}"`;
  const [row] = await sql.unsafe<{ rows: string; table: string; indexes: string }[]>(
    `select (select count(*) from ${name}) as rows, pg_table_size('${name}') as table, pg_indexes_size('${name}') as indexes`,
  );
  return { table, reports, rows: Number(row?.rows), tableBytes: Number(row?.table), indexBytes: Number(row?.indexes) };
};

const GIGA = 1e9;

/** One line per table: bytes for each accepted report, and how the table grows in a year of the real network. */
export const printSizes = (sizes: RowSize[], say: (line: string) => void): void => {
  for (const { table, reports, rows, tableBytes, indexBytes } of sizes) {
    const each = (bytes: number) => (bytes / reports).toFixed(0);
    const year = ((tableBytes + indexBytes) / reports) * REPORTS_A_YEAR;
    say(
      `${table}: ${rows} rows for ${reports} reports; ${each(tableBytes + indexBytes)} bytes a report ` +
        `(table ${each(tableBytes)}, indexes ${each(indexBytes)}); ${(year / GIGA).toFixed(2)} GB a year`,
    );
  }
};
