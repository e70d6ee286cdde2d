import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { EmptyState } from '../../../components/empty/empty';
import { Figure } from '../../../components/receipt/figure';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { NodeData } from './query';

const words = text.node.guarantors;
type Guarantee = NodeData['guarantees']['nodes'][number];

const columns = (at: number | null): Column<Guarantee>[] => [
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
    cell: (row) => (
      <Figure of={words.value} raw={`${row.value} pico`} receipt={row.receipt}>
        <Amount pico={row.value} />
      </Figure>
    ),
  },
  { key: 'since', header: words.since, numeric: true, cell: (row) => <BlockRef block={row.sinceBlock} /> },
];

/** Who guarantees the node, the largest first. */
export const Guarantors = ({ node, at }: { node: NodeData; at: number | null }) => (
  <Section
    title={words.title}
    lead={words.lead(node.guarantorCapacity)}
    aside={node.guarantees.pageInfo.hasNextPage ? text.account.more : undefined}
  >
    <Table
      caption={words.title}
      columns={columns(at)}
      rows={node.guarantees.nodes}
      rowKey={(row) => row.id}
      empty={<EmptyState title={words.none} />}
      cards
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
        { key: 'amount', header: slashes.amount, numeric: true, cell: (row) => <Amount pico={row.amount} /> },
      ]}
      rows={node.slashes.nodes}
      rowKey={(row) => row.id}
      empty={<p>{slashes.none}</p>}
      cards
    />
  </Section>
);
