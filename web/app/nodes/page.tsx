import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '../../components/desk/desk.module.css';
import { EmptyState } from '../../components/empty/empty';
import { PageHead } from '../../components/page-head/page-head';
import { ProblemPage } from '../../components/problem/problem';
import { SortedList } from '../../components/sorted-list/sorted-list';
import { Words } from '../../components/term/term';
import { ask } from '../../lib/api/ask';
import { deskParams } from '../../lib/desk/state';
import { cruText } from '../../lib/format/amount';
import { plainName } from '../../lib/format/plain';
import { displayPerbill, formatInteger, shorten } from '../../lib/format/quantity';
import { type Query, type SearchParams, withQuery } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { columnsWith, nameOf, type RowLinks } from './columns';
import { NodeFilters } from './filters';
import { type NodeListState, questionOf, readState } from './list-state';
import { type NodesData, NodesDocument } from './query';

const words = text.desk;
const PAGE_SIZE = 25;
const MOST_PICKED = 4;

export const metadata: Metadata = { title: words.title, description: words.sentence };

const linksOf = (query: Query, { picked }: NodeListState): RowLinks => ({
  why: (stash) => withQuery(route.compare, {}, { ids: stash, ...deskParams(query) }),
  isPicked: (stash) => picked.includes(stash),
  pick: (stash) => {
    const next = picked.includes(stash) ? picked.filter((one) => one !== stash) : [...picked, stash];
    if (next.length > MOST_PICKED) return null;
    return withQuery(route.nodes, query, { pick: next.length === 0 ? null : next.join(',') });
  },
});

/** The node that would pay most for the amount, in one sentence. */
const Best = ({ best, amount }: { best: NodesData['best']['nodes'][number] | undefined; amount: string }) => {
  if (best?.myReturnPerbill == null || best.myIncome === null) return <p className={styles.best}>{words.noBest}</p>;
  return (
    <p className={styles.best}>
      {words.best(amount, displayPerbill(BigInt(best.myReturnPerbill)), cruText(best.myIncome))}{' '}
      <Link href={route.node(best.stash)}>{nameOf(best)}</Link>
    </p>
  );
};

const Picked = ({ state, query }: { state: NodeListState; query: Query }) => {
  if (state.picked.length === 0) return null;
  return (
    <p className={styles.picked}>
      <span>
        {words.picked} {state.picked.map((stash) => shorten(stash)).join(', ')}
      </span>
      <Link href={withQuery(route.compare, {}, { ids: state.picked.join(','), ...deskParams(query) })}>
        {words.compare(state.picked.length)}
      </Link>
      {state.picked.length >= MOST_PICKED && <span className={styles.quiet}>{words.full}</span>}
    </p>
  );
};

const NodesPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const state = readState(query);
  const answer = await ask(NodesDocument, { first: PAGE_SIZE, after: state.after, ...questionOf(state) });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { nodes, totalCount, pageInfo } = answer.data.nodes;
  return (
    <>
      <PageHead title={words.title} count={words.count(formatInteger(totalCount))} sentence={words.sentence}>
        <p>
          <Words>{words.lead}</Words>
        </p>
      </PageHead>
      <NodeFilters state={state} />
      <Best best={answer.data.best.nodes[0]} amount={state.desk.amountText} />
      <Picked state={state} query={query} />
      <SortedList
        caption={words.table.caption}
        columns={columnsWith(linksOf(query, state))}
        rows={nodes}
        rowKey={(node) => node.stash}
        rowName={(node) => plainName(node.name) ?? shorten(node.stash)}
        empty={<EmptyState title={words.table.empty}>{words.table.emptyMore}</EmptyState>}
        order={{ field: state.sort, direction: state.direction }}
        after={state.after}
        pageInfo={pageInfo}
        hrefWith={(changes) => withQuery(route.nodes, query, changes)}
      />
      {nodes.length > 0 && (
        <p>
          <a href={withQuery(route.nodesTable, query, { after: null, pick: null })} download>
            {words.csv}
          </a>
        </p>
      )}
    </>
  );
};

export default NodesPage;
