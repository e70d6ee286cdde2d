import type { Metadata } from 'next';
import { EmptyState } from '../../components/empty/empty';
import { PageHead } from '../../components/page-head/page-head';
import { ProblemPage } from '../../components/problem/problem';
import { SortedList } from '../../components/sorted-list/sorted-list';
import { ask } from '../../lib/api/ask';
import { plainName } from '../../lib/format/plain';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { type SearchParams, withQuery } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { columns } from './columns';
import { NodeFilters } from './filters';
import { readState } from './list-state';
import { NodesDocument } from './query';

const words = text.node;
const PAGE_SIZE = 40;

export const metadata: Metadata = { title: words.listTitle };

const NodesPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const state = readState(query);
  const answer = await ask(NodesDocument, {
    first: PAGE_SIZE,
    after: state.after,
    orderBy: { field: state.sort, direction: state.direction },
    filter: {
      ...(state.text === null ? {} : { text: state.text }),
      ...(state.elected ? { elected: true } : {}),
      ...(state.hasRoom ? { hasRoom: true } : {}),
      ...(state.minFeePerbill === null ? {} : { minGuaranteeFeePerbill: state.minFeePerbill }),
    },
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { nodes, totalCount, pageInfo } = answer.data.validators;
  return (
    <>
      <PageHead title={words.listTitle} count={words.count(formatInteger(totalCount))}>
        <p>{words.listLead}</p>
      </PageHead>
      <NodeFilters state={state} />
      <SortedList
        caption={words.table.caption}
        columns={columns}
        rows={nodes}
        rowKey={(node) => node.stash}
        rowName={(node) => plainName(node.stashAccount.identityDisplay) ?? shorten(node.stash)}
        empty={<EmptyState title={words.table.empty}>{words.table.emptyMore}</EmptyState>}
        order={{ field: state.sort, direction: state.direction }}
        after={state.after}
        pageInfo={pageInfo}
        hrefWith={(changes) => withQuery(route.nodes, query, changes)}
      />
    </>
  );
};

export default NodesPage;
