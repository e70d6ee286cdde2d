import type { ReactNode } from 'react';
import { Address } from '../../components/address/address';
import { Amount } from '../../components/amount/amount';
import { Realised } from '../../components/desk/returns';
import { StandingBadge } from '../../components/desk/standing-badge';
import { receiptIn } from '../../components/receipt/fragment';
import { proofOf } from '../../components/receipt/proof';
import { type Column, Table } from '../../components/table/table';
import { plainName } from '../../lib/format/plain';
import { displayPerbill, formatInteger, shorten } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import type { ComparedNode } from './query';

const words = text.desk;

/** One line of the comparison: a figure of every node. */
interface Line {
  name: string;
  hint?: string;
  cell: (node: ComparedNode) => ReactNode;
  /** the field that has the receipt, and the exact figure */
  field: string;
  raw: (node: ComparedNode) => string | number | null;
}

const percent = (perbill: string | number | null): ReactNode =>
  perbill === null ? text.common.none : displayPerbill(BigInt(perbill));

const amountLine = (name: string, field: string, of: (node: ComparedNode) => string | null, hint?: string): Line => ({
  name,
  ...(hint === undefined ? {} : { hint }),
  field,
  cell: (node) => <Amount pico={of(node)} unit={false} />,
  raw: of,
});

const paidLine = (eras: number): Line => ({
  name: words.table.paid(eras),
  hint: words.table.paidHint(eras),
  field: 'realised',
  cell: (node) => <Realised spreads={node.realised} eras={eras} />,
  raw: (node) => node.realised.find(({ window }) => window === eras)?.medianPerbill ?? null,
});

const LINES: readonly Line[] = [
  {
    name: words.table.state,
    field: 'standing',
    cell: (node) => <StandingBadge standing={node.standing} />,
    raw: (node) => node.standing,
  },
  {
    name: words.table.mine,
    hint: words.table.mineHint,
    field: 'myReturnPerbill',
    cell: (node) => percent(node.myReturnPerbill),
    raw: (node) => node.myReturnPerbill,
  },
  amountLine(words.comparison.income, 'myReturnPerbill', (node) => node.myIncome),
  paidLine(4),
  paidLine(28),
  paidLine(84),
  {
    name: words.table.score,
    hint: words.table.scoreHint,
    field: 'score',
    cell: (node) => (node.rank.score === null ? text.common.none : pointsText(node.rank.score)),
    raw: (node) => node.rank.score,
  },
  {
    name: words.table.fee,
    hint: words.table.feeHint,
    field: 'guaranteeFeePerbill',
    cell: (node) => percent(node.guaranteeFeePerbill),
    raw: (node) => node.guaranteeFeePerbill,
  },
  amountLine(words.sorts.STAKE_LIMIT, 'stakeLimit', (node) => node.stakeLimit),
  amountLine(words.table.total, 'totalStake', (node) => node.totalStake),
  amountLine(words.sorts.OWN_STAKE, 'ownStake', (node) => node.ownStake),
  amountLine(words.sorts.EFFECTIVE_STAKE, 'effectiveStake', (node) => node.effectiveStake),
  amountLine(words.table.room, 'headroom', (node) => node.headroom, words.table.roomHint),
  {
    name: words.table.saturation,
    hint: words.table.saturationHint,
    field: 'saturationPerbill',
    cell: (node) => percent(node.saturationPerbill),
    raw: (node) => node.saturationPerbill,
  },
  {
    name: words.table.reports,
    hint: words.table.reportsHint,
    field: 'reports',
    cell: (node) => percent(node.reportsPerbill),
    raw: (node) => (node.reportsPerbill === null ? null : `${node.reportsSent} / ${node.reportsDue}`),
  },
  {
    name: words.table.guarantors,
    hint: words.table.guarantorsHint,
    field: 'guarantorCount',
    cell: (node) => `${formatInteger(node.guarantorCount)}/${node.guarantorCapacity}`,
    raw: (node) => node.guarantorCount,
  },
  {
    name: words.table.unclaimed,
    hint: words.table.unclaimedHint,
    field: 'unclaimedEras',
    cell: (node) => formatInteger(node.unclaimedEras.length),
    raw: (node) => node.unclaimedEras.length,
  },
  {
    name: words.table.slashes,
    hint: words.table.slashesHint,
    field: 'slashCount',
    cell: (node) =>
      node.waitingSlashCount === 0
        ? formatInteger(node.slashCount)
        : `${formatInteger(node.slashCount)}, ${words.table.waitingSlashes(node.waitingSlashCount)}`,
    raw: (node) => node.slashCount,
  },
];

/** Parts of a billion as points of a hundred. */
export const pointsText = (perbill: number): string => (perbill / 10_000_000).toFixed(1);

export const nameOf = ({ stash, name }: ComparedNode): string => plainName(name) ?? shorten(stash);

/** Figures down, nodes across. */
export const Figures = ({ nodes }: { nodes: readonly ComparedNode[] }) => {
  const columns: Column<Line>[] = [
    { key: 'figure', header: words.comparison.figure, cell: (line) => line.name },
    ...nodes.map(
      (node): Column<Line> => ({
        key: node.stash,
        header: nameOf(node),
        numeric: true,
        cell: (line) => line.cell(node),
        proof: (line) =>
          proofOf(`${line.name}, ${nameOf(node)}`, line.raw(node), receiptIn(node.figureReceipts, line.field)),
      }),
    ),
  ];
  return (
    <>
      <ul>
        {nodes.map((node) => (
          <li key={node.stash}>
            <Address address={node.stash} name={node.name} href={route.node(node.stash)} />
          </li>
        ))}
      </ul>
      <Table caption={words.comparison.figures} columns={columns} rows={LINES} rowKey={(line) => line.name} />
    </>
  );
};
