import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { StatusBadge } from '../../../components/badge/badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { NothingYet } from '../../../components/empty/empty';
import { ListEnd } from '../../../components/pagination/list-end';
import { Pagination } from '../../../components/pagination/pagination';
import { receiptIn } from '../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { plainName } from '../../../lib/format/plain';
import { formatInteger, shorten } from '../../../lib/format/quantity';
import { first, type Query, withQuery } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { NodeData } from './query';

const words = text.node.guarantors;
type Guarantee = NodeData['guarantees']['nodes'][number];

/** Places of the shown guarantees; null on later pages, where the places before are not known. */
const ranksOf = (rows: readonly Guarantee[], isFirstPage: boolean) =>
  new Map(rows.map(({ id }, i) => [id, isFirstPage ? i + 1 : null]));

const columns = (node: NodeData, at: number | null, isFirstPage: boolean): Column<Guarantee>[] => {
  const ranks = ranksOf(node.guarantees.nodes, isFirstPage);
  const count = receiptIn(node.figureReceipts, 'guarantorCount');
  return [
    {
      key: 'rank',
      header: words.rank,
      numeric: true,
      proof: (row) => proofOf(words.rank, ranks.get(row.id) ?? null, count, words.rankRule),
      cell: (row) => {
        const rank = ranks.get(row.id) ?? null;
        const isBeyond = rank === null || rank > node.guarantorCapacity;
        return (
          <>
            {rank !== null && formatInteger(rank)}{' '}
            {isBeyond && (
              <StatusBadge tone="bad" glyph="cross">
                {words.beyond}
              </StatusBadge>
            )}
          </>
        );
      },
    },
    {
      key: 'who',
      header: words.who,
      cell: (row) => (
        <Address
          address={row.guarantor}
          name={row.guarantorAccount.identityDisplay}
          href={route.guarantor(row.guarantor, at)}
        />
      ),
    },
    {
      key: 'value',
      header: words.value,
      numeric: true,
      proof: (row) => proofOf(words.value, picoText(row.value), row.receipt),
      cell: (row) => <Amount pico={row.value} unit={false} />,
    },
    {
      key: 'since',
      header: words.since,
      numeric: true,
      proof: (row) => proofOf(words.since, row.sinceBlock, row.receipt),
      cell: (row) => <BlockRef block={row.sinceBlock} />,
    },
  ];
};

const HERE = '#guarantors';

/** Who guarantees the node, the largest first. */
export const Guarantors = ({ node, at, query }: { node: NodeData; at: number | null; query: Query }) => (
  <Section title={words.title} lead={words.lead(node.guarantorCapacity)} anchor="guarantors">
    <Table
      caption={words.title}
      columns={columns(node, at, first(query, 'guarantors') === null)}
      rows={node.guarantees.nodes}
      rowKey={(row) => row.id}
      rowName={(row) => plainName(row.guarantorAccount.identityDisplay) ?? shorten(row.guarantor)}
      empty={<NothingYet>{words.none}</NothingYet>}
      cards
    />
    <Pagination
      firstHref={
        first(query, 'guarantors') === null
          ? null
          : withQuery(route.node(node.stash), query, { guarantors: null }) + HERE
      }
      shown={node.guarantees.nodes.length}
      nextHref={
        node.guarantees.pageInfo.hasNextPage
          ? withQuery(route.node(node.stash), query, { guarantors: node.guarantees.pageInfo.endCursor }) + HERE
          : null
      }
    />
  </Section>
);

const slashes = text.node.slashes;

/** Slashes applied to the stash. */
export const Slashes = ({ node }: { node: NodeData }) => (
  <Section title={slashes.title}>
    <Table
      caption={slashes.title}
      columns={[
        { key: 'when', header: slashes.when, cell: (row) => <BlockRef block={row.block} time={row.time} /> },
        {
          key: 'amount',
          header: slashes.amount,
          numeric: true,
          proof: (row) => proofOf(slashes.amount, picoText(row.amount), row.provenance.receipt),
          cell: (row) => <Amount pico={row.amount} unit={false} />,
        },
      ]}
      rows={node.slashes.nodes}
      rowKey={(row) => row.id}
      empty={<NothingYet>{slashes.none}</NothingYet>}
      cards
    />
    <ListEnd shown={node.slashes.nodes.length} more={node.slashes.pageInfo.hasNextPage} />
  </Section>
);
