import { Figure } from '../../../components/receipt/figure';
import { receiptIn } from '../../../components/receipt/receipt-in';
import { Section } from '../../../components/section/section';
import { Words } from '../../../components/term/term';
import { formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData } from './query';
import { ReplicaChart } from './replica-chart';

const words = text.file.counts;

/** Live, reported and stored replicas, side by side and each with its meaning, since they are three different things. */
export const Counts = ({ file }: { file: FileData }) => {
  const { live, liveOwners, reported, entries } = file.replicaCounts;
  const gone = file.state === null || file.state.endedAtBlock !== null;
  // of a file that is gone the last row is shown below, but nothing is counted any more
  const receipt = gone ? receiptIn(file.figureReceipts, 'live') : file.state?.receipt;
  const rule = gone ? words.goneRule : undefined;
  const counts = [
    { label: words.live, value: live, note: words.liveNote, receipt: receiptIn(file.figureReceipts, 'live') },
    { label: words.reported, value: reported, note: words.reportedNote, receipt },
    { label: words.entries, value: entries, note: words.entriesNote, receipt },
  ];
  return (
    <Section title={words.title} lead={words.lead}>
      <dl className={styles.counts}>
        {counts.map((count, i) => (
          <div key={count.label} className={styles.count} data-first={i === 0}>
            <dt>
              <Words>{count.label}</Words>
            </dt>
            <dd className={styles.number}>
              <Figure of={count.label} raw={count.value} receipt={count.receipt} rule={rule}>
                {formatInteger(count.value)}
              </Figure>
            </dd>
            <dd className={styles.note}>
              <Words>{count.note}</Words>
            </dd>
          </div>
        ))}
      </dl>
      <ReplicaChart file={file} />
      {!gone && (
        <div className={styles.small}>
          <Figure of={words.owners} raw={liveOwners} receipt={receiptIn(file.figureReceipts, 'liveOwners')}>
            {words.risk(liveOwners, file.atRiskBelow)}
          </Figure>
        </div>
      )}
    </Section>
  );
};
