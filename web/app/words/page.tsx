import type { Metadata } from 'next';
import { PageHead } from '../../components/page-head/page-head';
import { text } from '../../messages';
import styles from './page.module.css';

const words = text.wordsPage;

export const metadata: Metadata = { title: words.title };

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
  </>
);

export default WordsPage;
