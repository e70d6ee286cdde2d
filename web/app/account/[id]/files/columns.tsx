import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { Amount, columnDigits } from '../../../../components/amount/amount';
import { FileStatusBadge } from '../../../../components/badge/file-status-badge';
import { BlockRef } from '../../../../components/block-ref/block-ref';
import { Bytes } from '../../../../components/bytes/bytes';
import { receiptIn } from '../../../../components/receipt/fragment';
import { bytesText, picoText, proofOf } from '../../../../components/receipt/proof';
import type { Column } from '../../../../components/table/table';
import { formatInteger, shorten } from '../../../../lib/format/quantity';
import { formatDay } from '../../../../lib/format/time';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import type { PortfolioFile } from './query';

const words = text.portfolio.list;

const Until = ({ row }: { row: PortfolioFile }) => {
  const { state, expiresAtTime } = row.file;
  if (!state || state.expiredAt === 0) return <span title={text.file.facts.expiresNone}>{text.common.none}</span>;
  return (
    <span title={expiresAtTime ?? undefined}>
      {formatInteger(state.expiredAt)}
      {expiresAtTime && <small> · {formatDay(new Date(expiresAtTime))}</small>}
    </span>
  );
};

/** One line for each file an account ordered. */
export const portfolioColumns = (rows: readonly PortfolioFile[], at: number | null): Column<PortfolioFile>[] => {
  const prepaidDigits = columnDigits(rows.map((row) => row.file.state?.prepaid ?? null));
  const spentDigits = columnDigits(rows.map((row) => row.spent));
  return [
    {
      key: 'cid',
      header: text.file.kind,
      cell: (row) => (
        <Link href={route.file(row.file.cid, at)} className="mono" title={row.file.cid}>
          {shorten(row.file.cid, 12, 8)}
        </Link>
      ),
    },
    {
      key: 'status',
      header: text.file.list.status,
      cell: (row) => <FileStatusBadge status={row.file.status as FileStatus} />,
    },
    {
      key: 'owners',
      header: words.liveOwners,
      hint: words.liveOwnersHint,
      numeric: true,
      proof: (row) =>
        proofOf(words.liveOwners, row.file.replicaCounts.liveOwners, receiptIn(row.file.figureReceipts, 'liveOwners')),
      cell: (row) => formatInteger(row.file.replicaCounts.liveOwners),
    },
    {
      key: 'expires',
      header: words.until,
      numeric: true,
      sort: 'EXPIRES',
      proof: (row) => proofOf(words.until, row.file.state?.expiredAt || null, row.file.state?.receipt),
      cell: (row) => <Until row={row} />,
    },
    {
      key: 'size',
      header: text.file.facts.size,
      numeric: true,
      sort: 'SIZE',
      proof: (row) => proofOf(text.file.facts.size, bytesText(row.file.state?.sizeBytes), row.file.state?.receipt),
      cell: (row) => <Bytes of={row.file.state?.sizeBytes} />,
    },
    {
      key: 'prepaid',
      minor: true,
      header: words.prepaid,
      numeric: true,
      sort: 'PREPAID',
      proof: (row) => proofOf(words.prepaid, picoText(row.file.state?.prepaid), row.file.state?.receipt),
      cell: (row) => <Amount pico={row.file.state?.prepaid} unit={false} digits={prepaidDigits} />,
    },
    {
      key: 'spent',
      minor: true,
      header: words.spent,
      numeric: true,
      proof: (row) => proofOf(words.spent, picoText(row.spent), receiptIn(row.file.figureReceipts, 'orders')),
      cell: (row) => <Amount pico={row.spent} unit={false} digits={spentDigits} />,
    },
    {
      key: 'ordered',
      minor: true,
      header: words.ordered,
      numeric: true,
      proof: (row) => proofOf(words.ordered, row.firstOrderBlock, receiptIn(row.file.figureReceipts, 'orders')),
      cell: (row) => <BlockRef block={row.firstOrderBlock} />,
    },
  ];
};
