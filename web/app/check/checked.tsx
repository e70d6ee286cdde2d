import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { FileStatusBadge } from '../../components/badge/file-status-badge';
import { Bytes } from '../../components/bytes/bytes';
import { Section } from '../../components/section/section';
import { type Column, Table } from '../../components/table/table';
import type { CheckedLine } from '../../lib/check/ask';
import { plainText } from '../../lib/format/plain';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { formatDay } from '../../lib/format/time';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';

const words = text.check.result;

const columns: Column<CheckedLine>[] = [
  {
    key: 'cid',
    header: words.cid,
    cell: ({ line, given, file }) => (
      <span data-line={line} className={styles.cid}>
        <span className={styles.line}>{line}</span>
        {file === null ? (
          <span className="mono">{plainText(given, 24)}</span>
        ) : (
          <Link href={route.file(file.cid)} className="mono" title={file.cid}>
            {shorten(file.cid, 12, 8)}
          </Link>
        )}
      </span>
    ),
  },
  {
    key: 'status',
    header: words.status,
    cell: ({ file, problem }) =>
      file === null ? (
        <span className={styles.bad}>{problem}</span>
      ) : (
        <FileStatusBadge status={file.status as FileStatus} />
      ),
  },
  {
    key: 'owners',
    header: words.liveOwners,
    numeric: true,
    cell: ({ file }) => file && formatInteger(file.replicaCounts.liveOwners),
  },
  {
    key: 'until',
    header: words.until,
    numeric: true,
    cell: ({ file }) =>
      file?.state?.expiredAt ? (
        <span>
          {formatInteger(file.state.expiredAt)}
          {file.expiresAtTime && <small> · {formatDay(new Date(file.expiresAtTime))}</small>}
        </span>
      ) : (
        file && text.common.none
      ),
  },
  { key: 'size', header: words.size, numeric: true, cell: ({ file }) => file && <Bytes of={file.state?.sizeBytes} /> },
];

/** The list with its answers, line by line. */
export const Checked = ({ lines }: { lines: readonly CheckedLine[] }) => {
  const safe = lines.filter(({ file }) => file?.status === 'STORED').length;
  const block = lines.find(({ file }) => file !== null)?.file?.asOf;
  return (
    <Section
      title={words.title}
      lead={`${words.sum(formatInteger(lines.length), lines.length, formatInteger(safe))}${block === undefined ? '' : ` ${words.asOf(formatInteger(block))}`}`}
    >
      <Table caption={words.title} columns={columns} rows={lines} rowKey={({ line }) => String(line)} cards />
    </Section>
  );
};
