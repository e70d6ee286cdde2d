import { Address } from '../../../components/address/address';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { receiptIn } from '../../../components/receipt/receipt-in';
import { Panel, Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { formatDuration } from '../../../lib/format/time';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData, FileProfile } from './query';

const words = text.file.waiting;

/** Why a file still waits for its first replica: what was reported, and how far the spower service has come. */
export const Waiting = ({ file, profile }: { file: FileData; profile: FileProfile }) => {
  const { waiting } = file;
  if (waiting === null) return null;
  const { since, reports, reportedAt, reportExtrinsicIndex, reportedBy, processedBlock, figureReceipts } = waiting;
  const figure = (of: string, name: string, raw: number, shown: React.ReactNode) => (
    <Figure of={of} raw={raw} receipt={receiptIn(figureReceipts, name)}>
      {shown}
    </Figure>
  );
  const age = words.age(formatInteger(file.asOf - since), formatDuration((file.asOf - since) * profile.blockTimeMs));
  return (
    <Section title={words.title} lead={waiting.rule}>
      <Panel>
        <KeyValue
          pairs={[
            {
              name: words.since,
              value: (
                <>
                  {figure(words.since, 'since', since, <BlockRef block={since} />)}{' '}
                  <span className={styles.small}>{age}</span>
                </>
              ),
            },
            {
              name: words.reports,
              hint: words.reportsHint,
              value: figure(words.reports, 'reports', reports, formatInteger(reports)),
            },
            reportedAt === null
              ? null
              : {
                  name: words.reportedAt,
                  value: (
                    <span className={styles.state}>
                      {figure(
                        words.reportedAt,
                        'reportedAt',
                        reportedAt,
                        <BlockRef block={reportedAt} extrinsicIndex={reportExtrinsicIndex} />,
                      )}
                      {reportedBy && <Address address={reportedBy.address} name={reportedBy.identityDisplay} />}
                    </span>
                  ),
                },
            processedBlock === null
              ? null
              : {
                  name: words.processed,
                  hint: words.processedHint,
                  value: figure(words.processed, 'processedBlock', processedBlock, formatInteger(processedBlock)),
                },
          ]}
        />
      </Panel>
    </Section>
  );
};
