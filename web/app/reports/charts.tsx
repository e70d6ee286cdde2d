import Link from 'next/link';
import { BarChart } from '../../components/chart/bar-chart';
import { LineChart } from '../../components/chart/line-chart';
import { NothingYet } from '../../components/empty/empty';
import { Section } from '../../components/section/section';
import { displayBytes, formatInteger } from '../../lib/format/quantity';
import { REPORT_SLOTS } from '../../lib/question';
import { text } from '../../messages';
import styles from './page.module.css';
import type { ReportsData } from './query';

const words = text.reports.chart;
type ChartSlot = ReportsData['chart']['nodes'][number];

const Counts = ({ slots }: { slots: readonly ChartSlot[] }) => (
  <BarChart
    title={words.counts}
    summary={words.countsSummary(
      formatInteger(slots.length),
      formatInteger(slots[0]?.slot ?? 0),
      formatInteger(slots.at(-1)?.slot ?? 0),
    )}
    yFormat={(n) => (Number.isInteger(n) ? formatInteger(n) : '')}
    bars={slots.map(({ slot, reporters, missed, exempt, punished }) => ({
      key: String(slot),
      label: formatInteger(slot),
      title: words.bar(formatInteger(slot), formatInteger(reporters), formatInteger(missed), formatInteger(punished)),
      parts: [
        { value: reporters, tone: 'good', label: words.reported },
        { value: exempt, tone: 'idle', label: words.exempt },
        { value: missed, tone: 'bad', label: words.missed },
      ],
    }))}
  />
);

interface Line {
  label: string;
  tone: 'ember' | 'olivine' | 'wait';
  value: (slot: ChartSlot) => number;
  shown: (slot: ChartSlot) => string;
}

interface LinesProps {
  title: string;
  summary: string;
  slots: readonly ChartSlot[];
  lines: readonly Line[];
  yFormat: (value: number) => string;
}

const Lines = ({ title, summary, slots, lines, yFormat }: LinesProps) => (
  <LineChart
    title={title}
    summary={summary}
    xFormat={(slot) => formatInteger(Math.round(slot))}
    yFormat={yFormat}
    fromZero
    series={lines.map(({ label, tone, value, shown }) => ({
      label,
      tone,
      points: slots.map((slot) => ({
        x: slot.slot,
        y: value(slot),
        title: words.point(formatInteger(slot.slot), label, shown(slot)),
      })),
    }))}
  />
);

const bytesLine = (
  label: string,
  tone: Line['tone'],
  field: 'totalFree' | 'totalSpower' | 'totalFilesSizeBytes',
): Line => ({ label, tone, value: (slot) => Number(slot[field]), shown: (slot) => displayBytes(slot[field]) });

const bytes = (value: number): string => displayBytes(Math.round(value));

/** How many slots are shown: each choice is a link, so that it has an address. */
const Choice = ({ chosen, hrefWith }: Pick<Props, 'chosen' | 'hrefWith'>) => (
  <span className={styles.choice}>
    {words.show}
    {REPORT_SLOTS.map((n) => (
      <Link key={n} href={hrefWith({ slots: n })} aria-current={n === chosen ? 'true' : undefined}>
        {n}
      </Link>
    ))}
  </span>
);

interface Props {
  /** newest first */
  slots: readonly ChartSlot[];
  chosen: string;
  hrefWith: (changes: Record<string, string | null>) => string;
}

/** The judged slots as pictures: who reported, and how much counted. */
export const Charts = ({ slots: newestFirst, chosen, hrefWith }: Props) => {
  const slots = [...newestFirst].reverse();
  const last = slots.at(-1);
  return (
    <Section title={words.title} lead={words.lead} aside={<Choice chosen={chosen} hrefWith={hrefWith} />}>
      {last === undefined ? (
        <NothingYet>{text.reports.none}</NothingYet>
      ) : (
        <div className={styles.charts}>
          <Counts slots={slots} />
          <Lines
            title={words.punished}
            summary={formatInteger(last.punished)}
            slots={slots}
            yFormat={(n) => (Number.isInteger(n) ? formatInteger(n) : '')}
            lines={[
              {
                label: words.punished,
                tone: 'ember',
                value: ({ punished }) => punished,
                shown: ({ punished }) => formatInteger(punished),
              },
            ]}
          />
          <Lines
            title={words.free}
            summary={words.newest(displayBytes(last.totalFree))}
            slots={slots}
            yFormat={bytes}
            lines={[bytesLine(words.free, 'olivine', 'totalFree')]}
          />
          <Lines
            title={words.stored}
            summary={words.storedSummary(displayBytes(last.totalSpower), displayBytes(last.totalFilesSizeBytes))}
            slots={slots}
            yFormat={bytes}
            lines={[
              bytesLine(words.spower, 'ember', 'totalSpower'),
              bytesLine(words.files, 'wait', 'totalFilesSizeBytes'),
            ]}
          />
        </div>
      )}
    </Section>
  );
};
