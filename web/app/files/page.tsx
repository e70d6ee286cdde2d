import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '../../components/empty/empty';
import filterStyles from '../../components/filter/filter.module.css';
import { PageHead } from '../../components/page-head/page-head';
import { ProblemPage } from '../../components/problem/problem';
import { SortedList } from '../../components/sorted-list/sorted-list';
import { ask } from '../../lib/api/ask';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { first, oneOf, type SearchParams, withQuery } from '../../lib/params';
import { FILE_SORTS, FILE_STATES } from '../../lib/question';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { fileColumns } from './columns';
import { FilesDocument } from './query';

const words = text.file.list;
const PAGE_SIZE = 25;

export const metadata: Metadata = { title: words.title };

const FilesPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const after = first(query, 'after');
  const owner = first(query, 'owner');
  const status = oneOf(first(query, 'status'), FILE_STATES, 'ALL');
  const field = oneOf(first(query, 'sort'), FILE_SORTS, 'CHANGED');
  const direction = oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'DESC');
  const answer = await ask(FilesDocument, {
    first: PAGE_SIZE,
    after,
    filter: { ...(status === 'ALL' ? {} : { status }), ...(owner === null ? {} : { owner }) },
    orderBy: { field, direction },
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { nodes, totalCount, pageInfo } = answer.data.files;
  const columns = fileColumns(nodes);
  return (
    <>
      <PageHead title={words.title} count={words.count(formatInteger(totalCount))}>
        <p>{words.lead}</p>
      </PageHead>
      <form method="get" action={route.files} className={filterStyles.filter} aria-label={words.filter}>
        <label className={filterStyles.field}>
          {words.status}
          <select name="status" defaultValue={status}>
            <option value="ALL">{words.all}</option>
            {FILE_STATES.filter((one) => one !== 'ALL').map((one) => (
              <option key={one} value={one}>
                {text.file.status[one]}
              </option>
            ))}
          </select>
        </label>
        <label className={filterStyles.field}>
          {words.owner}
          <input type="text" name="owner" defaultValue={owner ?? ''} maxLength={80} size={24} autoComplete="off" />
        </label>
        <div className={filterStyles.actions}>
          <button type="submit">{text.node.filter.apply}</button>
          <Link href={route.files}>{text.node.filter.clear}</Link>
        </div>
      </form>
      <SortedList
        caption={words.title}
        columns={columns}
        rows={nodes}
        rowKey={(row) => row.cid}
        rowName={(row) => shorten(row.cid, 10, 6)}
        empty={<EmptyState title={words.none} />}
        order={{ field, direction }}
        after={after}
        pageInfo={pageInfo}
        hrefWith={(changes) => withQuery(route.files, query, changes)}
      />
    </>
  );
};

export default FilesPage;
