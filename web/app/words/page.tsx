import { FILE_STATUS_RULES, type FileStatus, SAFE_LIVE_OWNERS } from '@moho/protocol/file-status';
import { WAITING_RULES, type WaitingReason } from '@moho/protocol/waiting';
import type { Metadata } from 'next';
import { FileStatusBadge } from '../../components/badge/file-status-badge';
import { PageHead } from '../../components/page-head/page-head';
import { Section } from '../../components/section/section';
import { text } from '../../messages';
import styles from './page.module.css';

const words = text.wordsPage;

export const metadata: Metadata = { title: words.title };

/** The eight states of a file, each with its one rule, in the order in which they are tried. */
const States = () => (
  <dl className={styles.rules}>
    {(Object.entries(FILE_STATUS_RULES) as [FileStatus, string][]).map(([status, rule]) => (
      <div key={status}>
        <dt>
          <FileStatusBadge status={status} />
        </dt>
        <dd>{rule}</dd>
      </div>
    ))}
  </dl>
);

/** The whole glossary on one page, for reading and for links. */
const WordsPage = () => (
  <>
    <PageHead title={words.title}>
      <p>{words.lead}</p>
    </PageHead>
    <dl className={styles.words}>
      {text.glossary.map(({ word, meaning }) => (
        <div key={word} id={word.replaceAll(' ', '-').toLowerCase()} className={styles.word}>
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <Section title={words.states} lead={words.statesLead(SAFE_LIVE_OWNERS)} anchor="states">
      <States />
    </Section>
    <Section title={words.waits} lead={words.waitsLead} anchor="waiting">
      <dl className={styles.rules}>
        {Object.entries(WAITING_RULES).map(([reason, rule]) => (
          <div key={reason}>
            <dt>{words.reasons[reason as WaitingReason]}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
    </Section>
  </>
);

export default WordsPage;
