import { Address } from '../../../../components/address/address';
import { ReplicaBadge } from '../../../../components/badge/replica-badge';
import { Bytes } from '../../../../components/bytes/bytes';
import { EmptyState } from '../../../../components/empty/empty';
import { receiptIn } from '../../../../components/receipt/fragment';
import { bytesText, proofOf } from '../../../../components/receipt/proof';
import { Section } from '../../../../components/section/section';
import { type Column, Table } from '../../../../components/table/table';
import { formatInteger, shorten } from '../../../../lib/format/quantity';
import { text } from '../../../../messages';
import type { HeldMachine, HolderData } from './query';

const words = text.held.machines;
const MOST = 20;

const columns = (holder: HolderData): Column<HeldMachine>[] => [
  {
    key: 'who',
    header: words.who,
    cell: (row) => <Address address={row.who} name={row.whoAccount.identityDisplay} />,
  },
  { key: 'state', header: words.state, cell: (row) => <ReplicaBadge replica={row.replica} /> },
  {
    key: 'anchor',
    minor: true,
    header: words.anchor,
    cell: (row) => <code title={row.anchor}>{shorten(row.anchor, 8, 4)}</code>,
  },
  {
    key: 'replicas',
    header: words.replicas,
    numeric: true,
    proof: (row) => proofOf(words.replicas, row.replicas, receiptIn(holder.figureReceipts, 'replicas')),
    cell: (row) => formatInteger(row.replicas),
  },
  {
    key: 'bytes',
    header: words.bytes,
    numeric: true,
    proof: (row) => proofOf(words.bytes, bytesText(row.bytes), receiptIn(holder.figureReceipts, 'bytes')),
    cell: (row) => <Bytes of={row.bytes} />,
  },
];

/** The machines behind the replicas, those that cannot be asked first. */
export const Machines = ({ holder }: { holder: HolderData }) => {
  const all = holder.machines;
  const shown = [...all].sort((a, b) => Number(a.replica.live) - Number(b.replica.live)).slice(0, MOST);
  return (
    <Section title={words.title} lead={words.lead}>
      <Table
        caption={words.title}
        columns={columns(holder)}
        rows={shown}
        rowKey={(row) => `${row.who}-${row.anchor}`}
        rowName={(row) => shorten(row.who)}
        empty={<EmptyState title={words.none} />}
        cards
      />
      {shown.length < all.length && <p>{words.listMore(formatInteger(shown.length), formatInteger(all.length))}</p>}
    </Section>
  );
};
