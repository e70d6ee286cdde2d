import { Address } from '../../../../components/address/address';
import { Amount } from '../../../../components/amount/amount';
import { Bytes } from '../../../../components/bytes/bytes';
import { EmptyState } from '../../../../components/empty/empty';
import { receiptIn } from '../../../../components/receipt/fragment';
import { proofOf } from '../../../../components/receipt/proof';
import { type Column, Table } from '../../../../components/table/table';
import { plainName } from '../../../../lib/format/plain';
import { displayPerbill, formatInteger, shorten } from '../../../../lib/format/quantity';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import type { PayoutData } from './query';

const words = text.payout.machines;
type Row = PayoutData['members']['nodes'][number];

const BILLION = 1_000_000_000n;

const columns = (data: PayoutData, whole: bigint): Column<Row>[] => {
  const prove = (of: string, field: string, raw: string) => proofOf(of, raw, receiptIn(data.figureReceipts, field));
  return [
    {
      key: 'machine',
      header: words.machine,
      cell: (row) => <Address address={row.member} name={row.account.identityDisplay} href={route.group(row.member)} />,
    },
    {
      key: 'share',
      header: words.share,
      numeric: true,
      proof: (row) => prove(words.share, 'shares', `${row.amount} pico`),
      cell: (row) => <Amount pico={row.amount} unit={false} />,
    },
    {
      key: 'part',
      header: words.part,
      numeric: true,
      proof: (row) => prove(words.part, 'shares', `${row.amount} / ${whole} pico`),
      cell: (row) => (whole === 0n ? text.common.none : displayPerbill(Number((BigInt(row.amount) * BILLION) / whole))),
    },
    {
      key: 'counted',
      header: words.counted,
      numeric: true,
      proof: (row) => prove(words.counted, 'slots', String(row.countedSlots)),
      cell: (row) => formatInteger(row.countedSlots),
    },
    {
      key: 'lost',
      header: words.lost,
      numeric: true,
      proof: (row) => prove(words.lost, 'slots', String(row.lostSlots)),
      cell: (row) => formatInteger(row.lostSlots),
    },
    {
      key: 'work',
      header: words.work,
      numeric: true,
      minor: true,
      proof: (row) => prove(words.work, 'workload', `${row.workload} B`),
      cell: (row) => <Bytes of={row.workload} />,
    },
  ];
};

/** Each machine's part of all eras shown, the greatest first. */
export const MachineShares = ({ data }: { data: PayoutData }) => (
  <Table
    caption={words.caption}
    columns={columns(data, BigInt(data.amount))}
    rows={data.members.nodes}
    rowKey={(row) => row.member}
    rowName={(row) => plainName(row.account.identityDisplay) ?? shorten(row.member)}
    empty={<EmptyState title={words.none} />}
    cards
  />
);
