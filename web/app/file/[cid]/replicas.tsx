import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { StatusBadge } from '../../../components/badge/badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { EmptyState } from '../../../components/empty/empty';
import type { ReceiptData } from '../../../components/receipt/fragment';
import { proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { shorten } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { FileData } from './query';

const words = text.file.replicas;
type Replica = FileData['replicas'][number];

const columns = (at: number | null, receipt: ReceiptData | undefined): Column<Replica>[] => [
  {
    key: 'owner',
    header: words.owner,
    cell: (replica) =>
      replica.ownerAccount === null ? (
        <span className={styles.small} title={words.noOwnerHint}>
          {words.noOwner}
        </span>
      ) : (
        <Address
          address={replica.ownerAccount.address}
          name={replica.ownerAccount.identityDisplay}
          href={
            replica.ownerAccount.address === replica.who
              ? route.account(replica.who)
              : route.node(replica.ownerAccount.address, at)
          }
        />
      ),
  },
  { key: 'who', header: words.who, cell: (replica) => <Address address={replica.who} /> },
  {
    key: 'state',
    header: words.state,
    cell: (replica) =>
      replica.live ? (
        <StatusBadge tone="good" glyph="disc">
          {words.live}
        </StatusBadge>
      ) : (
        <span className={styles.state}>
          <StatusBadge tone="bad" glyph="cross">
            {words.notLive}
          </StatusBadge>
          {replica.notLiveBecause && <span className={styles.because}>{replica.notLiveBecause}</span>}
        </span>
      ),
  },
  {
    key: 'files',
    minor: true,
    header: words.more,
    cell: (replica) => <Link href={route.held(replica.owner ?? replica.who, at)}>{words.moreWords}</Link>,
  },
  {
    key: 'matured',
    minor: true,
    header: words.matured,
    hint: words.maturedNoHint,
    cell: (replica) => (replica.matured ? words.maturedYes : words.maturedNo),
  },
  {
    key: 'validAt',
    header: words.validAt,
    proof: (replica) => proofOf(words.validAt, replica.validAt, receipt),
    cell: (replica) => <BlockRef block={replica.validAt} />,
  },
  {
    key: 'anchor',
    minor: true,
    header: words.anchor,
    proof: (replica) => proofOf(words.anchor, replica.anchor, receipt),
    cell: (replica) => <code title={replica.anchor}>{shorten(replica.anchor, 8, 4)}</code>,
  },
];

/** Who holds the file: one row per stored entry, the living first. */
export const Replicas = ({ file, at }: { file: FileData; at: number | null }) => (
  <Section title={words.title} lead={words.lead}>
    <Table
      caption={words.title}
      columns={columns(at, file.state?.receipt)}
      rows={[...file.replicas].sort((a, b) => Number(b.live) - Number(a.live))}
      rowKey={(replica) => replica.id}
      rowName={(replica) => shorten(replica.ownerAccount?.address ?? replica.who)}
      empty={<EmptyState title={words.none} />}
      cards
    />
  </Section>
);
