import Link from 'next/link';
import { Fragment } from 'react';
import { Address } from '../../../components/address/address';
import { Amount, columnDigits } from '../../../components/amount/amount';
import { Tag } from '../../../components/badge/badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { Bytes } from '../../../components/bytes/bytes';
import { EmptyState } from '../../../components/empty/empty';
import { ListEnd } from '../../../components/pagination/list-end';
import { bytesText, picoText, proofOf } from '../../../components/receipt/proof';
import { receiptIn } from '../../../components/receipt/receipt-in';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { shorten } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData } from './query';

const { orders } = text.file;
type Order = FileData['orders']['nodes'][number];
type Item =
  | 'baseFee'
  | 'sizeFee'
  | 'keysFee'
  | 'tips'
  | 'priceWithoutDiscount'
  | 'discount'
  | 'totalFee'
  | 'stakingPart'
  | 'storagePart'
  | 'reservedPart';

/** One sum of money as a column; all rows with the same digits, so that points stand under each other. */
const money = (rows: readonly Order[], field: Item, header: string, minor = false): Column<Order> => {
  const digits = columnDigits(rows.map((row) => row[field]));
  return {
    key: field,
    header,
    numeric: true,
    minor,
    // what the price is made of is known from the fees of that moment; it adds up to the transfers
    proof: (row) =>
      proofOf(
        header,
        picoText(row[field]),
        receiptIn(row.figureReceipts, field) ?? receiptIn(row.figureReceipts, 'totalFee'),
      ),
    cell: (row) => <Amount pico={row[field]} unit={false} digits={digits} />,
  };
};

const kindColumn: Column<Order> = {
  key: 'kind',
  header: orders.kind,
  cell: (order) => (
    <span className={styles.state}>
      {orders.kinds[order.kind]}
      {order.wrapped && <Tag>{orders.wrapped}</Tag>}
    </span>
  ),
};

const whenColumn: Column<Order> = {
  key: 'when',
  header: orders.when,
  cell: (order) => <BlockRef block={order.block} extrinsicIndex={order.extrinsicIndex} time={order.time} />,
};

const has = (rows: readonly Order[], field: Item) => rows.some((row) => row[field] !== null && row[field] !== '0');

const priceColumns = (rows: readonly Order[]): Column<Order>[] => [
  whenColumn,
  kindColumn,
  {
    key: 'payer',
    header: orders.payer,
    cell: (order) => <Address address={order.payer} name={order.payerAccount.identityDisplay} />,
  },
  {
    key: 'size',
    header: orders.size,
    numeric: true,
    proof: (order) => proofOf(orders.size, bytesText(order.sizeBytes), receiptIn(order.figureReceipts, 'totalFee')),
    cell: (order) => <Bytes of={order.sizeBytes} />,
  },
  money(rows, 'baseFee', orders.base, true),
  money(rows, 'sizeFee', orders.bySize, true),
  money(rows, 'keysFee', orders.keys, true),
  ...(has(rows, 'tips') ? [money(rows, 'tips', orders.tips)] : []),
  ...(has(rows, 'discount')
    ? [money(rows, 'priceWithoutDiscount', orders.full, true), money(rows, 'discount', orders.discount)]
    : []),
  money(rows, 'totalFee', orders.total),
];

const legColumns = (rows: readonly Order[]): Column<Order>[] => [
  whenColumn,
  kindColumn,
  money(rows, 'stakingPart', orders.staking),
  money(rows, 'storagePart', orders.storage),
  money(rows, 'reservedPart', orders.reserved),
];

/** The people who ordered the file, each with a way to all the files they ordered. */
const Clients = ({ rows }: { rows: readonly Order[] }) => {
  const clients = new Map(
    rows.filter(({ kind }) => kind !== 'RENEW').map(({ payer, payerAccount }) => [payer, payerAccount.identityDisplay]),
  );
  if (clients.size === 0) return null;
  return (
    <p className={styles.split}>
      {orders.allFilesOf}{' '}
      {[...clients].map(([payer, name], i) => (
        <Fragment key={payer}>
          {i > 0 && ', '}
          <Link href={route.portfolio(payer)}>{name ?? shorten(payer)}</Link>
        </Fragment>
      ))}
    </p>
  );
};

/** All orders for the file: what each was made of, and the three parts it was split into. */
export const Orders = ({ file }: { file: FileData }) => {
  const rows = file.orders.nodes;
  return (
    <Section title={orders.title} lead={orders.lead}>
      <Table
        caption={orders.title}
        columns={priceColumns(rows)}
        rows={rows}
        rowKey={(order) => order.id}
        empty={<EmptyState title={orders.none} />}
        cards
      />
      {rows.length > 0 && (
        <>
          <p className={styles.split}>{orders.splitLead}</p>
          <Table
            caption={orders.split}
            columns={legColumns(rows)}
            rows={rows}
            rowKey={(order) => order.id}
            rowName={(order) => `${orders.split} ${order.id}`}
            cards
          />
        </>
      )}
      <Clients rows={rows} />
      <ListEnd shown={rows.length} more={file.orders.pageInfo.hasNextPage} />
    </Section>
  );
};
