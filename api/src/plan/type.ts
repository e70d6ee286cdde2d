import { guaranteeCall, type PlanCall, type PlanSplit, type Position, planCalls } from '@moho/protocol';
import { builder } from '../builder';
import type { View } from '../database/view';
import { derivedReceipt, figuresOf, mapSource } from '../receipt/node';
import { FigureReceiptRef } from '../receipt/type';
import { AccountRef } from '../schema/refs';
import { FEE_ERAS, PLAN_PARTS, type PlanAnswer } from './load';

type Seen<T> = T & { view: View };

const PositionRef = builder.objectRef<Seen<Position>>('PlanPosition').implement({
  description: 'What stands on one node, and what is to stand.',
  fields: (t) => ({
    stash: t.exposeString('stash'),
    stashAccount: t.field({ type: AccountRef, resolve: ({ stash, view }) => ({ id: stash, view }) }),
    held: t.expose('heldPico', { type: 'BigInt', description: 'guaranteed now, pico-CRU' }),
    amount: t.expose('amountPico', { type: 'BigInt', description: 'to be guaranteed, pico-CRU' }),
  }),
});

const CallRef = builder.objectRef<PlanCall>('PlanCall').implement({
  description: 'A call to sign with the controller’s key; nothing is signed here.',
  fields: (t) => ({
    call: t.exposeString('call', { description: 'guarantee or cut_guarantee, of the pallet staking' }),
    stash: t.exposeString('stash'),
    amount: t.expose('amountPico', { type: 'BigInt' }),
    callData: t.string({
      description: 'SCALE bytes of the call, without signature',
      resolve: ({ call, stash, amountPico }) => guaranteeCall(call, stash, amountPico).callData,
    }),
  }),
});

const positionsOf = ({ positions }: PlanSplit, view: View): Seen<Position>[] =>
  positions.map((position) => ({ ...position, view }));

const SIXTEEN = { field: 1, multiplier: 16 };

const RunnerUpRef = builder.objectRef<Seen<NonNullable<PlanAnswer['plan']['runnerUp']>>>('PlanRunnerUp').implement({
  description: 'The best split found that adds nothing to one of the nodes the plan adds to.',
  fields: (t) => ({
    without: t.exposeString('without', { description: 'that node' }),
    income: t.expose('incomePico', { type: 'BigInt' }),
    loss: t.expose('lossPico', { type: 'BigInt', description: 'by how much it earns less in an era' }),
    positions: t.field({
      type: [PositionRef],
      complexity: SIXTEEN,
      resolve: (second) => positionsOf(second, second.view),
    }),
  }),
});

const SOURCES = [
  mapSource('Staking.Guarantors'),
  mapSource('Staking.Ledger'),
  mapSource('Staking.StakeLimit'),
  mapSource('Staking.Validators'),
  mapSource('Staking.ErasStakingPayout'),
];
const INCOME =
  'What all candidates would pay in an era, each part rounded as the runtime rounds: stakes and limits of this block, the staking payout of the newest closed era, the mean block rewards of whoever would be elected then.';

const figures = ({ view, candidateCount }: PlanAnswer) => {
  const rule = (text: string) => derivedReceipt(view, text, { sources: SOURCES, rowCount: candidateCount });
  return figuresOf({
    standing: rule(`${INCOME} Nothing is changed.`),
    income: rule(`${INCOME} The plan stands.`),
    bound: rule(
      `Each node taken at its best, whatever is chosen elsewhere, over all splits of the money into ${PLAN_PARTS} parts: none earns more.`,
    ),
    loss: rule('Income of the plan less income of the runner-up.'),
    held: derivedReceipt(view, 'The guarantor’s guarantee to the node as it stands; none is 0.', {
      sources: [mapSource('Staking.Guarantors')],
    }),
    amount: rule('What stands, and whole parts of the money as the split puts them there.'),
  });
};

export const PlanRef = builder.objectRef<PlanAnswer>('GuaranteePlan').implement({
  description: 'A split of an amount over at most sixteen nodes. Amounts are pico-CRU, incomes those of one era.',
  fields: (t) => ({
    asOf: t.int({ resolve: ({ view }) => view.height }),
    era: t.exposeInt('era', { nullable: true, description: 'newest closed era: its staking payout is reckoned with' }),
    parts: t.int({ description: 'the grid: the money is divided into so many parts', resolve: () => PLAN_PARTS }),
    unit: t.field({ type: 'BigInt', description: 'one part', resolve: ({ plan }) => plan.grid.unitPico }),
    candidateCount: t.exposeInt('candidateCount', { description: 'nodes that stand for election' }),
    allowedCount: t.exposeInt('allowedCount', { description: 'of them those the constraints allow more on' }),
    feeEras: t.int({ description: 'eras over which changes of fees are looked at', resolve: () => FEE_ERAS }),
    freeBonded: t.expose('freeBonded', {
      type: 'BigInt',
      nullable: true,
      description: 'bonded and not guaranteed; null when no guarantor is named',
    }),
    targetsElsewhere: t.exposeInt('targetsElsewhere', {
      description: 'guarantees to nodes that stand no more; they keep their places among the sixteen',
    }),
    standing: t.field({ type: 'BigInt', resolve: ({ plan }) => plan.standingPico }),
    income: t.field({ type: 'BigInt', resolve: ({ plan }) => plan.incomePico }),
    bound: t.field({
      type: 'BigInt',
      description: 'no split of the grid earns more',
      resolve: ({ plan }) => plan.boundPico,
    }),
    isBest: t.boolean({
      description:
        'every other split of the grid was ruled out; else `bound` tells how much more one could earn at most',
      resolve: ({ plan }) => plan.isProven,
    }),
    unplaced: t.field({ type: 'BigInt', resolve: ({ plan }) => plan.unplacedPico }),
    positions: t.field({
      type: [PositionRef],
      complexity: SIXTEEN,
      resolve: ({ plan, view }) => positionsOf(plan, view),
    }),
    runnerUp: t.field({
      type: RunnerUpRef,
      nullable: true,
      resolve: ({ plan, view }) => (plan.runnerUp === null ? null : { ...plan.runnerUp, view }),
    }),
    calls: t.field({
      type: [CallRef],
      complexity: SIXTEEN,
      description: 'cuts first, since they free what the others need',
      resolve: ({ plan, existentialDeposit }) => planCalls(plan.positions, existentialDeposit),
    }),
    figureReceipts: t.field({ type: [FigureReceiptRef], complexity: { field: 1, multiplier: 6 }, resolve: figures }),
  }),
});
