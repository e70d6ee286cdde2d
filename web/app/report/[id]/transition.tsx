import { StatusBadge } from '../../../components/badge/badge';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { bytesText } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { displayBytes, formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { ReportData } from './query';

const words = text.report.transition;

const exact = (bytes: string | bigint): string => `${displayBytes(bytes)} (${formatInteger(bytes)} B)`;

/** The sum the chain makes of a report's files, step by step. */
export const Transition = ({ report: { transition, content } }: { report: ReportData }) => {
  if (!transition || !content?.readable) return null;
  const { rule, legal, beforeBytes, beforeRoot, quitEvent, expectedBytes } = transition;
  const figure = (of: string, value: string, receipt: typeof transition.receipt) => ({
    name: of,
    value: (
      <Figure of={of} raw={bytesText(value)} receipt={receipt}>
        {exact(value)}
      </Figure>
    ),
  });
  const reported = content.filesSizeBytes ?? '0';
  return (
    <Section title={words.title} lead={words[rule]} anchor="transition">
      <Panel>
        <p className={styles.state}>
          <StatusBadge tone={legal ? 'good' : 'bad'} glyph={legal ? 'disc' : 'cross'}>
            {legal ? words.yes : words.no}
          </StatusBadge>
        </p>
        {quitEvent !== null && <p>{words.quit}</p>}
        {rule === 'SIZE' && (
          <KeyValue
            pairs={[
              beforeBytes === null ? null : figure(words.before, beforeBytes, transition.receipt),
              figure(words.added, transition.addedBytes, content.receipt),
              figure(words.deleted, transition.deletedBytes, content.receipt),
              expectedBytes === null ? null : { name: words.expected, value: exact(expectedBytes) },
              figure(words.reported, reported, content.receipt),
              expectedBytes === null || legal
                ? null
                : { name: words.difference, value: `${formatInteger(BigInt(reported) - BigInt(expectedBytes))} B` },
            ]}
          />
        )}
        {rule === 'ROOT' && (
          <KeyValue
            pairs={[
              beforeRoot === null ? null : { name: words.rootBefore, value: <code>{beforeRoot}</code> },
              content.filesRoot === null ? null : { name: words.rootNow, value: <code>{content.filesRoot}</code> },
            ]}
          />
        )}
      </Panel>
    </Section>
  );
};
