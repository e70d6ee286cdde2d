import { brokenScale } from '../../lib/chart/path';
import { formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './life-line.module.css';

const words = text.file.life;
const WIDTH = 1000;
const BASE = 42;
/** What lies behind gets at least this part of the width: a file lives for months after a busy first day. */
const PAST_SHARE = 0.55;

/** How high an event swings: money and replicas move a file more than bookkeeping does. */
const REACH: Record<string, number> = {
  ORDERED: 30,
  FIRST_REPLICA: 34,
  RENEWED: 30,
  EXTENDED: 26,
  CLOSED: 34,
  ILLEGAL: 34,
  PREPAID: 18,
  REPLICA_ADDED: 16,
  REPLICA_REMOVED: 20,
};
const SMALL_REACH = 8;

export interface LifeLineProps {
  from: number;
  asOf: number;
  /** 0: the paid time has not begun */
  expiredAt: number;
  paidBlocks: number;
  endedAtBlock: number | null;
  /** the block was asked for, so it is not "now" */
  past: boolean;
  events: readonly { block: number; kind: string }[];
}

const seismogram = (events: LifeLineProps['events'], x: (block: number) => number, end: number): string => {
  const sorted = [...events].sort((a, b) => a.block - b.block);
  let path = `M0,${BASE}`;
  for (const event of sorted) {
    const at = x(event.block);
    const reach = REACH[event.kind] ?? SMALL_REACH;
    path += `L${at - 2.5},${BASE}L${at - 0.8},${BASE - reach}L${at + 1.2},${BASE + reach * 0.45}L${at + 3},${BASE}`;
  }
  return `${path}L${x(end)},${BASE}`;
};

/** A file's life from its first order to the end of the paid time: each event swings the line, the band below is paid time. */
export const LifeLine = ({ from, asOf, expiredAt, paidBlocks, endedAtBlock, past, events }: LifeLineProps) => {
  const last = endedAtBlock ?? asOf;
  // of a file that is gone, the line ends where the chain deleted it
  const until = endedAtBlock === null ? Math.max(asOf, expiredAt, from + 1) : Math.max(endedAtBlock, from + 1);
  const x = brokenScale(from, last, until, WIDTH, PAST_SHARE);
  const paidFrom = Math.max(from, expiredAt - paidBlocks);
  const marks = [
    { block: from, label: words.placed },
    ...(expiredAt > 0 ? [{ block: expiredAt, label: words.expires }] : []),
    endedAtBlock === null
      ? { block: asOf, label: past ? words.asked : words.now }
      : { block: endedAtBlock, label: words.closed },
  ].sort((a, b) => a.block - b.block);
  const summary = words.summary(marks.map(({ block, label }) => `${label} ${formatInteger(block)}`).join(', '));
  return (
    <div className={styles.life}>
      <svg
        className={styles.line}
        viewBox={`0 0 ${WIDTH} 84`}
        preserveAspectRatio="none"
        role="img"
        aria-label={summary}
      >
        {expiredAt > 0 && (
          <>
            <rect
              className={styles.paid}
              x={x(paidFrom)}
              y="66"
              width={Math.max(2, x(expiredAt) - x(paidFrom))}
              height="8"
            />
            <rect
              className={styles.used}
              x={x(paidFrom)}
              y="66"
              width={Math.max(0, x(Math.min(last, expiredAt)) - x(paidFrom))}
              height="8"
            />
          </>
        )}
        <line className={styles.future} x1={x(last)} x2={WIDTH} y1={BASE} y2={BASE} />
        <path className={styles.trace} d={seismogram(events, x, last)} />
        <line className={styles.now} x1={x(last)} x2={x(last)} y1="4" y2="80" />
      </svg>
      <ol className={styles.marks}>
        {marks.map(({ block, label }) => (
          <li key={label}>
            <span>{label}</span> <span className="mono">{formatInteger(block)}</span>
          </li>
        ))}
      </ol>
      {x.broken && <p className={styles.note}>{words.compressed}</p>}
    </div>
  );
};
