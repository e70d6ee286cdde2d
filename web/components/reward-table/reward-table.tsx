import Link from 'next/link';
import { formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Address } from '../address/address';
import { Amount } from '../amount/amount';
import { BlockRef } from '../block-ref/block-ref';
import { EmptyState } from '../empty/empty';
import { Figure } from '../receipt/figure';
import type { ReceiptData } from '../receipt/fragment';
import { type Column, Table } from '../table/table';

const words = text.account.rewards;

export interface Reward {
  id: string;
  amount: string;
  era: number | null;
  validator: string | null;
  block: number;
  extrinsicIndex: number | null;
  time: string;
  provenance: { receipt: ReceiptData };
}

const columns: Column<Reward>[] = [
  {
    key: 'when',
    header: words.when,
    cell: (row) => <BlockRef block={row.block} extrinsicIndex={row.extrinsicIndex} time={row.time} />,
  },
  {
    key: 'era',
    header: words.era,
    numeric: true,
    cell: (row) => (row.era === null ? words.unclear : <Link href={route.era(row.era)}>{formatInteger(row.era)}</Link>),
  },
  {
    key: 'from',
    header: words.from,
    cell: (row) =>
      row.validator === null ? words.unclear : <Address address={row.validator} href={route.node(row.validator)} />,
  },
  {
    key: 'amount',
    header: words.amount,
    numeric: true,
    cell: (row) => (
      <Figure of={words.amount} raw={`${row.amount} pico`} receipt={row.provenance.receipt}>
        <Amount pico={row.amount} />
      </Figure>
    ),
  },
];

/** Staking rewards as the chain paid them, newest first. */
export const RewardTable = ({ rewards, caption }: { rewards: readonly Reward[]; caption: string }) => (
  <Table
    caption={caption}
    columns={columns}
    rows={rewards}
    rowKey={(row) => row.id}
    empty={<EmptyState title={words.none} />}
    cards
  />
);
