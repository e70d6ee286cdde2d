import type { Metadata } from 'next';
import { EmptyState } from '../../components/empty/empty';
import { ExportLinks } from '../../components/export-links/export-links';
import { PageHead } from '../../components/page-head/page-head';
import { Pagination } from '../../components/pagination/pagination';
import { BadInputPage } from '../../components/problem/bad-input';
import { ProblemPage } from '../../components/problem/problem';
import { Section } from '../../components/section/section';
import { SortedList } from '../../components/sorted-list/sorted-list';
import { Table } from '../../components/table/table';
import { Words } from '../../components/term/term';
import { TimeMachine } from '../../components/time-machine/time-machine';
import { ask } from '../../lib/api/ask';
import { cruText } from '../../lib/format/amount';
import { plainName } from '../../lib/format/plain';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { first, oneOf, readAt, type SearchParams, withQuery } from '../../lib/params';
import { UNCLAIMED_SORTS, UNCLAIMED_WITHIN } from '../../lib/question';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { eraColumns, nodeColumns } from './columns';
import { RadarFigures } from './figures';
import { Filter } from './filter';
import { lostIn } from './left';
import styles from './page.module.css';
import { type Radar, UnclaimedDocument } from './query';

const words = text.unclaimed;
const PAGE_SIZE = 25;

export const metadata: Metadata = { title: words.title };

const sentenceOf = (radar: Radar, isFiltered: boolean, now: Date): string => {
  const [first] = radar.validators.nodes;
  if (radar.eraCount === 0 || radar.erasLeft === null) return isFiltered ? words.sentenceNoneOf : words.sentenceNone;
  return words.sentence(
    formatInteger(radar.eraCount),
    formatInteger(radar.validatorCount),
    cruText(radar.total),
    lostIn({ erasLeft: radar.erasLeft, lostTime: first?.erasLeft === radar.erasLeft ? first.lostTime : null }, now),
  );
};

const How = () => (
  <Section title={words.how.title}>
    <ul className={styles.rules}>
      {[words.how.call, words.how.bond, words.how.clipped, words.how.unbonded, words.how.sign].map((sentence) => (
        <li key={sentence}>
          <Words>{sentence}</Words>
        </li>
      ))}
    </ul>
  </Section>
);

const UnclaimedPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const at = readAt(query);
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const [after, nodesAfter, account] = [first(query, 'after'), first(query, 'nodes'), first(query, 'account')];
  const within = oneOf(first(query, 'within'), UNCLAIMED_WITHIN, 'ALL');
  const field = oneOf(first(query, 'sort'), UNCLAIMED_SORTS, 'ERAS_LEFT');
  const direction = oneOf(first(query, 'dir'), ['ASC', 'DESC'], field === 'ERAS_LEFT' ? 'ASC' : 'DESC');
  const answer = await ask(UnclaimedDocument, {
    first: PAGE_SIZE,
    after,
    nodesAfter,
    withAccount: account !== null,
    filter: { account, maxErasLeft: within === 'ALL' ? null : Number(within) },
    orderBy: { field, direction },
    at: at.block,
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const radar = answer.data.unclaimed;
  const seen = { now: new Date(), at: at.block, withAccount: account !== null };
  const { nodes, pageInfo } = radar.eras;
  const hrefWith = (changes: Record<string, string | null>) => withQuery(route.unclaimed, query, changes);
  const asked = { at: at.block === null ? undefined : String(at.block), account: account ?? undefined };
  const narrowed = { ...asked, within: within === 'ALL' ? undefined : within };
  return (
    <>
      <PageHead title={words.title} sentence={sentenceOf(radar, account !== null || within !== 'ALL', seen.now)}>
        <p>{words.lead}</p>
        <TimeMachine path={route.unclaimed} at={at.block} asOf={radar.asOf} />
      </PageHead>
      <Section title={words.statsTitle}>
        <RadarFigures radar={radar} />
        <Filter at={at.block} account={account} within={within} />
      </Section>
      {radar.eraCount > 0 && (
        <Section title={words.nodes.title} anchor="nodes">
          <Table
            caption={words.nodes.title}
            columns={nodeColumns(radar, seen)}
            rows={radar.validators.nodes}
            rowKey={(row) => row.stash}
            rowName={(row) => plainName(row.stashAccount.identityDisplay) ?? shorten(row.stash)}
            cards
          />
          <Pagination
            firstHref={nodesAfter === null ? null : `${hrefWith({ nodes: null })}#nodes`}
            shown={radar.validators.nodes.length}
            nextHref={
              radar.validators.pageInfo.hasNextPage
                ? `${hrefWith({ nodes: radar.validators.pageInfo.endCursor })}#nodes`
                : null
            }
          />
        </Section>
      )}
      <Section title={words.list.title}>
        <SortedList
          caption={words.list.title}
          columns={eraColumns(nodes, seen)}
          rows={nodes}
          rowKey={(row) => row.id}
          rowName={(row) => words.claim.titleOf(formatInteger(row.era), shorten(row.stash))}
          empty={<EmptyState title={words.list.none} />}
          order={{ field, direction }}
          after={after}
          pageInfo={pageInfo}
          hrefWith={hrefWith}
        />
        {nodes.length > 0 && (
          <ExportLinks
            lead={words.exportLead}
            csv={withQuery(`${route.unclaimed}/rewards.csv`, narrowed, {})}
            json={withQuery(`${route.unclaimed}/rewards.json`, narrowed, {})}
          />
        )}
      </Section>
      <How />
    </>
  );
};

export default UnclaimedPage;
