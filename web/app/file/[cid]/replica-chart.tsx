import { LineChart } from '../../../components/chart/line-chart';
import { formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import type { FileData } from './query';

const words = text.file.chart;

const SERIES = [
  { field: 'entries', label: text.file.counts.entries, tone: 'olivine' },
  { field: 'reported', label: text.file.counts.reported, tone: 'good' },
  { field: 'live', label: text.file.counts.live, tone: 'ember' },
] as const;

/** The three replica numbers over time, a step at every block at which one of them changed. */
export const ReplicaChart = ({ file }: { file: FileData }) => {
  const steps = file.replicaHistory;
  const last = steps.at(-1);
  if (last === undefined || steps.every(({ entries, reported }) => entries === 0 && reported === 0)) return null;
  const points = last.block < file.asOf ? [...steps, { ...last, block: file.asOf }] : steps;
  const most = Math.max(...steps.map(({ live }) => live));
  return (
    <LineChart
      title={words.title}
      summary={words.summary(last.live, last.reported, last.entries, most)}
      series={SERIES.map(({ field, label, tone }) => ({
        label,
        tone,
        points: points.map((point) => ({
          x: point.block,
          y: point[field],
          title: words.point(formatInteger(point.block), label, point[field]),
        })),
      }))}
      yFormat={(n) => (Number.isInteger(n) ? formatInteger(n) : '')}
      xFormat={(block) => formatInteger(Math.round(block))}
      steps
      fromZero
    />
  );
};
