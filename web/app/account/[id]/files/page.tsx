import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { Address } from '../../../../components/address/address';
import { EmptyState } from '../../../../components/empty/empty';
import { ExportLinks } from '../../../../components/export-links/export-links';
import filterStyles from '../../../../components/filter/filter.module.css';
import { NameLine, PageHead } from '../../../../components/page-head/page-head';
import { BadInputPage } from '../../../../components/problem/bad-input';
import { ProblemPage } from '../../../../components/problem/problem';
import { Section } from '../../../../components/section/section';
import { PageLoading } from '../../../../components/skeleton/skeleton';
import { SortedList } from '../../../../components/sorted-list/sorted-list';
import { TimeMachine } from '../../../../components/time-machine/time-machine';
import { plainName } from '../../../../lib/format/plain';
import { formatInteger, shorten } from '../../../../lib/format/quantity';
import { decodePart, first, oneOf, type Query, readAt, type SearchParams, withQuery } from '../../../../lib/params';
import { PORTFOLIO_SORTS, PORTFOLIO_STATES } from '../../../../lib/question';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import { portfolioColumns } from './columns';
import { Durability } from './durability';
import { loadPortfolio, loadTotals, type PortfolioData } from './query';
import { Totals } from './totals';

const words = text.portfolio;
const PAGE_SIZE = 25;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const id = decodePart((await params).id);
  return { title: words.titleOf(id === null ? '?' : shorten(id)) };
};

/** Which files are shown and in which order, as the address says it. */
const readList = (query: Query) => ({
  status: oneOf(first(query, 'status'), PORTFOLIO_STATES, 'ALL'),
  field: oneOf(first(query, 'sort'), PORTFOLIO_SORTS, 'EXPIRES'),
  direction: oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'ASC'),
  after: first(query, 'after'),
});

const StatusFilter = ({ path, query, status }: { path: string; query: Query; status: string }) => (
  <form method="get" action={path} className={filterStyles.filter} aria-label={words.list.filter}>
    {['at', 'sort', 'dir'].map((name) => {
      const value = first(query, name);
      return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
    })}
    <label className={filterStyles.field}>
      {words.list.status}
      <select name="status" defaultValue={status}>
        <option value="ALL">{words.list.all}</option>
        {PORTFOLIO_STATES.filter((one) => one !== 'ALL').map((one) => (
          <option key={one} value={one}>
            {text.file.status[one]}
          </option>
        ))}
      </select>
    </label>
    <div className={filterStyles.actions}>
      <button type="submit">{words.list.apply}</button>
    </div>
  </form>
);

const Files = ({ portfolio, query, at }: { portfolio: PortfolioData; query: Query; at: number | null }) => {
  const { nodes, pageInfo } = portfolio.files;
  const { status, field, direction, after } = readList(query);
  const path = route.portfolio(portfolio.id);
  const columns = portfolioColumns(nodes, at);
  const partly = nodes.length < PAGE_SIZE && pageInfo.hasNextPage;
  const narrowed = { at: first(query, 'at') ?? undefined, status: status === 'ALL' ? undefined : status };
  return (
    <Section title={words.list.title} lead={words.list.lead} anchor="list">
      <StatusFilter path={path} query={query} status={status} />
      {partly && <p>{words.list.partly}</p>}
      <SortedList
        caption={words.list.title}
        columns={columns}
        rows={nodes}
        rowKey={(row) => row.id}
        rowName={(row) => shorten(row.id, 10, 6)}
        empty={<EmptyState title={partly ? words.list.noneYet : words.list.none} />}
        order={{ field, direction }}
        after={after}
        pageInfo={pageInfo}
        hrefWith={(changes) => `${withQuery(path, query, changes)}#list`}
      />
      <ExportLinks csv={withQuery(`${path}.csv`, narrowed, {})} json={withQuery(`${path}.json`, narrowed, {})} />
    </Section>
  );
};

const PortfolioPage = async ({ params, searchParams }: Props) => {
  const id = decodePart((await params).id);
  const query = await searchParams;
  const at = readAt(query);
  if (id === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const { status, field, direction, after } = readList(query);
  const [answer, sums] = await Promise.all([
    loadPortfolio({
      account: id,
      at: at.block,
      first: PAGE_SIZE,
      after,
      status: status === 'ALL' ? null : status,
      orderBy: { field, direction },
    }),
    loadTotals(id, at.block),
  ]);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { portfolio } = answer.data;
  // of an account with very many files the list is there before the sums are
  const slow = !sums.ok && sums.problem.kind === 'refused' && sums.problem.code === 'TIMEOUT';
  if (!sums.ok && !slow) return <ProblemPage problem={sums.problem} />;
  const totals = sums.ok ? sums.data.portfolio.totals : null;
  const path = route.portfolio(portfolio.id);
  return (
    <>
      <PageHead
        kind={words.kind}
        title={plainName(portfolio.account.identityDisplay) ?? shorten(portfolio.id, 8, 6)}
        sentence={
          totals === null
            ? words.manySentence
            : words.sentence(formatInteger(totals.files), totals.files, formatInteger(totals.filesOnChain))
        }
      >
        <NameLine>
          <span>
            <Address address={portfolio.id} href={null} full copy />{' '}
            <Link href={route.account(portfolio.id)}>{words.toAccount}</Link>
          </span>
          <TimeMachine path={path} at={at.block} asOf={portfolio.asOf} />
        </NameLine>
      </PageHead>
      {totals?.files !== 0 && (
        <>
          {sums.ok && <Totals portfolio={sums.data.portfolio} />}
          <Suspense fallback={<PageLoading />}>
            <Durability
              account={portfolio.id}
              at={at.block}
              hrefFor={(one) => `${withQuery(path, { at: first(query, 'at') ?? undefined }, { status: one })}#list`}
            />
          </Suspense>
          <Files portfolio={portfolio} query={query} at={at.block} />
        </>
      )}
    </>
  );
};

export default PortfolioPage;
