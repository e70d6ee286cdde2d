import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { StatusBadge } from '../../../components/badge/badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { EmptyState } from '../../../components/empty/empty';
import { ListEnd } from '../../../components/pagination/list-end';
import { receiptIn } from '../../../components/receipt/fragment';
import { perbillText, picoText, proofOf } from '../../../components/receipt/proof';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { plainName } from '../../../lib/format/plain';
import { displayPerbill, formatInteger, ratioPerbill, shorten } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { GuarantorData } from './query';

const words = text.guarantor;
type Target = GuarantorData['targets'][number];
type Exposure = GuarantorData['eras']['nodes'][number];

const targetColumns = (at: number | null): Column<Target>[] => [
  {
    key: 'node',
    header: words.targets.node,
    cell: (row) => (
      <Address
        address={row.validator}
        name={row.target.stashAccount.identityDisplay}
        href={route.node(row.validator, at)}
      />
    ),
  },
  {
    key: 'value',
    header: words.targets.value,
    numeric: true,
    proof: (row) => proofOf(words.targets.value, picoText(row.value), row.receipt),
    cell: (row) => <Amount pico={row.value} unit={false} />,
  },
  {
    key: 'fee',
    header: words.targets.fee,
    numeric: true,
    proof: ({ target }) =>
      proofOf(
        words.targets.fee,
        perbillText(target.guaranteeFeePerbill),
        receiptIn(target.figureReceipts, 'guaranteeFeePerbill'),
      ),
    cell: ({ target }) =>
      target.guaranteeFeePerbill === null ? text.common.none : displayPerbill(target.guaranteeFeePerbill),
  },
  {
    key: 'counts',
    header: words.targets.counts,
    hint: words.targets.countsHint,
    numeric: true,
    proof: ({ target }) =>
      proofOf(
        words.targets.counts,
        `${target.effectiveStake} / ${target.totalStake} pico`,
        [receiptIn(target.figureReceipts, 'effectiveStake'), receiptIn(target.figureReceipts, 'totalStake')],
        words.targets.countsHint,
      ),
    cell: ({ target }) => displayPerbill(ratioPerbill(BigInt(target.effectiveStake), BigInt(target.totalStake))),
  },
  {
    key: 'elected',
    header: words.targets.elected,
    cell: ({ target }) =>
      target.electedLastEra ? (
        <StatusBadge tone="good" glyph="disc">
          {text.node.table.elected}
        </StatusBadge>
      ) : (
        <StatusBadge tone="idle" glyph="dash">
          {text.node.table.notElected}
        </StatusBadge>
      ),
  },
  {
    key: 'since',
    header: words.targets.since,
    numeric: true,
    proof: (row) => proofOf(words.targets.since, row.sinceBlock, row.receipt),
    cell: (row) => <BlockRef block={row.sinceBlock} />,
  },
];

/** The nodes this account guarantees, in the chain's order. */
export const Targets = ({ targets, at }: { targets: readonly Target[]; at: number | null }) => (
  <Section title={words.targets.title}>
    <Table
      caption={words.targets.title}
      columns={targetColumns(at)}
      rows={targets}
      rowKey={(row) => row.id}
      rowName={(row) => plainName(row.target.stashAccount.identityDisplay) ?? shorten(row.validator)}
      empty={<EmptyState title={words.targets.none} />}
      cards
    />
    <ListEnd shown={targets.length} more={false} />
  </Section>
);

const exposureColumns = (names: ReadonlyMap<string, string | null>): Column<Exposure>[] => [
  {
    key: 'era',
    header: words.eras.era,
    cell: (row) => <Link href={route.era(row.era)}>{formatInteger(row.era)}</Link>,
  },
  {
    key: 'node',
    header: words.eras.node,
    cell: (row) => <Address address={row.stash} name={names.get(row.stash)} href={route.node(row.stash)} />,
  },
  {
    key: 'nominal',
    header: words.eras.nominal,
    numeric: true,
    proof: (row) => proofOf(words.eras.nominal, picoText(row.nominal), row.receipt, words.eras.nominalRule),
    cell: (row) => <Amount pico={row.nominal} unit={false} />,
  },
  {
    key: 'effective',
    header: words.eras.effective,
    numeric: true,
    proof: (row) => proofOf(words.eras.effective, picoText(row.value), row.receipt),
    cell: (row) => <Amount pico={row.value} unit={false} />,
  },
  {
    key: 'clipped',
    header: words.eras.paid,
    cell: (row) =>
      row.clipped ? (
        <StatusBadge tone="bad" glyph="cross">
          {words.eras.clipped}
        </StatusBadge>
      ) : (
        text.common.yes
      ),
  },
];

interface ExposuresProps {
  eras: readonly Exposure[];
  more: boolean;
  /** display names of the nodes it guarantees now */
  names: ReadonlyMap<string, string | null>;
}

/** What counted in each era's snapshot. */
export const Exposures = ({ eras, more, names }: ExposuresProps) => (
  <Section title={words.eras.title} lead={words.eras.lead}>
    <Table
      caption={words.eras.title}
      columns={exposureColumns(names)}
      rows={eras}
      rowKey={(row) => row.id}
      rowName={(row) => text.era.titleOf(formatInteger(row.era))}
      empty={<EmptyState title={words.eras.none} />}
      cards
    />
    <ListEnd shown={eras.length} more={more} />
  </Section>
);
