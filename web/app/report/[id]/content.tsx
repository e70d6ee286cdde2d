import { NothingYet } from '../../../components/empty/empty';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { bytesText } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { displayBytes, formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import { Copied } from './copied';
import type { ReportData } from './query';

const words = text.report.content;

/** What the report says of the machine. */
export const Content = ({ report }: { report: ReportData }) => {
  const { content } = report;
  if (report.block === null) return null;
  if (content === null || !content.readable) {
    return (
      <Section title={words.title}>
        <NothingYet>{content === null ? words.scheduled : words.cut}</NothingYet>
      </Section>
    );
  }
  const size = (label: string, value: string | null, note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={bytesText(value)} receipt={content.receipt}>
        {value === null ? text.common.none : displayBytes(value)}
      </Figure>
    </Stat>
  );
  const change = (label: string, count: number | null, bytes: string | null) => (
    <Stat label={label} note={displayBytes(bytes ?? '0')}>
      <Figure of={label} raw={count ?? 0} receipt={content.receipt}>
        {formatInteger(count ?? 0)}
      </Figure>
    </Stat>
  );
  return (
    <Section title={words.title} lead={words.lead}>
      <Panel>
        <Stats>
          {size(words.srd, content.srdBytes)}
          {size(words.files, content.filesSizeBytes, words.filesNote)}
          {change(words.added, report.addedCount, report.addedBytes)}
          {change(words.deleted, report.deletedCount, report.deletedBytes)}
        </Stats>
        <KeyValue
          pairs={[
            content.srdRoot === null
              ? null
              : { name: words.srdRoot, value: <Copied value={content.srdRoot} what={words.srdRoot} /> },
            content.filesRoot === null
              ? null
              : { name: words.filesRoot, value: <Copied value={content.filesRoot} what={words.filesRoot} /> },
          ]}
        />
      </Panel>
    </Section>
  );
};
