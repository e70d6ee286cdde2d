import { linearScale, niceTicks } from '../../lib/chart/path';
import styles from './chart.module.css';
import { ChartFrame, PLOT_HEIGHT, PLOT_WIDTH } from './frame';

export interface Bar {
  key: string;
  label: string;
  /** from bottom to top */
  parts: readonly {
    value: number;
    tone: 'ember' | 'good' | 'warn' | 'bad' | 'wait' | 'olivine' | 'idle';
    label: string;
  }[];
  title: string;
}

interface BarChartProps {
  title: string;
  summary: string;
  bars: readonly Bar[];
  yFormat: (value: number) => string;
}

const total = (bar: Bar) => bar.parts.reduce((sum, part) => sum + part.value, 0);

/** Stacked bars, oldest at the left. */
export const BarChart = ({ title, summary, bars, yFormat }: BarChartProps) => {
  const high = Math.max(...bars.map(total), 1e-9) * 1.05;
  const y = linearScale([0, high], [0, PLOT_HEIGHT]);
  const step = PLOT_WIDTH / Math.max(bars.length, 1);
  const width = Math.min(step * 0.72, 40);
  const shown = bars.length > 8 ? [0, Math.floor(bars.length / 2), bars.length - 1] : bars.map((_, i) => i);
  const legend = [...new Map(bars.flatMap((bar) => bar.parts).map((part) => [part.label, part])).values()];
  return (
    <ChartFrame
      title={title}
      summary={summary}
      yLabels={niceTicks(0, high).map((tick) => ({ at: tick / high, label: yFormat(tick) }))}
      xLabels={shown.map((i) => ({ at: (i + 0.5) / Math.max(bars.length, 1), label: bars[i]?.label ?? '' }))}
      legend={legend.length > 1 ? legend : undefined}
    >
      {bars.map((bar, i) => {
        let base = 0;
        return (
          <g key={bar.key}>
            <title>{bar.title}</title>
            <rect className={styles.hit} x={i * step} y="0" width={step} height={PLOT_HEIGHT} />
            {bar.parts.map((part) => {
              const height = y(part.value);
              base += height;
              return (
                <rect
                  key={part.label}
                  className={styles.bar}
                  data-tone={part.tone}
                  x={i * step + (step - width) / 2}
                  y={PLOT_HEIGHT - base}
                  width={width}
                  height={Math.max(height, part.value > 0 ? 1 : 0)}
                />
              );
            })}
          </g>
        );
      })}
    </ChartFrame>
  );
};
