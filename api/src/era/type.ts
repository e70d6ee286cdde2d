import { stakingReward } from '@moho/protocol';
import { accountOf } from '../account/load';
import { builder } from '../builder';
import type { Ordering } from '../database/cursor';
import { loadCountUnder, loadKeyed, loadOne, loadPageUnder } from '../database/load';
import { orderBy } from '../database/sql';
import { FigureReceiptRef, ProvenanceRef, ReceiptRef } from '../receipt/type';
import { GuarantorEras, Rewards, ValidatorEras } from '../schema/connections';
import { EraPhaseEnum, SortDirectionEnum } from '../schema/enums';
import { AccountRef, EraRef, GuarantorEraRef, RewardRef, ValidatorEraRef, ValidatorRef } from '../schema/refs';
import { loadValidator } from '../validator/load';
import { loadEraPayout, NodeEraPayoutRef } from './distribution';
import { eraFigures, exposureReceipt, guarantorEraReceipt, validatorEraFigures } from './figures';
import { eraPhase } from './phase';
import { EraPoolRef, loadPool } from './pool';
import { claimedEras, eras, exposures, paidTotals, rewards, validatorEras } from './sql';

const orderColumns = {
  ID: null,
  TOTAL: 'sort_total',
  POINTS: 'sort_points',
  AUTHORING_PAYOUT: 'sort_authoring',
} as const;

type OrderField = keyof typeof orderColumns;

const ValidatorEraOrderFieldEnum = builder.enumType('ValidatorEraOrderField', {
  values: Object.keys(orderColumns) as OrderField[],
});

export const ValidatorEraOrderInput = builder.inputType('ValidatorEraOrder', {
  fields: (t) => ({
    field: t.field({ type: ValidatorEraOrderFieldEnum, required: true }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

export const validatorEraOrdering = (
  order: { field: OrderField; direction: 'ASC' | 'DESC' } | null | undefined,
): Ordering => {
  const { field, direction } = order ?? { field: 'ID' as const, direction: 'ASC' as const };
  const column = orderColumns[field];
  const towards = direction === 'ASC' ? 'asc' : 'desc';
  const name = `${field}-${towards}`;
  return column === null ? orderBy(name, towards, ['id', 'text']) : orderBy(name, towards, column, ['id', 'text']);
};

const byEra = { column: 'era', type: 'int' } as const;

EraRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    era: t.exposeInt('era'),
    phase: t.field({ type: EraPhaseEnum, resolve: eraPhase }),
    startSession: t.exposeInt('startSession', { nullable: true }),
    totalStake: t.expose('totalStake', { type: 'BigInt', nullable: true }),
    stakingPayout: t.expose('stakingPayout', { type: 'BigInt', nullable: true }),
    marketPayout: t.expose('marketPayout', {
      type: 'BigInt',
      nullable: true,
      description: 'scheduled 60 eras ahead: of a future era a plan, not a payout',
    }),
    rewardPoints: t.exposeInt('rewardPoints', { nullable: true }),
    prunedAtBlock: t.exposeInt('prunedAtBlock', { nullable: true }),
    plannedAtBlock: t.exposeInt('plannedAtBlock', { nullable: true, description: 'block of the era’s snapshot' }),
    startBlock: t.exposeInt('startBlock', { nullable: true }),
    startTime: t.expose('startTime', { type: 'DateTime', nullable: true }),
    endBlock: t.exposeInt('endBlock', { nullable: true }),
    endTime: t.expose('endTime', { type: 'DateTime', nullable: true }),
    authoringTotal: t.expose('authoringTotal', { type: 'BigInt', nullable: true }),
    stakingTotal: t.expose('stakingTotal', { type: 'BigInt', nullable: true }),
    issuance: t.expose('issuance', { type: 'BigInt', nullable: true }),
    electedCount: t.exposeInt('electedCount', { nullable: true }),
    pool: t.field({
      type: EraPoolRef,
      nullable: true,
      description: 'how its pool came about; null until it has ended',
      resolve: (e, _args, ctx) => loadPool(ctx, e),
    }),
    validators: t.connection(
      {
        type: ValidatorEraRef,
        args: { orderBy: t.arg({ type: ValidatorEraOrderInput }) },
        resolve: (e, { orderBy: order, ...args }, ctx) =>
          loadPageUnder(ctx, validatorEras, e.view, byEra, e.id, args, validatorEraOrdering(order)),
      },
      ValidatorEras,
    ),
    rewards: t.connection(
      { type: RewardRef, resolve: (e, args, ctx) => loadPageUnder(ctx, rewards, e.view, byEra, e.id, args) },
      Rewards,
    ),
    paidTotal: t.field({
      type: 'BigInt',
      description: 'sum of the reward payments of this era seen so far',
      resolve: async (e, _args, ctx) => (await loadKeyed(ctx, 'paidTotal', e.view, e.id, paidTotals)) ?? '0',
    }),
    receipts: t.field({
      type: [ReceiptRef],
      complexity: { field: 1, multiplier: 3 },
      description: 'receipts of ErasTotalStakes, ErasStakingPayout, ErasMarketPayout in this order',
      resolve: (e) =>
        eraFigures(e)
          .slice(0, 3)
          .map(({ receipt }) => receipt),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 11 },
      description: 'receipts of its figures, by the name of the field',
      resolve: eraFigures,
    }),
  }),
});

const byValidatorEra = { column: 'validator_era_id', type: 'text' } as const;

ValidatorEraRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'era-stash' }),
    era: t.exposeInt('era'),
    stash: t.exposeString('stash'),
    stashAccount: t.field({ type: AccountRef, resolve: (v) => ({ id: v.stash, view: v.view }) }),
    validator: t.field({ type: ValidatorRef, resolve: (v, _args, ctx) => loadValidator(ctx, v.stash, v.view) }),
    total: t.expose('total', { type: 'BigInt', nullable: true, description: 'effective stake' }),
    own: t.expose('own', { type: 'BigInt', nullable: true }),
    guaranteeFeePerbill: t.exposeInt('guaranteeFeePerbill', { nullable: true }),
    authoringPayout: t.expose('authoringPayout', { type: 'BigInt', nullable: true }),
    points: t.exposeInt('points', { nullable: true }),
    elected: t.exposeBoolean('elected'),
    stakeLimitAtSnapshot: t.expose('stakeLimitAtSnapshot', { type: 'BigInt', nullable: true }),
    nominalTotal: t.expose('nominalTotal', { type: 'BigInt', nullable: true }),
    nominalOwn: t.expose('nominalOwn', { type: 'BigInt', nullable: true }),
    stakingReward: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'part of the staking pool by effective stake; null until the era has closed',
      resolve: async (v, _args, ctx) => {
        const era = await loadOne(ctx, eras, v.view, String(v.era));
        if (v.total === null || !era || era.totalStake === null || era.stakingPayout === null) return null;
        return stakingReward(BigInt(v.total), BigInt(era.totalStake), BigInt(era.stakingPayout));
      },
    }),
    guarantorCount: t.int({
      resolve: (v, _args, ctx) => loadCountUnder(ctx, exposures, v.view, byValidatorEra, v.id),
    }),
    guarantors: t.connection(
      {
        type: GuarantorEraRef,
        description: 'in the chain’s order',
        resolve: (v, args, ctx) => loadPageUnder(ctx, exposures, v.view, byValidatorEra, v.id, args),
      },
      GuarantorEras,
    ),
    claimed: t.boolean({
      description: 'false: the rewards of this era have not been claimed',
      resolve: async (v, _args, ctx) => (await loadKeyed(ctx, 'claimedEra', v.view, v.id, claimedEras)) ?? false,
    }),
    payout: t.field({
      type: NodeEraPayoutRef,
      nullable: true,
      description: 'how the reward is divided; null until the era has closed',
      resolve: (v, _args, ctx) => loadEraPayout(ctx, v),
    }),
    receipt: t.field({
      type: ReceiptRef,
      description: 'receipt of the exposure (ErasStakers)',
      resolve: async (v, _args, ctx) => exposureReceipt(v, await loadOne(ctx, eras, v.view, String(v.era))),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 13 },
      description: 'receipts of its figures, by the name of the field',
      resolve: async (v, _args, ctx) => validatorEraFigures(v, await loadOne(ctx, eras, v.view, String(v.era))),
    }),
  }),
});

GuarantorEraRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'era-stash-guarantor' }),
    era: t.exposeInt('era'),
    stash: t.exposeString('stash'),
    guarantor: t.exposeString('guarantor'),
    guarantorAccount: t.field({ type: AccountRef, resolve: (g) => ({ id: g.guarantor, view: g.view }) }),
    position: t.exposeInt('position'),
    value: t.expose('value', { type: 'BigInt', description: 'effective stake' }),
    clipped: t.exposeBoolean('clipped', { description: 'not among the 64 biggest: unpaid' }),
    nominal: t.expose('nominal', { type: 'BigInt', nullable: true, description: 'the guarantee before scaling' }),
    receipt: t.field({
      type: ReceiptRef,
      description: 'receipt of the exposure, whose value holds this stake',
      resolve: async (g, _args, ctx) => guarantorEraReceipt(ctx, g),
    }),
  }),
});

RewardRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    stash: t.exposeString('stash', { description: 'who was paid' }),
    stashAccount: t.field({ type: AccountRef, resolve: (r) => ({ id: r.stash, view: r.view }) }),
    validator: t.exposeString('validator', { nullable: true }),
    validatorAccount: t.field({ type: AccountRef, nullable: true, resolve: (r) => accountOf(r.validator, r.view) }),
    era: t.exposeInt('era', { nullable: true }),
    amount: t.expose('amount', { type: 'BigInt' }),
    block: t.exposeInt('block'),
    extrinsicIndex: t.exposeInt('extrinsicIndex', { nullable: true }),
    eventIndex: t.exposeInt('eventIndex'),
    time: t.expose('time', { type: 'DateTime' }),
    provenance: t.field({ type: ProvenanceRef, resolve: (r) => r }),
  }),
});
