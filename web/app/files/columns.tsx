import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { Amount, columnDigits } from '../../components/amount/amount';
import { FileStatusBadge } from '../../components/badge/file-status-badge';
import { BlockRef } from '../../components/block-ref/block-ref';
import { Bytes } from '../../components/bytes/bytes';
import { receiptIn } from '../../components/receipt/fragment';
import { bytesText, picoText, proofOf } from '../../components/receipt/proof';
import type { Column } from '../../components/table/table';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import type { FileRow } from './query';

const { list, counts, facts } = text.file;

/** One line for each file; figures of its stored row share one receipt. */
export const fileColumns = (rows: readonly FileRow[]): Column<FileRow>[] => {
  const digits = columnDigits(rows.map((row) => row.state?.prepaid ?? null));
  return [
    {
      key: 'cid',
      header: text.file.kind,
      cell: (row) => (
        <Link href={route.file(row.cid)} className="mono" title={row.cid}>
          {shorten(row.cid, 12, 8)}
        </Link>
      ),
    },
    { key: 'status', header: list.status, cell: (row) => <FileStatusBadge status={row.status as FileStatus} /> },
    {
      key: 'live',
      header: counts.live,
      hint: counts.liveHint,
      numeric: true,
      proof: (row) => proofOf(counts.live, row.replicaCounts.live, receiptIn(row.figureReceipts, 'live')),
      cell: (row) => formatInteger(row.replicaCounts.live),
    },
    {
      key: 'reported',
      minor: true,
      header: counts.reported,
      hint: counts.reportedHint,
      numeric: true,
      sort: 'REPLICAS',
      proof: (row) => proofOf(counts.reported, row.replicaCounts.reported, row.state?.receipt),
      cell: (row) => formatInteger(row.replicaCounts.reported),
    },
    {
      key: 'entries',
      minor: true,
      header: counts.entries,
      hint: counts.entriesHint,
      numeric: true,
      proof: (row) => proofOf(counts.entries, row.replicaCounts.entries, row.state?.receipt),
      cell: (row) => formatInteger(row.replicaCounts.entries),
    },
    {
      key: 'size',
      header: facts.size,
      numeric: true,
      sort: 'SIZE',
      proof: (row) => proofOf(facts.size, bytesText(row.state?.sizeBytes), row.state?.receipt),
      cell: (row) => <Bytes of={row.state?.sizeBytes} />,
    },
    {
      key: 'expires',
      header: facts.expires,
      numeric: true,
      sort: 'EXPIRED_AT',
      proof: (row) => proofOf(facts.expires, row.state?.expiredAt || null, row.state?.receipt),
      cell: (row) =>
        row.state && row.state.expiredAt > 0 ? (
          formatInteger(row.state.expiredAt)
        ) : (
          <span title={facts.expiresNone}>{text.common.none}</span>
        ),
    },
    {
      key: 'prepaid',
      minor: true,
      header: list.prepaid,
      numeric: true,
      proof: (row) => proofOf(facts.prepaid, picoText(row.state?.prepaid), row.state?.receipt),
      cell: (row) => <Amount pico={row.state?.prepaid} unit={false} digits={digits} />,
    },
    {
      key: 'changed',
      minor: true,
      header: list.changed,
      numeric: true,
      sort: 'CHANGED',
      proof: (row) => proofOf(list.changed, row.state?.sinceBlock ?? null, row.state?.receipt),
      cell: (row) => row.state && <BlockRef block={row.state.sinceBlock} />,
    },
  ];
};
