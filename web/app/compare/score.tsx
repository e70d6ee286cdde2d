import { Two } from '../../components/desk/returns';
import { receiptIn } from '../../components/receipt/fragment';
import { perbillText, proofOf } from '../../components/receipt/proof';
import { type Column, Table } from '../../components/table/table';
import { displayPerbill, formatInteger } from '../../lib/format/quantity';
import { text } from '../../messages';
import { nameOf, pointsText } from './figures';
import type { ComparedNode } from './query';

const words = text.desk;

type Part = ComparedNode['rank']['parts'][number];

/** A raw value in its own unit. */
const valueText = (value: string | null, unit: Part['unit']): string => {
  if (value === null) return words.comparison.unknown;
  return unit === 'COUNT' ? formatInteger(value) : displayPerbill(BigInt(value));
};

/** Factors down, nodes across: raw value, percentile, weight and points of each. */
export const Score = ({ nodes }: { nodes: readonly ComparedNode[] }) => {
  const factors = nodes[0]?.rank.parts.map(({ factor }) => factor) ?? [];
  const partOf = (node: ComparedNode, factor: Part['factor']) =>
    node.rank.parts.find((part) => part.factor === factor) as Part;
  const columns: Column<Part['factor']>[] = [
    { key: 'factor', header: words.comparison.factor, cell: (factor) => words.factors[factor] },
    ...nodes.map(
      (node): Column<Part['factor']> => ({
        key: node.stash,
        header: nameOf(node),
        numeric: true,
        proof: (factor) => {
          const of = `${words.factors[factor]}, ${nameOf(node)}`;
          const { percentilePerbill } = partOf(node, factor);
          return proofOf(of, perbillText(percentilePerbill), receiptIn(node.figureReceipts, 'score'));
        },
        cell: (factor) => {
          const { raw, unit, percentilePerbill, weight, points } = partOf(node, factor);
          return (
            <Two under={words.comparison.part(pointsText(percentilePerbill), weight)}>
              {valueText(raw, unit)} · {words.comparison.points(pointsText(points))}
            </Two>
          );
        },
      }),
    ),
  ];
  return <Table caption={words.comparison.score} columns={columns} rows={factors} rowKey={(factor) => factor} />;
};

const MOST_WAYS = 3;

/** The few ways by which each node's score would rise most. */
export const WhatWouldRaise = ({ nodes }: { nodes: readonly ComparedNode[] }) => (
  <dl>
    {nodes.map((node) => (
      <div key={node.stash}>
        <dt>
          <strong>{nameOf(node)}</strong>
        </dt>
        {node.rank.wouldRaise.length === 0 && <dd>{words.comparison.top}</dd>}
        {node.rank.wouldRaise.slice(0, MOST_WAYS).map(({ factor, best, gain, unit }) => (
          <dd key={factor}>
            {words.comparison.raiseOf(words.factors[factor], valueText(best, unit), pointsText(gain))}
          </dd>
        ))}
      </div>
    ))}
  </dl>
);
