import { Amount, columnDigits } from '../../components/amount/amount';
import { BlockRef } from '../../components/block-ref/block-ref';
import { LineChart } from '../../components/chart/line-chart';
import { NothingYet } from '../../components/empty/empty';
import { ListEnd } from '../../components/pagination/list-end';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText, proofOf } from '../../components/receipt/proof';
import { Panel, Section } from '../../components/section/section';
import { type Column, Table } from '../../components/table/table';
import { toPlot } from '../../lib/chart/path';
import { displayCru } from '../../lib/format/amount';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './page.module.css';
import type { PriceRow } from './query';

const words = text.market.steps;
const TABLE_ROWS = 15;

type Fees = 'baseFee' | 'byteFee' | 'keysFee';

/** A fee over time; all rows with the same digits, so that a step is seen at a glance. */
const feeColumn = (rows: readonly PriceRow[], field: Fees, header: string): Column<PriceRow> => {
  const digits = columnDigits(rows.map((row) => row[field]));
  return {
    key: field,
    header,
    numeric: true,
    proof: (row) => proofOf(header, picoText(row[field]), receiptIn(row.figureReceipts, field)),
    cell: (row) => <Amount pico={row[field]} unit={false} digits={digits} />,
  };
};

const filesColumn: Column<PriceRow> = {
  key: 'files',
  header: words.files,
  numeric: true,
  proof: (row) => proofOf(words.files, row.fileKeysCount, receiptIn(row.figureReceipts, 'fileKeysCount')),
  cell: (row) => (row.fileKeysCount === null ? text.common.none : formatInteger(row.fileKeysCount)),
};

const columnsOf = (rows: readonly PriceRow[]): Column<PriceRow>[] => [
  { key: 'block', header: words.block, cell: (row) => <BlockRef block={row.block} time={row.time} /> },
  feeColumn(rows, 'baseFee', text.market.fees.baseCru),
  feeColumn(rows, 'byteFee', text.market.fees.byteCru),
  feeColumn(rows, 'keysFee', text.market.fees.keysCru),
  filesColumn,
];

const FEES = [
  { field: 'baseFee', label: text.market.fees.base, tone: 'ember' },
  { field: 'byteFee', label: text.market.fees.byte, tone: 'olivine' },
  { field: 'keysFee', label: text.market.fees.keys, tone: 'good' },
] as const;

interface Staircases {
  rows: readonly PriceRow[];
  /** newest block of the index: the last step holds until there */
  head: number | null;
}

const Fee = ({ rows, head, field, label, tone }: Staircases & (typeof FEES)[number]) => {
  const values = rows.map((row) => BigInt(row[field]));
  const low = values.reduce((a, b) => (a < b ? a : b));
  const high = values.reduce((a, b) => (a > b ? a : b));
  const digits = columnDigits(rows.map((row) => row[field]));
  const amount = (pico: bigint | string) => {
    const { whole, fraction } = displayCru(pico, false, digits);
    return fraction === '' ? whole : `${whole}.${fraction}`;
  };
  const point = (block: number, fee: string, title: string) => ({
    x: block,
    y: toPlot(BigInt(fee), 1n),
    title: `${title}: ${amount(fee)}`,
  });
  const steps = rows.map((row) => point(row.block, row[field], formatInteger(row.block)));
  const last = rows.at(-1);
  const now =
    last === undefined || head === null || head <= last.block
      ? []
      : [point(head, last[field], words.since(formatInteger(last.block), formatInteger(head)))];
  return (
    <Panel>
      <LineChart
        title={`${label}, ${text.common.cru}`}
        summary={words.summary(rows.length, amount(low), amount(high))}
        steps
        yFormat={(value) => amount(BigInt(Math.round(value)))}
        xFormat={formatInteger}
        series={[{ label, tone, points: [...steps, ...now] }]}
      />
    </Panel>
  );
};

/** The three fees as staircases from the oldest step to the newest block; nothing to draw before there are two steps. */
export const FeeCharts = ({ rows, head }: Staircases) => {
  const oldestFirst = [...rows].reverse();
  if (oldestFirst.length < 2) return null;
  return (
    <div className={styles.charts}>
      {FEES.map((fee) => (
        <Fee key={fee.field} rows={oldestFirst} head={head} {...fee} />
      ))}
    </div>
  );
};

/** The fees’ steps: three staircases and their figures. */
export const Steps = ({ rows, head, more }: Staircases & { more: boolean }) => {
  const table = rows.slice(0, TABLE_ROWS);
  return (
    <Section title={words.title} lead={words.lead}>
      <FeeCharts rows={rows} head={head} />
      <Table
        caption={words.table}
        columns={columnsOf(table)}
        rows={table}
        rowKey={(row) => String(row.block)}
        rowName={(row) => text.chain.block.titleOf(formatInteger(row.block))}
        empty={<NothingYet>{words.none}</NothingYet>}
        cards
      />
      <ListEnd shown={table.length} more={more || rows.length > table.length} />
    </Section>
  );
};
