import type { Metadata } from 'next';
import { Address } from '../../components/address/address';
import { BlockRef } from '../../components/block-ref/block-ref';
import { EmptyState } from '../../components/empty/empty';
import { PageHead } from '../../components/page-head/page-head';
import { Pagination } from '../../components/pagination/pagination';
import { ProblemPage } from '../../components/problem/problem';
import { proofOf } from '../../components/receipt/proof';
import { type Column, Table } from '../../components/table/table';
import { ask } from '../../lib/api/ask';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { first, type SearchParams, withQuery } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { type BlockRow, BlocksDocument } from './query';

const words = text.chain.block;
const PAGE_SIZE = 25;

export const metadata: Metadata = { title: words.listTitle };

const columns: Column<BlockRow>[] = [
  { key: 'number', header: words.kind, cell: (row) => <BlockRef block={row.number} time={row.time} /> },
  {
    key: 'author',
    header: words.author,
    cell: (row) =>
      row.author === null ? (
        text.common.none
      ) : (
        <Address address={row.author} name={row.authorAccount?.identityDisplay} href={route.node(row.author)} />
      ),
  },
  {
    key: 'extrinsics',
    header: words.extrinsicCount,
    numeric: true,
    proof: (row) => proofOf(words.extrinsicCount, row.extrinsicCount, row.receipt),
    cell: (row) => formatInteger(row.extrinsicCount),
  },
  {
    key: 'events',
    header: words.eventCount,
    numeric: true,
    proof: (row) => proofOf(words.eventCount, row.eventCount, row.receipt, words.eventRule),
    cell: (row) => formatInteger(row.eventCount),
  },
  {
    key: 'spec',
    minor: true,
    header: words.spec,
    numeric: true,
    proof: (row) => proofOf(words.spec, row.specVersion, row.receipt, text.home.layers.specRule),
    cell: (row) => row.specVersion,
  },
  {
    key: 'hash',
    minor: true,
    header: words.hash,
    cell: (row) => <code title={row.hash}>{shorten(row.hash, 10, 6)}</code>,
  },
];

const BlocksPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const after = first(query, 'after');
  const answer = await ask(BlocksDocument, { first: PAGE_SIZE, after });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { nodes, pageInfo } = answer.data.blocks;
  return (
    <>
      <PageHead title={words.listTitle}>
        <p>{words.listLead}</p>
      </PageHead>
      <Table
        caption={words.listTitle}
        columns={columns}
        rows={nodes}
        rowKey={(row) => String(row.number)}
        rowName={(row) => words.titleOf(formatInteger(row.number))}
        empty={<EmptyState title={text.status.facts.nothing} />}
        cards
      />
      <Pagination
        firstHref={after === null ? null : route.blocks}
        shown={nodes.length}
        nextHref={pageInfo.hasNextPage ? withQuery(route.blocks, query, { after: pageInfo.endCursor }) : null}
      />
    </>
  );
};

export default BlocksPage;
