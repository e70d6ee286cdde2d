import Link from 'next/link';
import { Address } from '../../components/address/address';
import { Amount, columnDigits } from '../../components/amount/amount';
import { Bytes } from '../../components/bytes/bytes';
import { receiptIn } from '../../components/receipt/fragment';
import { bytesText, picoText, proofOf } from '../../components/receipt/proof';
import type { Column } from '../../components/table/table';
import { displayBytes, formatInteger, shorten } from '../../lib/format/quantity';
import { formatDuration } from '../../lib/format/time';
import { route } from '../../lib/route';
import { text } from '../../messages';
import type { PickupOwner, PickupTime, WaitingRow } from './query';

const words = text.waiting;

/** "12 blocks (1 min 12 s)" */
export const lasting = (blocks: number, blockTimeMs: number): string =>
  words.times.blocks(formatInteger(blocks), formatDuration(blocks * blockTimeMs));

const sizeRange = ({ fromBytes, belowBytes }: PickupTime): string => {
  const from = displayBytes(fromBytes ?? '0');
  if (fromBytes === null && belowBytes === null) return words.times.all;
  if (belowBytes === null) return words.times.from(from);
  const below = displayBytes(belowBytes);
  return fromBytes === null || fromBytes === '0' ? words.times.below(below) : words.times.between(from, below);
};

/** One line for each class of sizes, the last for all. */
export const timeColumns = (blockTimeMs: number): Column<PickupTime>[] => {
  const time = (key: 'medianBlocks' | 'p90Blocks', header: string, hint: string): Column<PickupTime> => ({
    key,
    header,
    hint,
    numeric: true,
    proof: (row) => proofOf(header, row[key], receiptIn(row.figureReceipts, key)),
    cell: (row) => lasting(row[key], blockTimeMs),
  });
  return [
    { key: 'sizes', header: words.times.sizes, cell: sizeRange },
    {
      key: 'files',
      header: words.times.files,
      numeric: true,
      proof: (row) =>
        proofOf(words.times.files, row.count, receiptIn(row.figureReceipts, 'medianBlocks'), words.times.filesRule),
      cell: (row) => formatInteger(row.count),
    },
    time('medianBlocks', words.times.median, words.times.medianHint),
    time('p90Blocks', words.times.p90, words.times.p90Hint),
  ];
};

export const ownerColumns = (blockTimeMs: number): Column<PickupOwner>[] => [
  {
    key: 'owner',
    header: words.owners.owner,
    cell: (row) => <Address address={row.id} name={row.account.identityDisplay} />,
  },
  {
    key: 'count',
    header: words.owners.count,
    numeric: true,
    proof: (row) => proofOf(words.owners.count, row.count, receiptIn(row.figureReceipts, 'count')),
    cell: (row) => formatInteger(row.count),
  },
  {
    key: 'median',
    header: words.owners.median,
    numeric: true,
    proof: (row) => proofOf(words.owners.median, row.medianBlocks, receiptIn(row.figureReceipts, 'medianBlocks')),
    cell: (row) => lasting(row.medianBlocks, blockTimeMs),
  },
  {
    key: 'fastest',
    header: words.owners.fastest,
    numeric: true,
    proof: (row) => proofOf(words.owners.fastest, row.fastestBlocks, receiptIn(row.figureReceipts, 'fastestBlocks')),
    minor: true,
    cell: (row) => lasting(row.fastestBlocks, blockTimeMs),
  },
];

/** Why a file waits, in words. */
const reasonOf = ({ reason, reportedBlock }: WaitingRow): string => {
  if (reportedBlock === null) return words.list.notReported;
  const block = formatInteger(reportedBlock);
  return reason === 'NOT_APPLIED' ? words.list.notApplied(block) : words.list.notAccepted(block);
};

export const waitingColumns = (
  rows: readonly WaitingRow[],
  blockTimeMs: number,
  at: number | null,
): Column<WaitingRow>[] => {
  const digits = columnDigits(rows.flatMap((row) => [row.tips, row.amount]));
  const proof = (of: string, raw: string | number | null, row: WaitingRow, figure: string) =>
    proofOf(of, raw, receiptIn(row.figureReceipts, figure));
  return [
    {
      key: 'file',
      header: words.list.file,
      cell: (row) => (
        <Link href={route.file(row.id, at)} className="mono" title={row.id}>
          {shorten(row.id, 12, 8)}
        </Link>
      ),
    },
    {
      key: 'age',
      header: words.list.age,
      numeric: true,
      sort: 'AGE',
      proof: (row) => proof(words.list.age, row.ageBlocks, row, 'ageBlocks'),
      cell: (row) => lasting(row.ageBlocks, blockTimeMs),
    },
    {
      key: 'size',
      header: words.list.size,
      numeric: true,
      sort: 'SIZE',
      proof: (row) => proof(words.list.size, bytesText(row.sizeBytes), row, 'amount'),
      cell: (row) => <Bytes of={row.sizeBytes} />,
    },
    {
      key: 'tip',
      header: words.list.tip,
      numeric: true,
      sort: 'TIP',
      proof: (row) => proof(words.list.tip, picoText(row.tips), row, 'tips'),
      cell: (row) => <Amount pico={row.tips} unit={false} digits={digits} />,
    },
    {
      key: 'amount',
      header: words.list.amount,
      hint: words.list.amountHint,
      numeric: true,
      minor: true,
      sort: 'AMOUNT',
      proof: (row) => proof(words.list.amount, picoText(row.amount), row, 'amount'),
      cell: (row) => <Amount pico={row.amount} unit={false} digits={digits} />,
    },
    {
      key: 'reason',
      header: words.list.reason,
      proof: (row) => proof(words.list.reason, reasonOf(row), row, 'reason'),
      cell: reasonOf,
    },
  ];
};
