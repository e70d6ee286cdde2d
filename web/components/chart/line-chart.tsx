import { linearScale, linePath, niceTicks, stepPath } from '../../lib/chart/path';
import styles from './chart.module.css';
import { type AxisLabel, ChartFrame, PLOT_HEIGHT, PLOT_WIDTH } from './frame';

export interface Series {
  label: string;
  tone: 'ember' | 'good' | 'wait' | 'olivine' | 'ink';
  points: readonly { x: number; y: number | null; title: string }[];
}

interface LineChartProps {
  title: string;
  summary: string;
  series: readonly Series[];
  yFormat: (value: number) => string;
  xFormat: (value: number) => string;
  /** a value holds until the next point, as fees and limits do */
  steps?: boolean;
  /** start the vertical axis at 0 */
  fromZero?: boolean;
}

const extent = (values: readonly number[]): [number, number] =>
  values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];

const labels = (
  ticks: readonly number[],
  [low, high]: readonly [number, number],
  format: (n: number) => string,
): AxisLabel[] => ticks.map((tick) => ({ at: high === low ? 0.5 : (tick - low) / (high - low), label: format(tick) }));

/** Lines over a common axis, from rows to SVG on the server. Each point has a title for the pointer. */
export const LineChart = ({
  title,
  summary,
  series,
  yFormat,
  xFormat,
  steps = false,
  fromZero = false,
}: LineChartProps) => {
  const xDomain = extent(series.flatMap((s) => s.points.map((p) => p.x)));
  const [low, high] = extent(series.flatMap((s) => s.points.flatMap((p) => (p.y === null ? [] : [p.y]))));
  const margin = high === low ? Math.max(Math.abs(high) * 0.1, 1e-9) : (high - low) * 0.08;
  const yDomain: [number, number] = [fromZero ? 0 : Math.max(low - margin, low >= 0 ? 0 : low - margin), high + margin];
  const x = linearScale(xDomain, [0, PLOT_WIDTH]);
  const y = linearScale(yDomain, [PLOT_HEIGHT, 0]);
  const draw = steps ? stepPath : linePath;
  const middle = (xDomain[0] + xDomain[1]) / 2;
  const xTicks = xDomain[0] === xDomain[1] ? [xDomain[0]] : [xDomain[0], Math.round(middle), xDomain[1]];
  return (
    <ChartFrame
      title={title}
      summary={summary}
      yLabels={labels(niceTicks(...yDomain), yDomain, yFormat)}
      xLabels={labels(xTicks, xDomain, xFormat)}
      legend={series.length > 1 ? series : undefined}
    >
      {series.map((s) => (
        <path
          key={s.label}
          className={styles.line}
          data-tone={s.tone}
          d={draw(s.points.map((p) => ({ x: x(p.x), y: p.y === null ? null : y(p.y) })))}
        />
      ))}
      {series.flatMap((s) =>
        s.points.map((p) =>
          p.y === null ? null : (
            <rect key={`${s.label}-${p.x}`} className={styles.hit} x={x(p.x) - 7} y={y(p.y) - 9} width="14" height="18">
              <title>{p.title}</title>
            </rect>
          ),
        ),
      )}
    </ChartFrame>
  );
};
