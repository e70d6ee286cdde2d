import { Address } from '../../components/address/address';
import { Amount } from '../../components/amount/amount';
import { BarChart } from '../../components/chart/bar-chart';
import { LineChart } from '../../components/chart/line-chart';
import { ExportLinks } from '../../components/export-links/export-links';
import { LifeLine } from '../../components/life-line/life-line';
import { GridLegend } from '../../components/report-grid/legend';
import { ReportGrid } from '../../components/report-grid/report-grid';
import { Panel, Section } from '../../components/section/section';
import { ShareBar } from '../../components/share-bar/share-bar';
import { Table } from '../../components/table/table';
import { WaterfallStep } from '../../components/waterfall/waterfall';
import { formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import { ADDRESSES, GRID_CLOCK, GRID_MACHINES, WAVE } from './samples';

const words = text.design;

export const TableSamples = () => (
  <Section title={words.tables}>
    <Table
      caption={words.tables}
      rows={ADDRESSES.map((address, i) => ({ address, stake: BigInt(4 - i) * 10n ** 16n }))}
      rowKey={(row) => row.address}
      sorting={{ field: 'stake', direction: 'DESC', hrefFor: () => route.design }}
      columns={[
        { key: 'node', header: text.node.table.node, cell: (row) => <Address address={row.address} /> },
        {
          key: 'stake',
          header: text.node.table.effective,
          numeric: true,
          sort: 'stake',
          cell: (row) => <Amount pico={row.stake} />,
        },
      ]}
      cards
    />
  </Section>
);

export const ChartSamples = () => (
  <Section title={words.charts}>
    <div className={styles.two}>
      <Panel>
        <LineChart
          title={words.sample}
          summary={words.sample}
          yFormat={(y) => y.toFixed(1)}
          xFormat={formatInteger}
          series={[
            { label: 'a', tone: 'ember', points: WAVE },
            { label: 'b', tone: 'olivine', points: WAVE.map((p) => ({ ...p, y: 6 - p.y })) },
          ]}
        />
      </Panel>
      <Panel>
        <BarChart
          title={words.sample}
          summary={words.sample}
          yFormat={(y) => y.toFixed(0)}
          bars={WAVE.slice(0, 16).map((p) => ({
            key: String(p.x),
            label: formatInteger(p.x),
            title: p.title,
            parts: [
              { value: p.y, tone: 'olivine', label: text.era.chart.staking },
              { value: p.y / 4, tone: 'ember', label: text.era.chart.authoring },
            ],
          }))}
        />
      </Panel>
      <Panel>
        <ShareBar
          title={text.portfolio.durability.chart}
          shares={[
            { key: 'bad', label: text.file.status.UNREACHABLE, perbill: 20_000_000, tone: 'bad' },
            { key: 'warn', label: text.file.status.AT_RISK, perbill: 80_000_000, tone: 'warn' },
            { key: 'wait', label: text.file.status.WAITING, perbill: 100_000_000, tone: 'wait' },
            { key: 'good', label: text.file.status.STORED, perbill: 700_000_000, tone: 'good' },
            { key: 'idle', label: text.file.status.CLOSED, perbill: 100_000_000, tone: 'idle' },
          ]}
        />
        <WaterfallStep from={24n} to={10n} lowest={10n} highest={24n} />
        <WaterfallStep from={10n} to={12n} lowest={10n} highest={24n} />
        <ExportLinks csv={route.design} json={route.design} />
      </Panel>
    </div>
  </Section>
);

export const GridSamples = () => (
  <Section title={words.grid}>
    <GridLegend />
    <ReportGrid
      caption={words.grid}
      machines={GRID_MACHINES}
      clock={GRID_CLOCK}
      unusual={Promise.resolve([])}
      asDays={false}
      at={null}
    />
  </Section>
);

export const LifeSamples = () => (
  <Section title={words.life}>
    <LifeLine
      from={5600}
      asOf={6420}
      expiredAt={6700}
      paidBlocks={900}
      endedAtBlock={null}
      past={false}
      events={[
        { block: 5600, kind: 'ORDERED' },
        { block: 5640, kind: 'FIRST_REPLICA' },
        { block: 5700, kind: 'REPLICA_ADDED' },
        { block: 5910, kind: 'REPLICA_ADDED' },
        { block: 6100, kind: 'PREPAID' },
        { block: 6250, kind: 'REPLICA_REMOVED' },
      ]}
    />
  </Section>
);
