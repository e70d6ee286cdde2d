import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { StatusBadge } from '../../../components/badge/badge';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { EmptyState } from '../../../components/empty/empty';
import { Figure } from '../../../components/receipt/figure';
import { Section } from '../../../components/section/section';
import { type Column, Table } from '../../../components/table/table';
import { displayPerbill, formatInteger, ratioPerbill } from '../../../lib/format/quantity';
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
    cell: (row) => (
      <Figure of={words.targets.value} raw={`${row.value} pico`} receipt={row.receipt}>
        <Amount pico={row.value} />
      </Figure>
    ),
  },
  {
    key: 'fee',
    header: words.targets.fee,
    numeric: true,
    cell: ({ target }) =>
      target.guaranteeFeePerbill === null ? text.common.none : displayPerbill(target.guaranteeFeePerbill),
  },
  {
    key: 'counts',
    header: words.targets.counts,
    hint: words.targets.countsHint,
    numeric: true,
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
  { key: 'since', header: words.targets.since, numeric: true, cell: (row) => <BlockRef block={row.sinceBlock} /> },
];

/** The nodes this account guarantees, in the chain's order. */
export const Targets = ({ targets, at }: { targets: readonly Target[]; at: number | null }) => (
  <Section title={words.targets.title}>
    <Table
      caption={words.targets.title}
      columns={targetColumns(at)}
      rows={targets}
      rowKey={(row) => row.id}
      empty={<EmptyState title={words.targets.none} />}
      cards
    />
  </Section>
);

const exposureColumns: Column<Exposure>[] = [
  {
    key: 'era',
    header: words.eras.era,
    cell: (row) => <Link href={route.era(row.era)}>{formatInteger(row.era)}</Link>,
  },
  { key: 'node', header: words.eras.node, cell: (row) => <Address address={row.stash} href={route.node(row.stash)} /> },
  { key: 'nominal', header: words.eras.nominal, numeric: true, cell: (row) => <Amount pico={row.nominal} /> },
  { key: 'effective', header: words.eras.effective, numeric: true, cell: (row) => <Amount pico={row.value} /> },
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

/** What counted in each era's snapshot. */
export const Exposures = ({ eras }: { eras: readonly Exposure[] }) => (
  <Section title={words.eras.title} lead={words.eras.lead}>
    <Table
      caption={words.eras.title}
      columns={exposureColumns}
      rows={eras}
      rowKey={(row) => row.id}
      empty={<EmptyState title={words.eras.none} />}
      cards
    />
  </Section>
);
