import type { FileStatus } from '@moho/protocol/file-status';
import Link from 'next/link';
import { FileStatusBadge, STATUS_LOOK } from '../../../../components/badge/file-status-badge';
import { Bytes } from '../../../../components/bytes/bytes';
import { EmptyState } from '../../../../components/empty/empty';
import { ProblemPage } from '../../../../components/problem/problem';
import { Figure } from '../../../../components/receipt/figure';
import { receiptIn } from '../../../../components/receipt/fragment';
import { bytesText, perbillText, proofOf } from '../../../../components/receipt/proof';
import { Panel, Section } from '../../../../components/section/section';
import { ShareBar } from '../../../../components/share-bar/share-bar';
import { type Column, Table } from '../../../../components/table/table';
import { displayPerbill, formatInteger, shorten } from '../../../../lib/format/quantity';
import { text } from '../../../../messages';
import { portfolioColumns } from './columns';
import styles from './page.module.css';
import { type DurabilityData, loadDurability } from './query';

const words = text.portfolio.durability;
type Report = DurabilityData['durability'];
type ShareRow = Report['shares'][number];

const PAID: readonly string[] = ['STORED', 'AT_RISK', 'UNREACHABLE'];

/** What the report says in one sentence. */
const sentenceOf = ({ shares }: Report): string => {
  const files = (states: readonly string[]) =>
    shares.filter(({ status }) => states.includes(status)).reduce((sum, share) => sum + share.files, 0);
  const paid = files(PAID);
  const bad = files(['AT_RISK', 'UNREACHABLE']);
  if (paid === 0) return words.nothing;
  return bad === 0 ? words.good(formatInteger(paid), paid) : words.bad(formatInteger(bad), bad, formatInteger(paid));
};

const columns = (portfolio: DurabilityData, hrefFor: (status: string) => string): Column<ShareRow>[] => {
  const receipt = receiptIn(portfolio.figureReceipts, 'durability');
  const name = ({ status }: ShareRow) => text.file.status[status];
  return [
    {
      key: 'status',
      header: words.status,
      cell: (row) => (
        <Link href={hrefFor(row.status)} className={styles.state} aria-label={words.show(name(row))}>
          <FileStatusBadge status={row.status as FileStatus} />
        </Link>
      ),
    },
    {
      key: 'files',
      header: words.files,
      numeric: true,
      proof: (row) => proofOf(words.files, row.files, receipt),
      cell: (row) => <span data-files={row.status}>{formatInteger(row.files)}</span>,
    },
    {
      key: 'share',
      header: words.share,
      numeric: true,
      proof: (row) => proofOf(words.share, perbillText(row.sharePerbill), receipt),
      cell: (row) => displayPerbill(row.sharePerbill),
    },
    {
      key: 'bytes',
      header: words.bytes,
      numeric: true,
      proof: (row) => proofOf(words.bytes, bytesText(row.bytes), receipt),
      cell: (row) => <Bytes of={row.bytes} />,
    },
  ];
};

interface DurabilityProps {
  account: string;
  at: number | null;
  /** the list narrowed to a status */
  hrefFor: (status: string) => string;
}

/** The durability report: how many files stand how well, and the worst of them by name. */
export const Durability = async ({ account, at, hrefFor }: DurabilityProps) => {
  const answer = await loadDurability(account, at);
  if (!answer.ok) {
    const slow = answer.problem.kind === 'refused' && answer.problem.code === 'TIMEOUT';
    return (
      <Section title={words.title}>
        {slow ? <EmptyState title={words.silent} /> : <ProblemPage problem={answer.problem} />}
      </Section>
    );
  }
  const { portfolio } = answer.data;
  const report = portfolio.durability;
  if (report.shares.length === 0) return null;
  return (
    <Section title={words.title} lead={words.lead}>
      <Panel>
        <p className={styles.verdict}>{sentenceOf(report)}</p>
        <ShareBar
          title={words.chart}
          shares={report.shares.map(({ status, sharePerbill }) => ({
            key: status,
            label: text.file.status[status],
            perbill: sharePerbill,
            tone: STATUS_LOOK[status as FileStatus][0],
          }))}
        />
        <Table
          caption={words.chart}
          columns={columns(portfolio, hrefFor)}
          rows={report.shares}
          rowKey={(row) => row.status}
          rowName={(row) => text.file.status[row.status]}
        />
        <div className={styles.owners}>
          {words.liveOwners}:{' '}
          <Figure
            of={words.liveOwners}
            raw={report.liveOwners}
            receipt={receiptIn(portfolio.figureReceipts, 'liveOwners')}
          >
            {formatInteger(report.liveOwners)}
          </Figure>
        </div>
      </Panel>
      {report.worst.length > 0 && (
        <div className={styles.worst}>
          <h3>{words.worst}</h3>
          <p>{words.worstLead}</p>
          <Table
            caption={words.worst}
            columns={portfolioColumns(report.worst, at).map(({ sort: _, ...column }) => column)}
            rows={report.worst}
            rowKey={(row) => row.id}
            rowName={(row) => shorten(row.id, 10, 6)}
            cards
          />
        </div>
      )}
    </Section>
  );
};
