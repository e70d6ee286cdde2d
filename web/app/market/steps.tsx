import { PICO_PER_CRU } from '@moho/protocol/amount';
import { Amount } from '../../components/amount/amount';
import { BlockRef } from '../../components/block-ref/block-ref';
import { LineChart } from '../../components/chart/line-chart';
import { Panel, Section } from '../../components/section/section';
import { type Column, Table } from '../../components/table/table';
import { toPlot } from '../../lib/chart/path';
import { shortCru } from '../../lib/format/amount';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './page.module.css';
import type { PriceRow } from './query';

const words = text.market.steps;
const TABLE_ROWS = 25;

const count = (value: number | null) => (value === null ? text.common.none : formatInteger(value));

const columns: Column<PriceRow>[] = [
  { key: 'block', header: words.block, cell: (row) => <BlockRef block={row.block} time={row.time} /> },
  {
    key: 'base',
    header: text.market.fees.base,
    numeric: true,
    cell: (row) => <Amount pico={row.baseFee} unit={false} />,
  },
  {
    key: 'byte',
    header: text.market.fees.byte,
    numeric: true,
    cell: (row) => <Amount pico={row.byteFee} unit={false} />,
  },
  {
    key: 'keys',
    header: text.market.fees.keys,
    numeric: true,
    cell: (row) => <Amount pico={row.keysFee} unit={false} />,
  },
  { key: 'files', header: words.files, numeric: true, cell: (row) => count(row.fileKeysCount) },
  { key: 'orders', header: words.orders, numeric: true, cell: (row) => count(row.ordersCount) },
  { key: 'added', header: words.added, numeric: true, cell: (row) => count(row.addedFilesCount) },
];

const FEES = [
  { field: 'baseFee', label: text.market.fees.base, tone: 'ember' },
  { field: 'byteFee', label: text.market.fees.byte, tone: 'olivine' },
  { field: 'keysFee', label: text.market.fees.keys, tone: 'good' },
] as const;

const Fee = ({ rows, field, label, tone }: { rows: readonly PriceRow[] } & (typeof FEES)[number]) => {
  const values = rows.map((row) => BigInt(row[field]));
  const low = values.reduce((a, b) => (a < b ? a : b));
  const high = values.reduce((a, b) => (a > b ? a : b));
  // below a millionth of a CRU the chain's own unit is easier to read
  const inPico = high < PICO_PER_CRU / 1_000_000n;
  const amount = (pico: bigint | string) => (inPico ? formatInteger(pico) : shortCru(pico));
  return (
    <Panel>
      <LineChart
        title={`${label}, ${inPico ? text.common.pico : text.common.cru}`}
        summary={words.summary(rows.length, amount(low), amount(high))}
        steps
        yFormat={(value) => amount(BigInt(Math.round(value)))}
        xFormat={formatInteger}
        series={[
          {
            label,
            tone,
            points: rows.map((row) => ({
              x: row.block,
              y: toPlot(BigInt(row[field]), 1n),
              title: `${formatInteger(row.block)}: ${amount(row[field])}`,
            })),
          },
        ]}
      />
    </Panel>
  );
};

/** The fees' recorded changes: three staircases and their figures. */
export const Steps = ({ rows }: { rows: readonly PriceRow[] }) => {
  const oldestFirst = [...rows].reverse();
  return (
    <Section title={words.title} lead={words.lead}>
      {oldestFirst.length > 1 && (
        <div className={styles.charts}>
          {FEES.map((fee) => (
            <Fee key={fee.field} rows={oldestFirst} {...fee} />
          ))}
        </div>
      )}
      <Table
        caption={words.table}
        columns={columns}
        rows={rows.slice(0, TABLE_ROWS)}
        rowKey={(row) => String(row.block)}
        cards
      />
    </Section>
  );
};
