import { type GuarantorLoss, type OwnerEra, punishmentDeadline } from '@moho/protocol';
import { builder } from '../builder';
import { loadOne } from '../database/load';
import type { View } from '../database/view';
import { eras } from '../era/sql';
import { FigureReceiptRef } from '../receipt/type';
import { AccountRef, EraRef } from '../schema/refs';
import { missFigures } from './figures';
import type { MissNode } from './load';

const OwnerEraRef = builder.objectRef<OwnerEra>('OwnerEra').implement({
  description: 'A group owner’s part of an era, as it was or as it would have been.',
  fields: (t) => ({
    workload: t.expose('workload', { type: 'BigInt', description: 'free + spower of its members that count' }),
    totalWorkload: t.expose('totalWorkload', {
      type: 'BigInt',
      description: 'of all members of the network that count',
    }),
    isStageOne: t.exposeBoolean('isStageOne', { description: 'true: a byte of work backs a pico-CRU of stake' }),
    stakeLimit: t.expose('stakeLimit', { type: 'BigInt' }),
    exposureTotal: t.expose('exposureTotal', { type: 'BigInt', description: 'effective stake behind it' }),
    eraTotalStakes: t.expose('eraTotalStakes', { type: 'BigInt' }),
    reward: t.expose('reward', {
      type: 'BigInt',
      description: 'all that is paid for it, to itself and its guarantors',
    }),
    owner: t.expose('owner', { type: 'BigInt', description: 'the part of the owner itself' }),
  }),
});

const GuarantorLossRef = builder.objectRef<GuarantorLoss<string> & { view: View }>('GuarantorLoss').implement({
  fields: (t) => ({
    guarantor: t.exposeString('who'),
    account: t.field({ type: AccountRef, resolve: ({ who, view }) => ({ id: who, view }) }),
    paid: t.expose('paid', { type: 'BigInt' }),
    restored: t.expose('restored', { type: 'BigInt', description: 'what it would have been paid' }),
    loss: t.expose('loss', {
      type: 'BigInt',
      description: 'restored − paid; rounding can make it a pico less than nothing',
    }),
  }),
});

const REASONS: Record<string, string> = {
  STAKE_LIMITS: 'The stake limits of the snapshot do not follow from the sweep before it, so nothing else can be told.',
  TOTAL_STAKE: 'The era’s total stake does not follow from the stakes at its snapshot, so nothing else can be told.',
  EXPOSURE: 'The owner’s exposure does not follow from the stakes at the snapshot, so nothing else can be told.',
};

export const MissCostRef = builder.objectRef<MissNode>('MissCost').implement({
  description:
    'A member that counted nothing in the sweep before an era’s snapshot, and what that cost: the era counted once more with its workload alone put back. Everybody else’s work, all stakes, the fee, the era’s pool and its points are as they were.',
  fields: (t) => ({
    id: t.id({ description: 'era-owner-member', resolve: (m) => `${m.era.era}-${m.owner}-${m.member}` }),
    owner: t.exposeString('owner'),
    member: t.exposeString('member'),
    memberAccount: t.field({ type: AccountRef, resolve: (m) => ({ id: m.member, view: m.view }) }),
    era: t.int({ resolve: (m) => m.era.era }),
    eraRow: t.field({
      type: EraRef,
      nullable: true,
      resolve: (m, _args, ctx) => loadOne(ctx, eras, m.view, String(m.era.era)),
    }),
    judgedSlot: t.int({ description: 'slot whose judgement the snapshot rests on', resolve: (m) => m.era.slot }),
    judgedAtBlock: t.int({ resolve: (m) => m.place.block }),
    sweepEndBlock: t.int({ resolve: (m) => m.era.sweepEndBlock }),
    snapshotBlock: t.int({ resolve: (m) => m.era.plannedAtBlock }),
    endBlock: t.int({ description: 'block that closed the era', resolve: (m) => m.era.endBlock }),
    missedSlots: t.intList({
      description:
        'the missed slots whose punishment reached that judgement, oldest first; with several of them none alone would have saved it',
      resolve: (m) => m.missedSlots,
    }),
    punishedUntilSlot: t.int({
      nullable: true,
      description: 'first slot that counts again after the last of them',
      resolve: ({ missedSlots }, _args, ctx) => {
        const last = missedSlots.at(-1);
        return last === undefined ? null : punishmentDeadline(last, ctx.profile);
      },
    }),
    missing: t.field({
      type: 'BigInt',
      description: 'free + spower of the member that did not count, bytes',
      resolve: ({ place }) => place.free + place.spower,
    }),
    free: t.field({ type: 'BigInt', resolve: ({ place }) => place.free }),
    spower: t.field({ type: 'BigInt', resolve: ({ place }) => place.spower }),
    limitOfAll: t.field({ type: 'BigInt', resolve: ({ era }) => era.totalStakeLimit }),
    stakingPayout: t.field({ type: 'BigInt', resolve: ({ era }) => era.stakingPayout }),
    problem: t.string({
      nullable: true,
      description: 'why the figures below are null, in one sentence',
      resolve: ({ unlike }) => (unlike === null ? null : (REASONS[unlike] ?? unlike)),
    }),
    paid: t.field({ type: OwnerEraRef, nullable: true, resolve: ({ cost }) => cost?.paid ?? null }),
    restored: t.field({ type: OwnerEraRef, nullable: true, resolve: ({ cost }) => cost?.restored ?? null }),
    ownerLoss: t.field({ type: 'BigInt', nullable: true, resolve: ({ cost }) => cost?.ownerLoss ?? null }),
    guarantorsLoss: t.field({ type: 'BigInt', nullable: true, resolve: ({ cost }) => cost?.guarantorsLoss ?? null }),
    guarantorCount: t.int({
      description: 'all that stood behind the owner; at most 64 are paid',
      resolve: (m) => m.votes,
    }),
    guarantors: t.field({
      type: [GuarantorLossRef],
      complexity: { field: 1, multiplier: 64 },
      description: 'everybody paid in one of the two, the greatest loss first',
      resolve: ({ cost, view }) =>
        (cost?.guarantors ?? [])
          .map((one) => ({ ...one, view }))
          .sort((a, b) => (a.loss === b.loss ? 0 : a.loss < b.loss ? 1 : -1)),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 12 },
      resolve: missFigures,
    }),
  }),
});
