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
import { displayPerbill, ratioPerbill, shorten } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { GuarantorData } from './query';

const words = text.guarantor;
type Target = GuarantorData['targets'][number];

/** Amounts by node, from a list of the answer. */
const byNode = (rows: readonly { stash: string; amount: string }[]) =>
  new Map(rows.map(({ stash, amount }) => [stash, amount]));

const targetColumns = (of: GuarantorData, at: number | null): Column<Target>[] => {
  const [paid, forecast] = [byNode(of.paidByNode), byNode(of.forecast?.lines ?? [])];
  return [
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
    {
      key: 'paid',
      header: words.targets.paid,
      numeric: true,
      proof: (row) =>
        proofOf(
          words.targets.paid,
          picoText(paid.get(row.validator) ?? '0'),
          receiptIn(of.figureReceipts, 'paidByNode'),
        ),
      cell: (row) => <Amount pico={paid.get(row.validator) ?? '0'} unit={false} />,
    },
    {
      key: 'forecast',
      header: words.targets.forecast,
      hint: words.targets.forecastHint,
      numeric: true,
      proof: (row) =>
        of.forecast === null
          ? null
          : proofOf(
              words.targets.forecast,
              picoText(forecast.get(row.validator) ?? '0'),
              receiptIn(of.forecast.figureReceipts, 'amount'),
            ),
      cell: (row) => <Amount pico={of.forecast === null ? null : (forecast.get(row.validator) ?? '0')} unit={false} />,
    },
  ];
};

/** The nodes this account guarantees, in the chain's order. */
export const Targets = ({ of, at }: { of: GuarantorData; at: number | null }) => (
  <Section title={words.targets.title}>
    <Table
      caption={words.targets.title}
      columns={targetColumns(of, at)}
      rows={of.targets}
      rowKey={(row) => row.id}
      rowName={(row) => plainName(row.target.stashAccount.identityDisplay) ?? shorten(row.validator)}
      empty={<EmptyState title={words.targets.none} />}
      cards
    />
    <ListEnd shown={of.targets.length} more={false} />
  </Section>
);
