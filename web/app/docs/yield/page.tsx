import type { Metadata } from 'next';
import { PageHead } from '../../../components/page-head/page-head';
import { ProblemPage } from '../../../components/problem/problem';
import { Section } from '../../../components/section/section';
import { Words } from '../../../components/term/term';
import { ask } from '../../../lib/api/ask';
import { text } from '../../../messages';
import { Example } from './example';
import { Habits } from './habits';
import styles from './page.module.css';
import { YieldDocsDocument } from './query';

const words = text.yieldDocs;

export const metadata: Metadata = { title: words.title };

const Steps = ({ title, sentences }: { title: string; sentences: readonly string[] }) => (
  <Section title={title}>
    <ol className={styles.steps}>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Words>{sentence}</Words>
        </li>
      ))}
    </ol>
  </Section>
);

/** The formulas behind all figures of returns, in plain words. */
const YieldDocsPage = async () => {
  const answer = await ask(YieldDocsDocument, {});
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  return (
    <>
      <PageHead title={words.title} sentence={words.sentence} />
      <Steps title={words.stepsTitle} sentences={words.steps} />
      <Example docs={answer.data} />
      <Steps title={words.myTitle} sentences={words.my} />
      <Steps title={words.rateTitle} sentences={words.rate} />
      <Habits docs={answer.data} />
    </>
  );
};

export default YieldDocsPage;
