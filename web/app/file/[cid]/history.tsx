import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { Tag } from '../../../components/badge/badge';
import { FileStatusBadge } from '../../../components/badge/file-status-badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { EmptyState } from '../../../components/empty/empty';
import { FileEventList } from '../../../components/file-events/file-events';
import { LifeLine } from '../../../components/life-line/life-line';
import { Figure } from '../../../components/receipt/figure';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { displayBytes, formatInteger } from '../../../lib/format/quantity';
import { formatDuration } from '../../../lib/format/time';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData, FileProfile } from './query';

const { life, orders, events, siblings } = text.file;
type Order = FileData['orders']['nodes'][number];

const paidTime = (file: FileData, profile: FileProfile): string | undefined => {
  const { state } = file;
  if (state === null || state.expiredAt === 0 || state.endedAtBlock !== null) return undefined;
  const left = state.expiredAt - file.asOf;
  return left > 0
    ? life.left(formatInteger(left), formatDuration(left * profile.blockTimeMs))
    : life.over(formatInteger(-left));
};

/** The life line: from the first order to the end of the paid time. */
export const Life = ({ file, profile, past }: { file: FileData; profile: FileProfile; past: boolean }) => {
  const from = file.firstOrder?.block ?? file.events.nodes.at(-1)?.block;
  if (from === undefined) return null;
  return (
    <Section title={life.title} aside={paidTime(file, profile)}>
      <LifeLine
        from={from}
        asOf={file.asOf}
        expiredAt={file.state?.expiredAt ?? 0}
        paidBlocks={profile.fileDurationBlocks}
        endedAtBlock={file.state?.endedAtBlock ?? null}
        past={past}
        events={file.events.nodes}
      />
    </Section>
  );
};

const orderColumns: Column<Order>[] = [
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
    cell: (order) => (order.sizeBytes === null ? text.common.none : displayBytes(order.sizeBytes)),
  },
  {
    key: 'staking',
    header: orders.staking,
    numeric: true,
    cell: (order) => <Amount pico={order.stakingPart} unit={false} />,
  },
  {
    key: 'storage',
    header: orders.storage,
    numeric: true,
    cell: (order) => <Amount pico={order.storagePart} unit={false} />,
  },
  { key: 'tips', header: orders.tips, numeric: true, cell: (order) => <Amount pico={order.tips} unit={false} /> },
  {
    key: 'reserved',
    header: orders.reserved,
    numeric: true,
    cell: (order) => <Amount pico={order.reservedPart} unit={false} />,
  },
  {
    key: 'total',
    header: orders.total,
    numeric: true,
    cell: (order) => (
      <Figure of={orders.total} raw={`${order.totalFee} pico`} receipt={order.provenance.receipt}>
        <Amount pico={order.totalFee} />
      </Figure>
    ),
  },
];

/** All orders for the file with their money legs. */
export const Orders = ({ file }: { file: FileData }) => (
  <Section title={orders.title} lead={orders.lead}>
    <Table
      caption={orders.title}
      columns={orderColumns}
      rows={file.orders.nodes}
      rowKey={(order) => order.id}
      empty={<EmptyState title={orders.none} />}
      cards
    />
  </Section>
);

/** Everything that happened, newest first. */
export const History = ({ file }: { file: FileData }) => (
  <Section title={events.title} aside={file.events.pageInfo.hasNextPage ? events.more : undefined}>
    {file.events.nodes.length === 0 ? <EmptyState title={events.none} /> : <FileEventList events={file.events.nodes} />}
  </Section>
);

/** The same content as CIDv0, CIDv1 or in another base: other files for the chain. */
export const Siblings = ({ file }: { file: FileData }) =>
  file.siblings.length === 0 ? null : (
    <Section title={siblings.title} lead={siblings.lead}>
      <ul className={styles.list}>
        {file.siblings.map((sibling) => (
          <li key={sibling.cid}>
            <Link href={route.file(sibling.cid)}>
              <code>{sibling.cid}</code>
            </Link>{' '}
            <FileStatusBadge status={sibling.file.status as FileStatus} />
          </li>
        ))}
      </ul>
    </Section>
  );
