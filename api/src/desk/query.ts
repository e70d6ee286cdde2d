import { erasPerYear, MOST_WEIGHT, type RANK_FACTORS, type RankWeights, STARTING_WEIGHTS } from '@moho/protocol';
import { builder } from '../builder';
import type { Context } from '../context';
import { viewAt } from '../database/view';
import { badInput } from '../errors';
import { readAddress, readOptional } from '../input';
import { Candidates } from '../schema/connections';
import { SortDirectionEnum } from '../schema/enums';
import { CandidateRef } from '../schema/refs';
import { COLUMN_NAMES, COLUMNS } from './columns';
import { passes, readFilter } from './filter';
import type { CandidateNode } from './node';
import { type Offer, offerOf } from './offer';
import { type Order, pageOfSorted, type SortedRow, sortRows } from './page';
import { RankFactorEnum } from './rank-type';
import { loadTable } from './store';
import { NodeStandingEnum } from './type';

const NodeColumnEnum = builder.enumType('NodeColumn', { values: COLUMN_NAMES });

const NodeOrderInput = builder.inputType('NodeOrder', {
  fields: (t) => ({
    field: t.field({ type: NodeColumnEnum, required: true }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

const NodeFilterInput = builder.inputType('NodeFilter', {
  description: 'Thresholds. A node without a value does not pass a threshold on it.',
  fields: (t) => ({
    standings: t.field({ type: [NodeStandingEnum], description: 'without it: all that stand for election' }),
    stashes: t.stringList({ description: 'these nodes alone, at most 100, chilled ones too' }),
    text: t.string({ description: 'start of the address or part of the display name' }),
    hasPlace: t.boolean({ description: 'fewer guarantors than are rewarded' }),
    unslashed: t.boolean({ description: 'neither slashed nor about to be' }),
    minGuaranteeFeePerbill: t.int(),
    minReportsPerbill: t.int({ description: 'of the due work reports of 28 days' }),
    minHeadroom: t.field({ type: 'BigInt', description: 'pico-CRU' }),
    maxSaturationPerbill: t.field({ type: 'BigInt' }),
    minReturnPerbill: t.field({ type: 'BigInt', description: 'median of 28 eras, a year' }),
    minBadReturnPerbill: t.field({ type: 'BigInt', description: 'reached by nine of ten of 84 eras, a year' }),
    minMyReturnPerbill: t.field({ type: 'BigInt', description: 'of the amount, a year' }),
    maxUnclaimed: t.int({ description: 'closed eras nobody claimed' }),
  }),
});

const RankWeightInput = builder.inputType('RankWeight', {
  fields: (t) => ({
    factor: t.field({ type: RankFactorEnum, required: true }),
    weight: t.int({ required: true, description: `from 0 (left out) to ${MOST_WEIGHT}` }),
  }),
});

type Given<T> = T | null | undefined;
const MOST_PICO = (1n << 128n) - 1n;

const readAmount = (given: Given<string>): bigint | null => {
  if (given == null) return null;
  const amount = BigInt(given);
  if (amount < 1n || amount > MOST_PICO) throw badInput(`"amount" is from 1 to ${MOST_PICO} pico-CRU, not ${amount}.`);
  return amount;
};

type GivenWeights = Given<readonly { factor: (typeof RANK_FACTORS)[number]; weight: number }[]>;

const readWeights = (given: GivenWeights): RankWeights => {
  const weights = { ...STARTING_WEIGHTS };
  const seen = new Set<string>();
  for (const { factor, weight } of given ?? []) {
    if (seen.has(factor)) throw badInput(`"weights" names ${factor} twice.`);
    seen.add(factor);
    if (weight < 0 || weight > MOST_WEIGHT)
      throw badInput(`The weight of ${factor} is a number from 0 to ${MOST_WEIGHT}, not ${weight}.`);
    weights[factor] = weight;
  }
  return weights;
};

/** Columns that say nothing without an amount. */
const checkAmount = (amount: bigint | null, order: Order, asksReturn: boolean): void => {
  if (amount !== null) return;
  if (order.field === 'MY_RETURN') throw badInput('Ordering by MY_RETURN needs an "amount".');
  if (asksReturn) throw badInput('"minMyReturnPerbill" needs an "amount".');
};

interface Asked {
  amount?: Given<string>;
  guarantor?: Given<string>;
  at?: Given<number>;
}

const loadOffer = async (
  ctx: Context,
  { amount, guarantor, at }: Asked,
): Promise<{ offer: Offer; view: CandidateNode['view'] }> => {
  const pico = readAmount(amount);
  const address = readOptional(guarantor, (text) => readAddress('guarantor', text));
  const view = await viewAt(ctx, at);
  const table = await loadTable(ctx, view);
  return { offer: offerOf(table, pico, address, erasPerYear(ctx.profile)), view };
};

builder.queryField('candidate', (t) =>
  t.field({
    type: CandidateRef,
    nullable: true,
    description:
      'one node as the list has it; null for an account that does not stand and was not in the newest snapshot',
    args: {
      id: t.arg.string({ required: true }),
      amount: t.arg({ type: 'BigInt' }),
      guarantor: t.arg.string(),
      at: t.arg.int(),
    },
    resolve: async (_root, { id, ...asked }, ctx) => {
      const stash = readAddress('id', id);
      const { offer, view } = await loadOffer(ctx, asked);
      const candidate = offer.table.byStash.get(stash);
      return candidate === undefined ? null : { candidate, offer, view, weights: STARTING_WEIGHTS };
    },
  }),
);

builder.queryField('nodes', (t) =>
  t.connection(
    {
      type: CandidateRef,
      description:
        'nodes as a guarantor looks at them, the largest effective stake first unless told otherwise; sorted and filtered in memory by any column',
      args: {
        filter: t.arg({ type: NodeFilterInput }),
        orderBy: t.arg({ type: NodeOrderInput }),
        amount: t.arg({ type: 'BigInt', description: 'pico-CRU to be guaranteed; columns of my return depend on it' }),
        guarantor: t.arg.string({ description: 'whose guarantees the amount is added to; without it a newcomer’s' }),
        weights: t.arg({ type: [RankWeightInput], description: 'of the rank; those not named are the starting ones' }),
        at: t.arg.int(),
      },
      resolve: async (_root, { filter: given, orderBy, amount, guarantor, weights: asked, at, ...args }, ctx) => {
        const filter = readFilter(given);
        const weights = readWeights(asked);
        const order: Order = orderBy ?? { field: 'EFFECTIVE_STAKE', direction: 'DESC' };
        checkAmount(readAmount(amount), order, filter.minMyReturnPerbill !== null);
        const { offer, view } = await loadOffer(ctx, { amount, guarantor, at });
        const cell = COLUMNS[order.field];
        const rows = offer.table.candidates
          .filter((candidate) => passes(candidate, filter, offer))
          .map(
            (candidate): SortedRow<CandidateNode> => ({
              stash: candidate.stash,
              cell: cell(candidate, offer, weights),
              row: { candidate, offer, weights, view },
            }),
          );
        return pageOfSorted(sortRows(rows, order), order, args);
      },
    },
    Candidates,
  ),
);
