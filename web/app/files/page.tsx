import type { FileStatus } from '@moho/protocol/file-status';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Amount } from '../../components/amount/amount';
import { FileStatusBadge } from '../../components/badge/file-status-badge';
import { BlockRef } from '../../components/block-ref/block-ref';
import { EmptyState } from '../../components/empty/empty';
import filterStyles from '../../components/filter/filter.module.css';
import { PageHead } from '../../components/page-head/page-head';
import { Pagination } from '../../components/pagination/pagination';
import { ProblemPage } from '../../components/problem/problem';
import { type Column, type Sorting, SortLinks, Table } from '../../components/table/table';
import { ask } from '../../lib/api/ask';
import { displayBytes, formatInteger, shorten } from '../../lib/format/quantity';
import { first, oneOf, type SearchParams, withQuery } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { type FileRow, FilesDocument } from './query';

const words = text.file.list;
const PAGE_SIZE = 40;
const SORT_FIELDS = ['CHANGED', 'SIZE', 'REPLICAS', 'EXPIRED_AT', 'AMOUNT', 'SPOWER'] as const;
const STATUSES = ['STORED', 'AT_RISK', 'UNREACHABLE', 'WAITING', 'EXPIRED'] as const;

export const metadata: Metadata = { title: words.title };

const columns: Column<FileRow>[] = [
  {
    key: 'cid',
    header: text.file.kind,
    cell: (row) => (
      <Link href={route.file(row.cid)} className="mono" title={row.cid}>
        {shorten(row.cid, 12, 8)}
      </Link>
    ),
  },
  { key: 'status', header: words.status, cell: (row) => <FileStatusBadge status={row.status as FileStatus} /> },
  { key: 'live', header: text.file.counts.live, numeric: true, cell: (row) => row.replicaCounts.live },
  {
    key: 'reported',
    header: text.file.counts.reported,
    numeric: true,
    sort: 'REPLICAS',
    cell: (row) => row.replicaCounts.reported,
  },
  { key: 'entries', header: text.file.counts.entries, numeric: true, cell: (row) => row.replicaCounts.entries },
  {
    key: 'size',
    header: text.file.facts.size,
    numeric: true,
    sort: 'SIZE',
    cell: (row) => (row.state ? displayBytes(row.state.sizeBytes) : text.common.none),
  },
  {
    key: 'expires',
    header: text.file.facts.expires,
    numeric: true,
    sort: 'EXPIRED_AT',
    cell: (row) => (row.state && row.state.expiredAt > 0 ? formatInteger(row.state.expiredAt) : text.common.none),
  },
  {
    key: 'prepaid',
    header: text.file.facts.prepaid,
    numeric: true,
    cell: (row) => <Amount pico={row.state?.prepaid} unit={false} />,
  },
  {
    key: 'changed',
    header: words.changed,
    numeric: true,
    sort: 'CHANGED',
    cell: (row) => row.state && <BlockRef block={row.state.sinceBlock} />,
  },
];

const FilesPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const after = first(query, 'after');
  const status = oneOf(first(query, 'status'), [...STATUSES, 'ALL'], 'ALL');
  const field = oneOf(first(query, 'sort'), SORT_FIELDS, 'CHANGED');
  const direction = oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'DESC');
  const answer = await ask(FilesDocument, {
    first: PAGE_SIZE,
    after,
    filter: status === 'ALL' ? {} : { status },
    orderBy: { field, direction },
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { nodes, totalCount, pageInfo } = answer.data.files;
  const sorting: Sorting = {
    field,
    direction,
    hrefFor: (sort, dir) => withQuery(route.files, query, { sort, dir, after: null }),
  };
  const sortable = columns.flatMap((column) => (column.sort ? [{ sort: column.sort, header: column.header }] : []));
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
            {STATUSES.map((one) => (
              <option key={one} value={one}>
                {text.file.status[one]}
              </option>
            ))}
          </select>
        </label>
        <div className={filterStyles.actions}>
          <button type="submit">{text.node.filter.apply}</button>
        </div>
      </form>
      <SortLinks fields={sortable} sorting={sorting} />
      <Table
        caption={words.title}
        columns={columns}
        rows={nodes}
        rowKey={(row) => row.cid}
        sorting={sorting}
        empty={<EmptyState title={words.none} />}
        cards
      />
      <Pagination
        firstHref={after === null ? null : withQuery(route.files, query, { after: null })}
        nextHref={pageInfo.hasNextPage ? withQuery(route.files, query, { after: pageInfo.endCursor }) : null}
      />
    </>
  );
};

export default FilesPage;
