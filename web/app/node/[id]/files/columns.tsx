import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { Address } from '../../../../components/address/address';
import { FileStatusBadge } from '../../../../components/badge/file-status-badge';
import { ReplicaBadge } from '../../../../components/badge/replica-badge';
import { Bytes } from '../../../../components/bytes/bytes';
import { bytesText, proofOf } from '../../../../components/receipt/proof';
import type { Column } from '../../../../components/table/table';
import { formatInteger, shorten } from '../../../../lib/format/quantity';
import { route } from '../../../../lib/route';
import { text } from '../../../../messages';
import type { HeldFile } from './query';

const words = text.held.list;

/** One line for each replica. */
export const heldColumns = (at: number | null): Column<HeldFile>[] => [
  {
    key: 'cid',
    header: text.file.kind,
    cell: (row) => (
      <Link href={route.file(row.file.cid, at)} className="mono" title={row.file.cid}>
        {shorten(row.file.cid, 12, 8)}
      </Link>
    ),
  },
  { key: 'state', header: words.state, cell: (row) => <ReplicaBadge replica={row.replica} /> },
  {
    key: 'machine',
    header: words.machine,
    cell: (row) => <Address address={row.replica.who} />,
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
    key: 'spower',
    minor: true,
    header: words.spower,
    numeric: true,
    sort: 'SPOWER',
    proof: (row) => proofOf(words.spower, bytesText(row.file.state?.spower), row.file.state?.receipt),
    cell: (row) => <Bytes of={row.file.state?.spower} />,
  },
  {
    key: 'expires',
    minor: true,
    header: words.until,
    numeric: true,
    sort: 'EXPIRES',
    proof: (row) => proofOf(words.until, row.file.state?.expiredAt || null, row.file.state?.receipt),
    cell: (row) => (row.file.state?.expiredAt ? formatInteger(row.file.state.expiredAt) : text.common.none),
  },
  {
    key: 'status',
    minor: true,
    header: words.status,
    cell: (row) => <FileStatusBadge status={row.file.status as FileStatus} />,
  },
];
