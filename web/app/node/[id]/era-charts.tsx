import { PICO_PER_CRU } from '@moho/protocol/amount';
import { BILLION } from '@moho/protocol/base';
import { BarChart } from '../../../components/chart/bar-chart';
import { LineChart } from '../../../components/chart/line-chart';
import { Panel } from '../../../components/section/section';
import { toPlot } from '../../../lib/chart/path';
import { shortCru } from '../../../lib/format/amount';
import { displayPerbill, formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { NodeData } from './query';

const words = text.node.eras;
type Era = NodeData['eras']['nodes'][number];
type Closed = Era & { payout: NonNullable<Era['payout']> };

const plot = (pico: string | bigint | null) => toPlot(BigInt(pico ?? 0), PICO_PER_CRU);
const cruAt = (value: number) => shortCru(BigInt(Math.round(value * 1e6)) * 10n ** 6n);
const least = (all: readonly bigint[]) => all.reduce((a, b) => (a < b ? a : b), all[0] ?? 0n);
const most = (all: readonly bigint[]) => all.reduce((a, b) => (a > b ? a : b), 0n);

const Divided = ({ eras }: { eras: readonly Closed[] }) => {
  const totals = eras.map(({ payout }) => BigInt(payout.total));
  return (
    <BarChart
      title={words.chart}
      summary={words.summary(eras.length, shortCru(least(totals)), shortCru(most(totals)))}
      yFormat={cruAt}
      bars={eras.map(({ era, payout }) => ({
        key: String(era),
        label: formatInteger(era),
        title: words.dividedTitle(formatInteger(era), shortCru(payout.guarantors), shortCru(payout.validator)),
        parts: [
          { value: plot(payout.guarantors), tone: 'olivine', label: words.toGuarantors },
          { value: plot(BigInt(payout.validator) - BigInt(payout.clipped)), tone: 'ember', label: words.toNode },
          { value: plot(payout.clipped), tone: 'bad', label: words.toNodeClipped },
        ],
      }))}
    />
  );
};

const Returns = ({ eras }: { eras: readonly Closed[] }) => {
  const known = eras.flatMap(({ era, payout }) =>
    payout.yearlyPerbill === null ? [] : [{ era, rate: BigInt(payout.yearlyPerbill) }],
  );
  if (known.length < 2) return null;
  const rates = known.map(({ rate }) => rate);
  return (
    <LineChart
      title={words.returns}
      summary={words.returnsSummary(known.length, displayPerbill(least(rates)), displayPerbill(most(rates)))}
      yFormat={(value) => displayPerbill(BigInt(Math.round(value * 1e9)))}
      xFormat={formatInteger}
      fromZero
      series={[
        {
          label: words.rate,
          tone: 'olivine',
          points: known.map(({ era, rate }) => ({
            x: era,
            y: toPlot(rate, BILLION),
            title: words.pointTitle(formatInteger(era), displayPerbill(rate)),
          })),
        },
      ]}
    />
  );
};

const Weights = ({ eras }: { eras: readonly Era[] }) => {
  const line = (label: string, tone: 'ember' | 'olivine', of: (era: Era) => string | null) => ({
    label,
    tone,
    points: eras.map((era) => ({
      x: era.era,
      y: of(era) === null ? null : plot(of(era)),
      title: words.pointTitle(formatInteger(era.era), shortCru(of(era) ?? 0n)),
    })),
  });
  return (
    <LineChart
      title={words.weights}
      summary={words.weightsSummary(eras.length)}
      yFormat={cruAt}
      xFormat={formatInteger}
      steps
      fromZero
      series={[
        line(words.nominal, 'olivine', (era) => era.nominalTotal),
        line(words.limitLine, 'ember', (era) => era.stakeLimitAtSnapshot),
      ]}
    />
  );
};

/** What each of the last eras paid and to whom, the return of a CRU, and how heavy the node was. */
export const EraCharts = ({ eras }: { eras: readonly Era[] }) => {
  const oldestFirst = [...eras].reverse();
  const closed = oldestFirst.filter((era): era is Closed => era.payout !== null);
  if (closed.length < 2) return null;
  return (
    <div className={styles.chart}>
      <Panel>
        <Divided eras={closed} />
      </Panel>
      <Panel>
        <Returns eras={closed} />
      </Panel>
      <Panel>
        <Weights eras={oldestFirst} />
      </Panel>
    </div>
  );
};
