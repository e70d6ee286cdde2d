import Link from 'next/link';
import { StatusBadge } from '../../../components/badge/badge';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Panel, Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import { Copied } from './copied';
import styles from './page.module.css';
import type { ReportData } from './query';

const words = text.report.signature;

/** The enclave's signature: shown, and checked when asked to. */
export const Signature = ({ report, href }: { report: ReportData; href: string }) => {
  const { content, signatureCheck: check } = report;
  if (!content?.readable || content.signature === null) return null;
  return (
    <Section title={words.title} lead={words.lead} anchor="signature">
      <Panel>
        {check && (
          <p role="status" className={styles.state}>
            <StatusBadge
              tone={check.result === 'VALID' ? 'good' : 'bad'}
              glyph={check.result === 'VALID' ? 'disc' : 'cross'}
            >
              {words[check.result]}
            </StatusBadge>{' '}
            {check.sentence}
          </p>
        )}
        <KeyValue
          pairs={[
            { name: words.signature, value: <Copied value={content.signature} what={words.signature} /> },
            check ? { name: words.how, value: words.howText(formatInteger(check.messageBytes)) } : null,
            check ? { name: words.hash, value: <Copied value={check.messageSha256} what={words.hash} /> } : null,
          ]}
        />
        {!check && (
          <p className={styles.after}>
            <Link className={styles.check} href={`${href}#signature`} prefetch={false} rel="nofollow">
              {words.check}
            </Link>
          </p>
        )}
      </Panel>
    </Section>
  );
};
