import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Amount, columnDigits } from '../../../components/amount/amount';
import { StatusBadge } from '../../../components/badge/badge';
import { EmptyState } from '../../../components/empty/empty';
import { picoText, proofOf } from '../../../components/receipt/proof';
import { type Column, Table } from '../../../components/table/table';
import { formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { BlockData } from './query';

const words = text.chain.extrinsic;
type Row = BlockData['extrinsics']['nodes'][number];

const columns = (block: number, digits: number | undefined): Column<Row>[] => [
  {
    key: 'index',
    header: words.kind,
    cell: (row) => (
      <Link href={route.extrinsic(block, row.index)} className="mono">
        {formatInteger(block)}-{row.index}
      </Link>
    ),
  },
  { key: 'call', header: words.call, cell: (row) => `${row.pallet}.${row.call}` },
  {
    key: 'signer',
    header: words.signer,
    cell: (row) =>
      row.signer === null ? words.none : <Address address={row.signer} name={row.signerAccount?.identityDisplay} />,
  },
  {
    key: 'fee',
    header: words.feeCru,
    hint: words.feeHint,
    numeric: true,
    proof: (row) => proofOf(words.fee, picoText(row.fee), row.receipt, words.feeRule),
    cell: (row) => <Amount pico={row.fee} unit={false} digits={digits} />,
  },
  {
    key: 'result',
    header: words.result,
    cell: (row) =>
      row.success ? (
        <StatusBadge tone="good" glyph="disc">
          {words.success}
        </StatusBadge>
      ) : (
        <span title={row.error ?? undefined}>
          <StatusBadge tone="bad" glyph="cross">
            {row.error ?? words.failed}
          </StatusBadge>
        </span>
      ),
  },
];

/** The extrinsics of one block, in the block's order. */
export const Extrinsics = ({ rows, block }: { rows: readonly Row[]; block: number }) => (
  <Table
    caption={text.chain.block.extrinsics}
    columns={columns(block, columnDigits(rows.map((row) => row.fee)))}
    rows={rows}
    rowKey={(row) => row.id}
    empty={<EmptyState title={text.chain.block.noExtrinsics} />}
    cards
  />
);
