import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Amount, columnDigits } from '../../../components/amount/amount';
import { ReplicaBadge } from '../../../components/badge/replica-badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { EmptyState } from '../../../components/empty/empty';
import type { FigureReceipts, ReceiptData } from '../../../components/receipt/fragment';
import { picoText, proofOf } from '../../../components/receipt/proof';
import { receiptIn } from '../../../components/receipt/receipt-in';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { formatInteger, shorten } from '../../../lib/format/quantity';
import { formatDay } from '../../../lib/format/time';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { ConcentrationNote } from './concentration';
import styles from './page.module.css';
import type { FileData } from './query';

const words = text.file.replicas;
type Replica = FileData['replicas'][number];

/** Full spower, or plain size until a block: the clock of spower, which somebody has to call when it is over. */
const Maturity = ({ replica, asOf }: { replica: Replica; asOf: number }) => {
  if (replica.maturesAt === null) return words.maturedYes;
  const due = replica.maturesAt <= asOf;
  return (
    <span className={styles.state}>
      {due ? words.maturesDue : words.maturedNo}
      <span className={styles.because}>
        {due
          ? words.maturesSince(formatInteger(replica.maturesAt))
          : words.maturesAt(
              formatInteger(replica.maturesAt),
              replica.maturesAtTime === null ? null : formatDay(new Date(replica.maturesAtTime)),
            )}
      </span>
    </span>
  );
};

interface Around {
  at: number | null;
  asOf: number;
  receipt: ReceiptData | undefined;
  counted: FigureReceipts;
  rows: readonly Replica[];
}

const columns = ({ at, asOf, receipt, counted, rows }: Around): Column<Replica>[] => {
  const digits = columnDigits(rows.map(({ paid }) => paid));
  return [
    {
      key: 'owner',
      header: words.owner,
      cell: ({ countedOwnerAccount: owner, who }) => (
        <Address
          address={owner.address}
          name={owner.identityDisplay}
          href={owner.address === who ? route.account(who) : route.node(owner.address, at)}
        />
      ),
    },
    {
      key: 'who',
      header: words.who,
      cell: (replica) => <Address address={replica.who} name={replica.whoAccount.identityDisplay} />,
    },
    { key: 'state', header: words.state, cell: (replica) => <ReplicaBadge replica={replica} /> },
    {
      key: 'lastReport',
      header: words.lastReport,
      hint: words.lastReportHint,
      numeric: true,
      minor: true,
      proof: (replica) => proofOf(words.lastReport, replica.lastReportSlot, receiptIn(counted, 'live')),
      cell: ({ lastReportSlot }) => (lastReportSlot === null ? text.common.none : formatInteger(lastReportSlot)),
    },
    {
      key: 'matured',
      minor: true,
      header: words.matured,
      hint: words.maturedNoHint,
      proof: (replica) => proofOf(words.maturesProof, replica.createdAt, receipt),
      cell: (replica) => <Maturity replica={replica} asOf={asOf} />,
    },
    {
      key: 'validAt',
      minor: true,
      header: words.validAt,
      proof: (replica) => proofOf(words.validAt, replica.validAt, receipt),
      cell: (replica) => <BlockRef block={replica.validAt} />,
    },
    {
      key: 'paid',
      header: words.paid,
      hint: words.paidHint,
      numeric: true,
      proof: (replica) => proofOf(words.paid, picoText(replica.paid), receiptIn(counted, 'paid')),
      cell: ({ paid }) => <Amount pico={paid} unit={false} digits={digits} />,
    },
    {
      key: 'anchor',
      minor: true,
      header: words.anchor,
      proof: (replica) => proofOf(words.anchor, replica.anchor, receipt),
      cell: (replica) => <code title={replica.anchor}>{shorten(replica.anchor, 6, 4)}</code>,
    },
    {
      key: 'files',
      minor: true,
      header: words.more,
      cell: (replica) => (
        <Link href={route.held(replica.owner ?? replica.who, at)} prefetch={false}>
          {words.moreWords}
        </Link>
      ),
    },
  ];
};

/** Owners with a live replica first; the replicas of one owner stand together. */
const grouped = (replicas: readonly Replica[]): Replica[] => {
  const alive = new Set(replicas.filter(({ live }) => live).map(({ countedOwner }) => countedOwner));
  return [...replicas].sort(
    (a, b) =>
      Number(alive.has(b.countedOwner)) - Number(alive.has(a.countedOwner)) ||
      a.countedOwner.localeCompare(b.countedOwner) ||
      Number(b.live) - Number(a.live),
  );
};

/** Who holds the file, by independent owner: one row per stored entry, the living first. */
export const Replicas = ({ file, at }: { file: FileData; at: number | null }) => {
  const rows = grouped(file.replicas);
  const around = { at, asOf: file.asOf, receipt: file.state?.receipt, counted: file.figureReceipts, rows };
  return (
    <Section
      title={words.title}
      lead={words.lead}
      aside={rows.length > 0 ? words.owners(new Set(rows.map(({ countedOwner }) => countedOwner)).size) : undefined}
    >
      <ConcentrationNote file={file} at={at} />
      <Table
        caption={words.title}
        columns={columns(around)}
        rows={rows}
        rowKey={(replica) => replica.id}
        rowName={(replica) => shorten(replica.countedOwner)}
        empty={<EmptyState title={words.none} />}
        cards
      />
    </Section>
  );
};
