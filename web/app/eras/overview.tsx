import { PICO_PER_CRU } from '@moho/protocol/amount';
import type { ReactNode } from 'react';
import { Amount } from '../../components/amount/amount';
import { BarChart } from '../../components/chart/bar-chart';
import { LineChart } from '../../components/chart/line-chart';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { perbillText, picoText } from '../../components/receipt/proof';
import { Panel, Section } from '../../components/section/section';
import { Stat, Stats } from '../../components/stat/stat';
import { toPlot } from '../../lib/chart/path';
import { shortCru } from '../../lib/format/amount';
import { displayPerbill, formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import type { EraRow } from './query';

const words = text.era.overview;
export type Pooled = EraRow & { pool: NonNullable<EraRow['pool']> };

/** Eras whose pool is known, newest first. */
export const pooledOf = (eras: readonly EraRow[]): Pooled[] => eras.filter((era): era is Pooled => era.pool !== null);

const plot = (pico: string) => toPlot(BigInt(pico), PICO_PER_CRU);
const cruAt = (value: number) => shortCru(BigInt(Math.round(value * 1e6)) * 10n ** 6n);
const perbillOf = (permill: string) => BigInt(permill) * 1000n;

/** The newest closed era in figures: its pool, where that came from and what it was counted by. */
export const LastEra = ({ era }: { era: Pooled }) => {
  const { pool } = era;
  const receipt = receiptIn(era.figureReceipts, 'pool');
  const figure = (label: string, raw: string | null, shown: ReactNode, note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={raw} receipt={receipt}>
        {shown}
      </Figure>
    </Stat>
  );
  const money = (label: string, field: 'pool' | 'gpos' | 'market' | 'issuance', note?: string) =>
    figure(label, picoText(pool[field]), <Amount pico={pool[field]} />, note);
  const year = pool.year === null ? undefined : words.issuedNote(formatInteger(pool.year + 1));
  return (
    <Section title={words.title}>
      <Panel>
        <Stats>
          {money(words.pool, 'pool')}
          {money(words.issued, 'gpos', year)}
          {money(words.market, 'market')}
          {figure(
            words.share,
            perbillText(Number(pool.authoringSharePerbill)),
            displayPerbill(BigInt(pool.authoringSharePerbill)),
          )}
          {figure(
            words.ratio,
            `${pool.stakingRatioPermill} permill`,
            displayPerbill(perbillOf(pool.stakingRatioPermill)),
            words.ratioNote,
          )}
          {money(words.issuance, 'issuance')}
        </Stats>
      </Panel>
    </Section>
  );
};

const Sources = ({ eras }: { eras: readonly Pooled[] }) => (
  <BarChart
    title={words.sources}
    summary={text.era.chart.summary(eras.length)}
    yFormat={cruAt}
    bars={eras.map(({ era, pool }) => ({
      key: String(era),
      label: formatInteger(era),
      title: words.sourcesTitle(formatInteger(era), shortCru(pool.gpos), shortCru(pool.market)),
      parts: [
        { value: plot(pool.gpos), tone: 'olivine', label: words.issuedLabel },
        { value: plot(pool.market), tone: 'ember', label: words.marketLabel },
      ],
    }))}
  />
);

const Ratios = ({ eras }: { eras: readonly Pooled[] }) => {
  const point = (era: number, perbill: bigint) => ({
    x: era,
    y: Number(perbill) / 1e9,
    title: words.point(formatInteger(era), displayPerbill(perbill)),
  });
  const ratios = eras.map(({ pool }) => perbillOf(pool.stakingRatioPermill));
  const sorted = [...ratios].sort((a, b) => (a < b ? -1 : 1));
  return (
    <LineChart
      title={words.ratioChart}
      summary={words.ratioSummary(displayPerbill(sorted[0] ?? 0n), displayPerbill(sorted.at(-1) ?? 0n))}
      yFormat={(value) => displayPerbill(BigInt(Math.round(value * 1e9)))}
      xFormat={formatInteger}
      fromZero
      series={[
        { label: words.ratio, tone: 'olivine', points: eras.map(({ era }, i) => point(era, ratios[i] ?? 0n)) },
        {
          label: words.share,
          tone: 'ember',
          points: eras.map(({ era, pool }) => point(era, BigInt(pool.authoringSharePerbill))),
        },
      ]}
    />
  );
};

const Issuance = ({ eras }: { eras: readonly Pooled[] }) => (
  <LineChart
    title={words.issuanceChart}
    summary={text.era.chart.summary(eras.length)}
    yFormat={cruAt}
    xFormat={formatInteger}
    series={[
      {
        label: words.issuance,
        tone: 'olivine',
        points: eras.map(({ era, pool }) => ({
          x: era,
          y: plot(pool.issuance),
          title: words.point(formatInteger(era), shortCru(pool.issuance)),
        })),
      },
    ]}
  />
);

/** Where the pools came from, how much was staked and how much there is. */
export const EraOverviewCharts = ({ eras }: { eras: readonly Pooled[] }) => {
  if (eras.length < 2) return null;
  const oldestFirst = [...eras].reverse();
  return (
    <>
      <Panel>
        <Sources eras={oldestFirst} />
      </Panel>
      <Panel>
        <Ratios eras={oldestFirst} />
      </Panel>
      <Panel>
        <Issuance eras={oldestFirst} />
      </Panel>
    </>
  );
};
