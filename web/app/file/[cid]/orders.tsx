import { Address } from '../../../components/address/address';
import { Amount, columnDigits } from '../../../components/amount/amount';
import { Tag } from '../../../components/badge/badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { Bytes } from '../../../components/bytes/bytes';
import { EmptyState } from '../../../components/empty/empty';
import { ListEnd } from '../../../components/pagination/list-end';
import { receiptIn } from '../../../components/receipt/fragment';
import { bytesText, picoText, proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData } from './query';

const { orders } = text.file;
type Order = FileData['orders']['nodes'][number];
type Leg = 'stakingPart' | 'storagePart' | 'tips' | 'reservedPart' | 'totalFee';

const LEGS: [field: Leg, header: string][] = [
  ['stakingPart', orders.staking],
  ['storagePart', orders.storage],
  ['tips', orders.tips],
  ['reservedPart', orders.reserved],
  ['totalFee', orders.total],
];

/** One money leg as a column; all rows with the same digits, so that points stand under each other. */
const legColumn = (rows: readonly Order[], field: Leg, header: string): Column<Order> => {
  const digits = columnDigits(rows.map((row) => row[field]));
  return {
    key: field,
    header,
    numeric: true,
    // tips are known from the call's arguments; all other legs have receipts of their own
    proof: (row) =>
      proofOf(
        header,
        picoText(row[field]),
        receiptIn(row.figureReceipts, field) ?? receiptIn(row.figureReceipts, 'storagePart'),
      ),
    cell: (row) => <Amount pico={row[field]} unit={false} digits={digits} />,
  };
};

const columns = (rows: readonly Order[]): Column<Order>[] => [
  {
    key: 'when',
    header: orders.when,
    cell: (order) => <BlockRef block={order.block} extrinsicIndex={order.extrinsicIndex} time={order.time} />,
  },
  {
    key: 'kind',
    header: orders.kind,
    cell: (order) => (
      <span className={styles.state}>
        {orders.kinds[order.kind]}
        {order.wrapped && <Tag>{orders.wrapped}</Tag>}
      </span>
    ),
  },
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
  ...LEGS.map(([field, header]) => legColumn(rows, field, header)),
];

/** All orders for the file with their money legs. */
export const Orders = ({ file }: { file: FileData }) => (
  <Section title={orders.title} lead={orders.lead}>
    <Table
      caption={orders.title}
      columns={columns(file.orders.nodes)}
      rows={file.orders.nodes}
      rowKey={(order) => order.id}
      empty={<EmptyState title={orders.none} />}
      cards
    />
    <ListEnd shown={file.orders.nodes.length} more={file.orders.pageInfo.hasNextPage} />
  </Section>
);
