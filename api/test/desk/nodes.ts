import { expect } from 'vitest';
import type { Ask } from '../api';
import { CRU } from '../fixtures';

export const AMOUNT = String(25n * CRU);

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the test's own question shaped them
export type Row = any;

const ROW = `stash name standing elected guaranteeFeePerbill stakeLimit ownStake guaranteedStake totalStake effectiveStake
  headroom saturationPerbill guarantorCount memberCount myIncome myReturnPerbill expectedAuthoring reportsPerbill
  reportsDue reportsSent unclaimedEras slashCount slashed waitingSlashCount waitingSlashed asOf rank { score }
  realised { window eras p10Perbill medianPerbill p90Perbill }`;

/** All rows of the table a question asks for. */
export const nodesOf = async (ask: Ask, variables: Record<string, unknown> = {}): Promise<Row[]> => {
  const { data, errors } = await ask(
    `query ($filter: NodeFilter, $orderBy: NodeOrder, $amount: BigInt, $guarantor: String, $weights: [RankWeight!], $at: Int) {
      nodes(first: 100, filter: $filter, orderBy: $orderBy, amount: $amount, guarantor: $guarantor, weights: $weights, at: $at) {
        totalCount nodes { ${ROW} } } }`,
    variables,
  );
  expect(errors).toEqual([]);
  expect(data.nodes.totalCount).toBe(data.nodes.nodes.length);
  return data.nodes.nodes;
};
