import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Tag } from '../../components/badge/badge';
import { PageHead } from '../../components/page-head/page-head';
import { ProblemPage } from '../../components/problem/problem';
import { MAX_LENGTH, SearchBox } from '../../components/search-box/search-box';
import { ask } from '../../lib/api/ask';
import { plainText } from '../../lib/format/plain';
import { groupBlocks } from '../../lib/format/quantity';
import { first, type SearchParams } from '../../lib/params';
import { text } from '../../messages';
import { exactHref, hitHref } from './hit';
import styles from './page.module.css';
import { SearchDocument, type SearchHit } from './query';

const words = text.search;

export const metadata: Metadata = { title: words.title, robots: { index: false } };

const Message = ({ q, sentence }: { q: string | null; sentence: string }) => (
  <>
    <PageHead title={q === null ? words.title : words.noHit} sentence={sentence} />
    <SearchBox size="large" value={q ?? undefined} />
  </>
);

/** The hit's name as it can be read; its id when there is nothing to read. */
const nameOf = (hit: SearchHit) => plainText(hit.title, 80) || hit.id;

/** One hit: straight there. Several: a choice. None: one sentence that says what was expected. */
const SearchPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const q = first(await searchParams, 'q');
  if (q === null) return <Message q={null} sentence={words.empty} />;
  if (q.length > MAX_LENGTH) return <Message q={null} sentence={words.tooLong(MAX_LENGTH)} />;
  const answer = await ask(SearchDocument, { text: q });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { hits, sentence } = answer.data.search;
  const exact = exactHref(hits);
  if (exact !== null) redirect(exact);
  if (hits.length === 0) return <Message q={q} sentence={sentence} />;
  return (
    <>
      <PageHead title={words.hits(hits.length)} sentence={groupBlocks(sentence)} />
      <ul className={styles.hits}>
        {hits.map((hit) => {
          const href = hitHref(hit);
          return (
            <li key={`${hit.kind}-${hit.id}`}>
              <Tag>{words.kinds[hit.kind]}</Tag>{' '}
              <bdi>{href === null ? nameOf(hit) : <Link href={href}>{nameOf(hit)}</Link>}</bdi>
              {hit.detail && <bdi className={styles.detail}>{plainText(hit.detail, 120)}</bdi>}
            </li>
          );
        })}
      </ul>
    </>
  );
};

export default SearchPage;
