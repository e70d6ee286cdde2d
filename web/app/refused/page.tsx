import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NotFoundPage } from '../../components/problem/problem';
import { first, type SearchParams } from '../../lib/params';
import { questionProblem } from '../../lib/question';
import { text } from '../../messages';

export const metadata: Metadata = { title: text.problem.badInputTitle, robots: { index: false } };

/** Sent by the proxy, with status 400, in place of a page that cannot answer what its address asks. */
const RefusedPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const asked = await searchParams;
  const page = first(asked, 'page');
  const sentence = page === null ? null : questionProblem(page, new URLSearchParams(first(asked, 'query') ?? ''));
  if (page === null || sentence === null) notFound();
  return (
    <NotFoundPage
      title={text.problem.badInputTitle}
      sentence={sentence}
      onward={{ href: page, words: text.problem.question.without }}
    />
  );
};

export default RefusedPage;
