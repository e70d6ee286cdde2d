import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { ClaimBadge } from '../../../components/badge/claim-badge';
import { EmptyState } from '../../../components/empty/empty';
import { receiptIn } from '../../../components/receipt/fragment';
import { perbillText, picoText, proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, type Sorting, SortLinks, Table } from '../../../components/table/table';
import { plainName } from '../../../lib/format/plain';
import { displayPerbill, formatInteger, shorten } from '../../../lib/format/quantity';
import { first, oneOf, type Query, withQuery } from '../../../lib/params';
import { ERA_SORTS } from '../../../lib/question';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { EraData } from './query';

const words = text.era.table;
type Row = EraData['validators']['nodes'][number];

/** The proof of one field of a row. */
const proofIn = (row: Row, of: string, field: string, raw: string | null) =>
  proofOf(of, raw, receiptIn(row.figureReceipts, field));

const eraColumns = (open: boolean): Column<Row>[] => [
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
    proof: (row) => proofIn(row, words.effective, 'total', picoText(row.total)),
    cell: (row) => <Amount pico={row.total} unit={false} />,
  },
  {
    key: 'own',
    minor: true,
    header: words.own,
    numeric: true,
    proof: (row) => proofIn(row, words.own, 'own', picoText(row.own)),
    cell: (row) => <Amount pico={row.own} unit={false} />,
  },
  {
    key: 'fee',
    minor: true,
    header: words.fee,
    numeric: true,
    proof: (row) => proofIn(row, words.fee, 'guaranteeFeePerbill', perbillText(row.guaranteeFeePerbill)),
    cell: (row) => (row.guaranteeFeePerbill === null ? text.common.none : displayPerbill(row.guaranteeFeePerbill)),
  },
  {
    key: 'guarantors',
    header: words.guarantors,
    numeric: true,
    proof: (row) => proofIn(row, words.guarantors, 'guarantorCount', String(row.guarantorCount)),
    cell: (row) => formatInteger(row.guarantorCount),
  },
  {
    key: 'points',
    minor: true,
    header: words.points,
    numeric: true,
    sort: 'POINTS',
    proof: (row) => proofIn(row, words.points, 'points', row.points === null ? null : String(row.points)),
    cell: (row) => (row.points === null ? text.common.none : formatInteger(row.points)),
  },
  {
    key: 'staking',
    header: words.staking,
    numeric: true,
    proof: (row) => proofIn(row, words.staking, 'stakingReward', picoText(row.stakingReward)),
    cell: (row) => <Amount pico={row.stakingReward} unit={false} />,
  },
  {
    key: 'authoring',
    minor: true,
    header: words.authoring,
    numeric: true,
    sort: 'AUTHORING_PAYOUT',
    proof: (row) => proofIn(row, words.authoring, 'authoringPayout', picoText(row.authoringPayout)),
    cell: (row) => <Amount pico={row.authoringPayout} unit={false} />,
  },
  { key: 'elected', header: words.elected, cell: (row) => (row.elected ? text.common.yes : text.common.no) },
  {
    key: 'claimed',
    header: words.claimed,
    hint: text.node.eras.claimedHint,
    cell: (row) => <ClaimBadge era={row} open={open} />,
  },
];

/** Every node with an exposure in the era, sortable. */
export const EraNodes = ({ era, query }: { era: EraData; query: Query }) => {
  const sorting: Sorting = {
    field: oneOf(first(query, 'sort'), ERA_SORTS, 'TOTAL'),
    direction: oneOf(first(query, 'dir'), ['ASC', 'DESC'], 'DESC'),
    hrefFor: (sort, dir) => withQuery(route.era(era.era), query, { sort, dir, after: null }),
  };
  const columns = eraColumns(era.endBlock === null);
  const sortable = columns.flatMap((column) => (column.sort ? [{ sort: column.sort, header: column.header }] : []));
  return (
    <Section title={text.era.nodes}>
      {era.validators.nodes.length > 0 && <SortLinks fields={sortable} sorting={sorting} />}
      <Table
        caption={words.caption}
        columns={columns}
        rows={era.validators.nodes}
        rowKey={(row) => row.stash}
        rowName={(row) => plainName(row.stashAccount.identityDisplay) ?? shorten(row.stash)}
        sorting={sorting}
        empty={<EmptyState title={words.none} />}
        cards
      />
    </Section>
  );
};
