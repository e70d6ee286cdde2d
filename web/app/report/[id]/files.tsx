import Link from 'next/link';
import { FileStatusBadge } from '../../../components/badge/file-status-badge';
import { Bytes } from '../../../components/bytes/bytes';
import { NothingYet } from '../../../components/empty/empty';
import { Pagination } from '../../../components/pagination/pagination';
import { bytesText, proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { formatInteger, shorten } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { ReportData, ReportedFileData } from './query';

const words = text.report.list;

const columnsFor = (report: ReportData): Column<ReportedFileData>[] => [
  {
    key: 'cid',
    header: words.cid,
    cell: ({ fileId }) => (
      <Link href={route.file(fileId)} title={fileId} prefetch={false}>
        {shorten(fileId, 12, 6)}
      </Link>
    ),
  },
  { key: 'change', header: words.change, cell: ({ isAdded }) => (isAdded ? words.isAdded : words.isDeleted) },
  {
    key: 'size',
    header: words.size,
    numeric: true,
    cell: ({ sizeBytes }) => <Bytes of={sizeBytes} />,
    proof: ({ sizeBytes }) => proofOf(words.size, bytesText(sizeBytes), report.content?.receipt),
  },
  {
    key: 'validAt',
    header: words.validAt,
    numeric: true,
    minor: true,
    cell: ({ validAt }) => formatInteger(validAt),
    proof: ({ validAt }) => proofOf(words.validAt, validAt, report.content?.receipt),
  },
  {
    key: 'held',
    header: words.held,
    hint: words.heldHint,
    cell: ({ held }) => (held ? text.common.yes : text.common.no),
  },
  { key: 'status', header: words.status, minor: true, cell: ({ file }) => <FileStatusBadge status={file.status} /> },
];

interface Props {
  report: ReportData;
  after: string | null;
  hrefWith: (changes: Record<string, string | null>) => string;
}

/** The files a report names, page by page. */
export const Files = ({ report, after, hrefWith }: Props) => {
  if (!report.content?.readable) return null;
  const { nodes, pageInfo, totalCount } = report.fileList;
  return (
    <Section
      title={words.title}
      anchor="files"
      aside={totalCount > nodes.length ? words.count(formatInteger(totalCount)) : undefined}
    >
      <Table
        caption={words.title}
        columns={columnsFor(report)}
        rows={nodes}
        rowKey={({ cidHex, isAdded, validAt }) => `${isAdded}-${cidHex}-${validAt}`}
        rowName={({ fileId }) => shorten(fileId, 10, 6)}
        empty={<NothingYet>{words.none}</NothingYet>}
        cards
      />
      <Pagination
        firstHref={after === null ? null : `${hrefWith({ files: null })}#files`}
        nextHref={pageInfo.hasNextPage ? `${hrefWith({ files: pageInfo.endCursor })}#files` : null}
        shown={nodes.length}
      />
    </Section>
  );
};
