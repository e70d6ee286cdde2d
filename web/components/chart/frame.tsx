import type { ReactNode } from 'react';
import styles from './chart.module.css';

export interface AxisLabel {
  /** 0 (left or bottom) to 1 (right or top) */
  at: number;
  label: string;
}

interface ChartFrameProps {
  title: string;
  /** what the picture says, for those who do not see it */
  summary: string;
  yLabels: readonly AxisLabel[];
  xLabels: readonly AxisLabel[];
  legend?: readonly { label: string; tone: string }[];
  children: ReactNode;
}

export const PLOT_WIDTH = 1000;
export const PLOT_HEIGHT = 300;

/** Room for the longest label, a little less than a digit each since points and commas are narrow. */
const widest = (labels: readonly AxisLabel[]): number => Math.max(5, ...labels.map(({ label }) => label.length * 0.88));

const percent = (at: number) => `${(at * 100).toFixed(2)}%`;

/**
 * Axes and words around a plot. The plot stretches with its box; labels are HTML, so that they stay readable at any width.
 */
export const ChartFrame = ({ title, summary, yLabels, xLabels, legend, children }: ChartFrameProps) => (
  <figure className={styles.chart}>
    <figcaption className={styles.caption}>
      <span>{title}</span>
      {legend?.map(({ label, tone }) => (
        <span key={label} className={styles.key} data-tone={tone}>
          {label}
        </span>
      ))}
    </figcaption>
    <div className={styles.body}>
      <div className={styles.yAxis} style={{ minWidth: `${widest(yLabels)}ch` }} aria-hidden="true">
        {yLabels.map(({ at, label }) => (
          <span key={at} style={{ bottom: percent(at) }}>
            {label}
          </span>
        ))}
      </div>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${PLOT_WIDTH} ${PLOT_HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}. ${summary}`}
      >
        {yLabels.map(({ at }) => (
          <line
            key={at}
            className={styles.grid}
            x1="0"
            x2={PLOT_WIDTH}
            y1={(1 - at) * PLOT_HEIGHT}
            y2={(1 - at) * PLOT_HEIGHT}
          />
        ))}
        {children}
      </svg>
      <div className={styles.xAxis} aria-hidden="true">
        {xLabels.map(({ at, label }) => (
          <span
            key={`${at}-${label}`}
            style={{ left: percent(at) }}
            data-edge={at < 0.08 ? 'start' : at > 0.92 ? 'end' : 'none'}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  </figure>
);
