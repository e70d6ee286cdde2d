import { StatusBadge } from '../../components/badge/badge';
import { BlockRef } from '../../components/block-ref/block-ref';
import { Bytes } from '../../components/bytes/bytes';
import { CopyButton } from '../../components/copy-button/copy-button';
import { NothingYet } from '../../components/empty/empty';
import { bytesText, perbillText, proofOf } from '../../components/receipt/proof';
import { Section } from '../../components/section/section';
import { type Share, ShareBar } from '../../components/share-bar/share-bar';
import { type Column, Table } from '../../components/table/table';
import { displayPerbill, formatInteger, ratioPerbill, shorten } from '../../lib/format/quantity';
import { text } from '../../messages';
import styles from './page.module.css';
import type { CodeShareData } from './query';

const words = text.reports.codes;
const TONES: Share['tone'][] = ['good', 'wait', 'warn', 'idle'];

const nameOf = ({ version, code }: CodeShareData): string => version ?? shorten(code, 8, 6);
const isOver = ({ expireBlock }: CodeShareData, height: number): boolean =>
  expireBlock === null || expireBlock <= height;

const Expiry = ({ share, height }: { share: CodeShareData; height: number }) => {
  if (share.expireBlock === null) {
    return (
      <StatusBadge tone="bad" glyph="cross">
        {words.gone}
      </StatusBadge>
    );
  }
  return (
    <>
      <BlockRef block={share.expireBlock} time={share.expireTime} />{' '}
      {isOver(share, height) && (
        <StatusBadge tone="bad" glyph="cross">
          {words.expired}
        </StatusBadge>
      )}
    </>
  );
};

const columnsFor = (perbillOf: (share: CodeShareData) => number, height: number): Column<CodeShareData>[] => [
  { key: 'version', header: words.version, cell: ({ version }) => version ?? words.unknown },
  {
    key: 'code',
    header: words.code,
    cell: ({ code }) => (
      <>
        <code title={code}>{shorten(code, 10, 6)}</code>
        <CopyButton value={code} what={words.code} />
      </>
    ),
  },
  {
    key: 'members',
    header: words.members,
    numeric: true,
    cell: ({ members }) => formatInteger(members),
    proof: ({ members, receipt }) => proofOf(words.members, members, receipt),
  },
  {
    key: 'owners',
    header: words.owners,
    numeric: true,
    minor: true,
    cell: ({ owners }) => formatInteger(owners),
    proof: ({ owners, receipt }) => proofOf(words.owners, owners, receipt),
  },
  {
    key: 'workload',
    header: words.workload,
    hint: words.workloadHint,
    numeric: true,
    cell: ({ workloadBytes }) => <Bytes of={workloadBytes} />,
    proof: ({ workloadBytes, receipt }) => proofOf(words.workload, bytesText(workloadBytes), receipt),
  },
  {
    key: 'share',
    header: words.share,
    numeric: true,
    cell: (share) => displayPerbill(perbillOf(share)),
    proof: (share) => proofOf(words.share, perbillText(perbillOf(share)), share.receipt),
  },
  {
    key: 'expires',
    header: words.expires,
    cell: (share) => <Expiry share={share} height={height} />,
    proof: ({ expireBlock, expiryReceipt }) => proofOf(words.expires, expireBlock, expiryReceipt),
  },
];

interface Props {
  shares: readonly CodeShareData[];
  /** block the page holds for */
  height: number;
}

/** Which versions of sWorker the network runs, and when each expires. */
export const Codes = ({ shares, height }: Props) => {
  const total = shares.reduce((sum, { workloadBytes }) => sum + BigInt(workloadBytes), 0n);
  const perbillOf = ({ workloadBytes }: CodeShareData) => Number(ratioPerbill(BigInt(workloadBytes), total));
  return (
    <Section title={words.title} lead={words.lead} anchor="codes">
      {shares.length > 1 && (
        <div className={styles.bar}>
          <ShareBar
            title={words.bar}
            shares={shares.map((share, i) => ({
              key: share.code,
              label: nameOf(share),
              perbill: perbillOf(share),
              tone: isOver(share, height) ? 'bad' : (TONES[i % TONES.length] ?? 'idle'),
            }))}
          />
        </div>
      )}
      <Table
        caption={words.title}
        columns={columnsFor(perbillOf, height)}
        rows={shares}
        rowKey={({ code }) => code}
        rowName={nameOf}
        empty={<NothingYet>{words.none}</NothingYet>}
        cards
      />
    </Section>
  );
};
