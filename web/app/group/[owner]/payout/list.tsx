import Link from 'next/link';
import { Amount } from '../../../../components/amount/amount';
import { BlockRef } from '../../../../components/block-ref/block-ref';
import { Bytes } from '../../../../components/bytes/bytes';
import { receiptIn } from '../../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../../components/receipt/proof';
import { type Column, Table } from '../../../../components/table/table';
import { formatInteger } from '../../../../lib/format/quantity';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import type { PayoutData } from './query';

const words = text.payout.list;
type Row = PayoutData['eras'][number];

const prove = (row: Row, of: string, field: string, raw: string | null) =>
  proofOf(of, raw, receiptIn(row.figureReceipts, field));

/** The blocks in which the judgements of the era's slots ended, each a link. */
const SweepBlocks = ({ blocks }: { blocks: readonly number[] }) => (
  <>
    {blocks.map((block, i) => (
      <span key={block}>
        {i > 0 && ' '}
        <Link href={route.block(block)}>{formatInteger(block)}</Link>
      </span>
    ))}
  </>
);

const columns: Column<Row>[] = [
  { key: 'era', header: words.era, cell: (row) => <Link href={route.era(row.era)}>{formatInteger(row.era)}</Link> },
  {
    key: 'amount',
    header: words.amount,
    numeric: true,
    proof: (row) => prove(row, words.amount, 'amount', picoText(row.amount)),
    cell: (row) => <Amount pico={row.amount} unit={false} />,
  },
  {
    key: 'payment',
    header: words.payment,
    cell: (row) =>
      row.payment === null ? words.unclaimed : <BlockRef block={row.payment.block} time={row.payment.time} />,
  },
  {
    key: 'machines',
    header: words.machines,
    numeric: true,
    minor: true,
    proof: (row) => prove(row, words.machines, 'memberCount', String(row.memberCount)),
    cell: (row) => formatInteger(row.memberCount),
  },
  {
    key: 'slots',
    header: words.slots,
    numeric: true,
    proof: (row) => prove(row, words.slots, 'slots', String(row.slots.length)),
    cell: (row) => formatInteger(row.slots.length),
  },
  { key: 'judged', header: words.judged, minor: true, cell: (row) => <SweepBlocks blocks={row.sweepEndBlocks} /> },
  {
    key: 'work',
    header: words.work,
    numeric: true,
    proof: (row) => prove(row, words.work, 'workload', `${row.workload} B`),
    cell: (row) => <Bytes of={row.workload} />,
  },
  {
    key: 'undivided',
    header: words.undivided,
    numeric: true,
    minor: true,
    proof: (row) => prove(row, words.undivided, 'undivided', picoText(row.undivided)),
    cell: (row) => <Amount pico={row.undivided} unit={false} />,
  },
];

/** What the owner got for each era, with the block it was paid in and those its slots were judged in. */
export const EraList = ({ data }: { data: PayoutData }) => (
  <Table
    caption={words.caption}
    columns={columns}
    rows={data.eras}
    rowKey={(row) => String(row.era)}
    rowName={(row) => text.era.titleOf(formatInteger(row.era))}
    cards
  />
);
