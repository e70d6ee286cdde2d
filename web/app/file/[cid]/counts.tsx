import { Receipt } from '../../../components/receipt/receipt';
import { Section } from '../../../components/section/section';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData } from './query';

const words = text.file.counts;

/** Live, reported and stored replicas, side by side and each with its meaning, since they are three different things. */
export const Counts = ({ file }: { file: FileData }) => {
  const { live, liveOwners, reported, entries } = file.replicaCounts;
  const receipt = file.state?.receipt;
  const counts = [
    { label: words.live, value: live, note: words.liveNote, receipt: null },
    { label: words.reported, value: reported, note: words.reportedNote, receipt },
    { label: words.entries, value: entries, note: words.entriesNote, receipt },
  ];
  return (
    <Section title={words.title} lead={words.lead}>
      <dl className={styles.counts}>
        {counts.map((count, i) => (
          <div key={count.label} className={styles.count} data-first={i === 0}>
            <dt>
              {count.label}
              {count.receipt && <Receipt receipt={count.receipt} of={count.label} raw={String(count.value)} />}
            </dt>
            <dd className={styles.number}>{count.value}</dd>
            <dd className={styles.note}>{count.note}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.small}>{words.risk(liveOwners, file.atRiskBelow)}</p>
    </Section>
  );
};
