import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { EraPhaseBadge } from '../../../components/badge/era-phase-badge';
import { PageHead } from '../../../components/page-head/page-head';
import { Pagination } from '../../../components/pagination/pagination';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { displayCru } from '../../../lib/format/amount';
import { formatInteger } from '../../../lib/format/quantity';
import {
  decodePart,
  first,
  oneOf,
  parseBlockNumber,
  type Query,
  type SearchParams,
  withQuery,
} from '../../../lib/params';
import { ERA_SORTS } from '../../../lib/question';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Facts } from './facts';
import { EraNodes } from './nodes';
import { type EraData, loadEra } from './query';

const words = text.era;

interface Props {
  params: Promise<{ n: string }>;
  searchParams: SearchParams;
}

const ask = (n: number, query: Query) =>
  loadEra(
    n,
    first(query, 'after'),
    oneOf(first(query, 'sort'), ERA_SORTS, 'TOTAL'),
    oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'DESC'),
  );

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const n = parseBlockNumber(decodePart((await params).n) ?? '');
  if (n === null) return { title: words.kind };
  return { title: words.titleOf(String(n)) };
};

const sentenceOf = (era: EraData): string => {
  if (era.phase === 'ACTIVE') return words.sentence.ACTIVE(formatInteger(era.electedCount ?? 0));
  if (era.stakingPayout === null) return words.phaseHint[era.phase];
  const pool = BigInt(era.stakingPayout) + BigInt(era.authoringTotal ?? 0);
  return words.sentence.ENDED(displayCru(pool).whole, displayCru(era.paidTotal).whole);
};

const EraPage = async ({ params, searchParams }: Props) => {
  const part = decodePart((await params).n) ?? '';
  const n = parseBlockNumber(part);
  if (n === null) return <BadInputPage sentence={words.bad(part)} />;
  const query = await searchParams;
  const answer = await ask(n, query);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { era } = answer.data;
  if (era === null) notFound();
  const { pageInfo } = era.validators;
  return (
    <>
      <PageHead
        kind={words.kind}
        badges={
          <>
            <EraPhaseBadge phase={era.phase} />
            {n > 0 && <Link href={route.era(n - 1)}>{words.previous}</Link>}
            <Link href={route.era(n + 1)}>{words.next}</Link>
          </>
        }
        title={words.titleOf(formatInteger(n))}
        sentence={sentenceOf(era)}
      />
      <Facts era={era} />
      <EraNodes era={era} query={query} />
      <Pagination
        firstHref={first(query, 'after') === null ? null : withQuery(route.era(n), query, { after: null })}
        shown={era.validators.nodes.length}
        nextHref={pageInfo.hasNextPage ? withQuery(route.era(n), query, { after: pageInfo.endCursor }) : null}
      />
    </>
  );
};

export default EraPage;
