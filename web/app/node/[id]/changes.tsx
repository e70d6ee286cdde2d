import { BlockRef } from '../../../components/block-ref/block-ref';
import { NothingYet } from '../../../components/empty/empty';
import { proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { displayPerbill, formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import type { NodeData } from './query';

const words = text.node.changes;
type Change = NodeData['changes'][number];

const fee = (perbill: string | null) => (perbill === null ? text.common.none : displayPerbill(BigInt(perbill)));

const columns: Column<Change>[] = [
  { key: 'when', header: words.when, cell: (row) => <BlockRef block={row.block} /> },
  {
    key: 'what',
    header: words.what,
    cell: (row) => (row.kind === 'FEE' ? words.FEE(fee(row.feeBeforePerbill)) : words[row.kind]),
  },
  {
    key: 'fee',
    header: words.fee,
    numeric: true,
    proof: (row) => proofOf(words.fee, row.feePerbill, row.receipt),
    cell: (row) => fee(row.feePerbill),
  },
];

/** Every change of the guarantee fee, and when the node was a candidate; newest first. */
export const Changes = ({ node }: { node: NodeData }) => (
  <Section title={words.title} lead={words.lead}>
    <Table
      caption={words.title}
      columns={columns}
      rows={node.changes}
      rowKey={(row) => `${row.block}-${row.kind}`}
      rowName={(row) => formatInteger(row.block)}
      empty={<NothingYet>{words.none}</NothingYet>}
      cards
    />
  </Section>
);
