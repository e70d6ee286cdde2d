import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { StatusBadge } from '../../../components/badge/badge';
import { EmptyState } from '../../../components/empty/empty';
import { Figure } from '../../../components/receipt/figure';
import { Section } from '../../../components/section/section';
import { type Column, type Sorting, SortLinks, Table } from '../../../components/table/table';
import { displayPerbill, formatInteger } from '../../../lib/format/quantity';
import { first, oneOf, type Query, withQuery } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { type EraData, SORT_FIELDS } from './query';

const words = text.era.table;
type Row = EraData['validators']['nodes'][number];

const columns: Column<Row>[] = [
  {
    key: 'node',
    header: words.node,
    cell: (row) => <Address address={row.stash} name={row.stashAccount.identityDisplay} href={route.node(row.stash)} />,
  },
  {
    key: 'total',
    header: words.effective,
    numeric: true,
    sort: 'TOTAL',
    cell: (row) => (
      <Figure of={words.effective} raw={row.total === null ? null : `${row.total} pico`} receipt={row.receipt}>
        <Amount pico={row.total} unit={false} />
      </Figure>
    ),
  },
  { key: 'own', header: words.own, numeric: true, cell: (row) => <Amount pico={row.own} unit={false} /> },
  {
    key: 'fee',
    header: words.fee,
    numeric: true,
    cell: (row) => (row.guaranteeFeePerbill === null ? text.common.none : displayPerbill(row.guaranteeFeePerbill)),
  },
  { key: 'guarantors', header: words.guarantors, numeric: true, cell: (row) => formatInteger(row.guarantorCount) },
  {
    key: 'points',
    header: words.points,
    numeric: true,
    sort: 'POINTS',
    cell: (row) => (row.points === null ? text.common.none : formatInteger(row.points)),
  },
  {
    key: 'staking',
    header: words.staking,
    numeric: true,
    cell: (row) => <Amount pico={row.stakingReward} unit={false} />,
  },
  {
    key: 'authoring',
    header: words.authoring,
    numeric: true,
    sort: 'AUTHORING_PAYOUT',
    cell: (row) => <Amount pico={row.authoringPayout} unit={false} />,
  },
  { key: 'elected', header: words.elected, cell: (row) => (row.elected ? text.common.yes : text.common.no) },
  {
    key: 'claimed',
    header: words.claimed,
    cell: (row) => (
      <StatusBadge tone={row.claimed ? 'good' : 'wait'} glyph={row.claimed ? 'disc' : 'ring'}>
        {row.claimed ? text.common.yes : text.common.no}
      </StatusBadge>
    ),
  },
];

/** Every node with an exposure in the era, sortable. */
export const EraNodes = ({ era, query }: { era: EraData; query: Query }) => {
  const sorting: Sorting = {
    field: oneOf(first(query, 'sort'), SORT_FIELDS, 'TOTAL'),
    direction: oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'DESC'),
    hrefFor: (sort, dir) => withQuery(route.era(era.era), query, { sort, dir, after: null }),
  };
  const sortable = columns.flatMap((column) => (column.sort ? [{ sort: column.sort, header: column.header }] : []));
  return (
    <Section title={text.era.nodes}>
      {era.validators.nodes.length > 0 && <SortLinks fields={sortable} sorting={sorting} />}
      <Table
        caption={words.caption}
        columns={columns}
        rows={era.validators.nodes}
        rowKey={(row) => row.stash}
        sorting={sorting}
        empty={<EmptyState title={words.none} />}
        cards
      />
    </Section>
  );
};
