import Link from 'next/link';
import { Amount, columnDigits } from '../../../components/amount/amount';
import { StatusBadge } from '../../../components/badge/badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { Bytes } from '../../../components/bytes/bytes';
import { NothingYet } from '../../../components/empty/empty';
import { ListEnd } from '../../../components/pagination/list-end';
import { receiptIn } from '../../../components/receipt/fragment';
import { bytesText, picoText, proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { shorten } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { AccountData } from './query';

const words = text.account;
const orderWords = text.file.orders;
type Order = AccountData['orders']['nodes'][number];
type Payment = AccountData['merchantPayments']['nodes'][number];
type Deed = AccountData['activity']['nodes'][number];

const orderColumns = (digits: number | undefined): Column<Order>[] => [
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
    proof: (row) => proofOf(orderWords.size, bytesText(row.sizeBytes), row.provenance.receipt),
    cell: (row) => <Bytes of={row.sizeBytes} />,
  },
  {
    key: 'total',
    header: orderWords.total,
    numeric: true,
    proof: (row) => proofOf(orderWords.total, picoText(row.totalFee), receiptIn(row.figureReceipts, 'totalFee')),
    cell: (row) => <Amount pico={row.totalFee} unit={false} digits={digits} />,
  },
];

export const Orders = ({ account }: { account: AccountData }) => (
  <Section
    title={words.orders.title}
    aside={
      account.orders.nodes.some(({ kind }) => kind !== 'RENEW') && (
        <Link href={route.portfolio(account.address)}>{text.portfolio.link}</Link>
      )
    }
  >
    <Table
      caption={words.orders.title}
      columns={orderColumns(columnDigits(account.orders.nodes.map((row) => row.totalFee)))}
      rows={account.orders.nodes}
      rowKey={(row) => row.id}
      empty={<NothingYet>{words.orders.none}</NothingYet>}
      cards
    />
    <ListEnd shown={account.orders.nodes.length} more={account.orders.pageInfo.hasNextPage} />
  </Section>
);

const paymentColumns = (digits: number | undefined): Column<Payment>[] => [
  {
    key: 'when',
    header: words.payments.when,
    cell: (row) => <BlockRef block={row.block} extrinsicIndex={row.extrinsicIndex} time={row.time} />,
  },
  {
    key: 'amount',
    header: words.payments.amount,
    numeric: true,
    proof: (row) => proofOf(words.payments.amount, picoText(row.amount), row.provenance.receipt),
    cell: (row) => <Amount pico={row.amount} unit={false} digits={digits} />,
  },
];

export const Payments = ({ account }: { account: AccountData }) => (
  <Section title={words.payments.title}>
    <Table
      caption={words.payments.title}
      columns={paymentColumns(columnDigits(account.merchantPayments.nodes.map((row) => row.amount)))}
      rows={account.merchantPayments.nodes}
      rowKey={(row) => row.id}
      empty={<NothingYet>{words.payments.none}</NothingYet>}
      cards
    />
    <ListEnd shown={account.merchantPayments.nodes.length} more={account.merchantPayments.pageInfo.hasNextPage} />
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
    hint: words.activity.roleHint,
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
  <Section title={words.activity.title}>
    <Table
      caption={words.activity.title}
      columns={activityColumns}
      rows={account.activity.nodes}
      rowKey={(row) => row.id}
      empty={<NothingYet>{words.activity.none}</NothingYet>}
      cards
    />
    <ListEnd shown={account.activity.nodes.length} more={account.activity.pageInfo.hasNextPage} />
  </Section>
);
