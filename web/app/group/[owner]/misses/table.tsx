import Link from 'next/link';
import { Address } from '../../../../components/address/address';
import { Amount } from '../../../../components/amount/amount';
import { Bytes } from '../../../../components/bytes/bytes';
import { EmptyState } from '../../../../components/empty/empty';
import { receiptIn } from '../../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../../components/receipt/proof';
import { type Column, Table } from '../../../../components/table/table';
import { formatInteger, shorten } from '../../../../lib/format/quantity';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import type { MissRow } from './query';
import { missedWords } from './words';

const words = text.misses;

const prove = (row: MissRow, of: string, field: string, raw: string | null) =>
  proofOf(of, raw, receiptIn(row.figureReceipts, field));

const loss = (row: MissRow, pico: string | null) =>
  row.problem === null ? <Amount pico={pico} unit={false} /> : <span title={row.problem}>{words.unknown}</span>;

const columns = (owner: string): Column<MissRow>[] => [
  { key: 'era', header: words.era, cell: (row) => <Link href={route.era(row.era)}>{formatInteger(row.era)}</Link> },
  {
    key: 'machine',
    header: words.machine,
    cell: (row) => (
      <Address address={row.member} name={row.memberAccount.identityDisplay} href={route.group(row.member)} />
    ),
  },
  { key: 'missed', header: words.missed, cell: (row) => missedWords(row.missedSlots) },
  {
    key: 'judged',
    header: words.judged,
    numeric: true,
    minor: true,
    proof: (row) => prove(row, words.judged, 'judgedSlot', String(row.judgedSlot)),
    cell: (row) => formatInteger(row.judgedSlot),
  },
  {
    key: 'work',
    header: words.work,
    numeric: true,
    minor: true,
    proof: (row) => prove(row, words.work, 'missing', `${row.missing} B`),
    cell: (row) => <Bytes of={row.missing} />,
  },
  {
    key: 'owner',
    header: words.owner,
    numeric: true,
    proof: (row) => prove(row, words.owner, 'ownerLoss', picoText(row.ownerLoss)),
    cell: (row) => loss(row, row.ownerLoss),
  },
  {
    key: 'guarantors',
    header: words.guarantors,
    numeric: true,
    proof: (row) => prove(row, words.guarantors, 'guarantorsLoss', picoText(row.guarantorsLoss)),
    cell: (row) => loss(row, row.guarantorsLoss),
  },
  {
    key: 'open',
    header: words.open,
    cell: (row) => <Link href={route.miss(owner, row.era, row.member)}>{words.open}</Link>,
  },
];

/** Every machine that was left out of an era, the newest era first. */
export const MissTable = ({ owner, rows }: { owner: string; rows: readonly MissRow[] }) => (
  <Table
    caption={words.caption}
    columns={columns(owner)}
    rows={rows}
    rowKey={(row) => row.id}
    rowName={(row) => words.detail.titleOf(shorten(row.member), formatInteger(row.era))}
    empty={<EmptyState title={words.none} />}
    cards
  />
);
