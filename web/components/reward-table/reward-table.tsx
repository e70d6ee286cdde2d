import Link from 'next/link';
import { formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Address } from '../address/address';
import { Amount, columnDigits } from '../amount/amount';
import { BlockRef } from '../block-ref/block-ref';
import { NothingYet } from '../empty/empty';
import { ListEnd } from '../pagination/list-end';
import type { ReceiptData } from '../receipt/fragment';
import { picoText, proofOf } from '../receipt/proof';
import { type Column, Table } from '../table/table';

const words = text.account.rewards;

export interface Reward {
  id: string;
  amount: string;
  era: number | null;
  validator: string | null;
  validatorAccount: { identityDisplay: string | null } | null;
  block: number;
  extrinsicIndex: number | null;
  time: string;
  provenance: { receipt: ReceiptData };
}

const columnsOf = (digits: number | undefined): Column<Reward>[] => [
  {
    key: 'when',
    header: words.when,
    cell: (row) => <BlockRef block={row.block} extrinsicIndex={row.extrinsicIndex} time={row.time} />,
  },
  {
    key: 'era',
    header: words.era,
    numeric: true,
    proof: (row) => proofOf(words.era, row.era, row.provenance.receipt, words.eraRule),
    cell: (row) => (row.era === null ? words.unclear : <Link href={route.era(row.era)}>{formatInteger(row.era)}</Link>),
  },
  {
    key: 'from',
    header: words.from,
    cell: (row) =>
      row.validator === null ? (
        words.unclear
      ) : (
        <Address
          address={row.validator}
          name={row.validatorAccount?.identityDisplay}
          href={route.node(row.validator)}
        />
      ),
  },
  {
    key: 'amount',
    header: words.amount,
    numeric: true,
    proof: (row) => proofOf(words.amount, picoText(row.amount), row.provenance.receipt),
    cell: (row) => <Amount pico={row.amount} unit={false} digits={digits} />,
  },
];

interface RewardTableProps {
  rewards: readonly Reward[];
  caption: string;
  more: boolean;
}

/** Staking rewards as the chain paid them, newest first. */
export const RewardTable = ({ rewards, caption, more }: RewardTableProps) => (
  <>
    <Table
      caption={caption}
      columns={columnsOf(columnDigits(rewards.map(({ amount }) => amount)))}
      rows={rewards}
      rowKey={(row) => row.id}
      empty={<NothingYet>{words.none}</NothingYet>}
      cards
    />
    <ListEnd shown={rewards.length} more={more} />
  </>
);
