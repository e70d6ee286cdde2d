import styles from './share-bar.module.css';

export interface Share {
  key: string;
  label: string;
  /** of the whole, in parts of a billion */
  perbill: number;
  tone: 'good' | 'wait' | 'warn' | 'bad' | 'idle';
}

const WIDTH = 1000;
const HEIGHT = 22;
/** even one file of a million can be seen */
const NARROWEST = 6;

/** The shares of a whole as one bar. What it says stands beside it in words; the picture only helps. */
export const ShareBar = ({ title, shares }: { title: string; shares: readonly Share[] }) => {
  const widths = shares.map(({ perbill }) => Math.max(NARROWEST, (perbill / 1e9) * WIDTH));
  const total = widths.reduce((sum, width) => sum + width, 0) || 1;
  const summary = shares.map(({ label, perbill }) => `${label} ${(perbill / 1e7).toFixed(1)} %`).join(', ');
  let x = 0;
  return (
    <svg
      className={styles.bar}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${title}: ${summary}`}
    >
      {shares.map(({ key, label, tone }, i) => {
        const width = ((widths[i] as number) / total) * WIDTH;
        const left = x;
        x += width;
        return (
          <rect key={key} className={styles.part} data-tone={tone} x={left} y="0" width={width} height={HEIGHT}>
            <title>{label}</title>
          </rect>
        );
      })}
    </svg>
  );
};
