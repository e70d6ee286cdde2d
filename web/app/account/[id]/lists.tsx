import Link from 'next/link';
import { Amount } from '../../../components/amount/amount';
import { StatusBadge } from '../../../components/badge/badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { EmptyState } from '../../../components/empty/empty';
import { Figure } from '../../../components/receipt/figure';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { displayBytes, shorten } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { AccountData } from './query';

const words = text.account;
const orderWords = text.file.orders;
type Order = AccountData['orders']['nodes'][number];
type Payment = AccountData['merchantPayments']['nodes'][number];
type Deed = AccountData['activity']['nodes'][number];

const orderColumns: Column<Order>[] = [
  {
    key: 'when',
    header: orderWords.when,
    cell: (row) => <BlockRef block={row.block} extrinsicIndex={row.extrinsicIndex} time={row.time} />,
  },
  {
    key: 'file',
    header: words.orders.file,
    cell: (row) => (
      <Link href={route.file(row.fileId)} className="mono" title={row.fileId}>
        {shorten(row.fileId, 10, 6)}
      </Link>
    ),
  },
  { key: 'kind', header: orderWords.kind, cell: (row) => orderWords.kinds[row.kind] },
  {
    key: 'size',
    header: orderWords.size,
    numeric: true,
    cell: (row) => (row.sizeBytes === null ? text.common.none : displayBytes(row.sizeBytes)),
  },
  {
    key: 'total',
    header: orderWords.total,
    numeric: true,
    cell: (row) => (
      <Figure of={orderWords.total} raw={`${row.totalFee} pico`} receipt={row.provenance.receipt}>
        <Amount pico={row.totalFee} />
      </Figure>
    ),
  },
];

export const Orders = ({ account }: { account: AccountData }) => (
  <Section title={words.orders.title} aside={account.orders.pageInfo.hasNextPage ? words.more : undefined}>
    <Table
      caption={words.orders.title}
      columns={orderColumns}
      rows={account.orders.nodes}
      rowKey={(row) => row.id}
      empty={<EmptyState title={words.orders.none} />}
      cards
    />
  </Section>
);

const paymentColumns: Column<Payment>[] = [
  {
    key: 'when',
    header: words.payments.when,
    cell: (row) => <BlockRef block={row.block} extrinsicIndex={row.extrinsicIndex} time={row.time} />,
  },
  {
    key: 'amount',
    header: words.payments.amount,
    numeric: true,
    cell: (row) => (
      <Figure of={words.payments.amount} raw={`${row.amount} pico`} receipt={row.provenance.receipt}>
        <Amount pico={row.amount} />
      </Figure>
    ),
  },
];

export const Payments = ({ account }: { account: AccountData }) => (
  <Section title={words.payments.title} aside={account.merchantPayments.pageInfo.hasNextPage ? words.more : undefined}>
    <Table
      caption={words.payments.title}
      columns={paymentColumns}
      rows={account.merchantPayments.nodes}
      rowKey={(row) => row.id}
      empty={<EmptyState title={words.payments.none} />}
      cards
    />
  </Section>
);

const activityColumns: Column<Deed>[] = [
  {
    key: 'when',
    header: words.activity.when,
    cell: (row) => <BlockRef block={row.block} extrinsicIndex={row.extrinsicIndex} time={row.extrinsic?.time} />,
  },
  {
    key: 'extrinsic',
    header: words.activity.extrinsic,
    cell: (row) => (row.extrinsic ? `${row.extrinsic.pallet}.${row.extrinsic.call}` : words.activity.initial),
  },
  {
    key: 'role',
    header: words.activity.role,
    cell: (row) => (row.isSigner ? words.activity.signer : words.activity.named),
  },
  {
    key: 'result',
    header: words.activity.result,
    cell: (row) =>
      row.extrinsic &&
      (row.extrinsic.success ? (
        <StatusBadge tone="good" glyph="disc">
          {text.chain.extrinsic.success}
        </StatusBadge>
      ) : (
        <StatusBadge tone="bad" glyph="cross">
          {text.chain.extrinsic.failed}
        </StatusBadge>
      )),
  },
];

export const Activity = ({ account }: { account: AccountData }) => (
  <Section title={words.activity.title} aside={account.activity.pageInfo.hasNextPage ? words.more : undefined}>
    <Table
      caption={words.activity.title}
      columns={activityColumns}
      rows={account.activity.nodes}
      rowKey={(row) => row.id}
      empty={<EmptyState title={words.activity.none} />}
      cards
    />
  </Section>
);
