import { builder } from '../builder';
import { loadOne } from '../database/load';
import { pageOfAll } from '../database/page';
import { orderBy } from '../database/sql';
import type { View } from '../database/view';
import { eras, rewards } from '../era/sql';
import { FigureReceiptRef } from '../receipt/type';
import { counted } from '../schema/connections';
import { AccountRef, EraRef, RewardRef } from '../schema/refs';
import { payoutFigures, sheetFigures } from './figures';
import type { EraShare, EraSheet, MemberTotal } from './load';

export interface PayoutNode {
  view: View;
  owner: string;
  fromEra: number;
  toEra: number;
  sheets: EraSheet[];
  totals: MemberTotal[];
}

const EraShareRef = builder.objectRef<EraShare & { view: View }>('EraShare').implement({
  description: 'A member’s part of what its group owner got for one era.',
  fields: (t) => ({
    member: t.exposeString('who'),
    account: t.field({ type: AccountRef, resolve: ({ who, view }) => ({ id: who, view }) }),
    amount: t.expose('amount', { type: 'BigInt' }),
    workload: t.expose('workload', {
      type: 'BigInt',
      description: 'free + spower, added over the slots it counted in',
    }),
    countedSlots: t.exposeInt('countedSlots'),
    lostSlots: t.exposeInt('lostSlots', { description: 'judged slots of the era in which it counted nothing' }),
  }),
});

const EraPayoutRef = builder.objectRef<EraSheet>('EraPayout').implement({
  fields: (t) => ({
    era: t.int({ resolve: ({ row }) => row.era }),
    eraRow: t.field({
      type: EraRef,
      nullable: true,
      resolve: ({ row, view }, _args, ctx) => loadOne(ctx, eras, view, String(row.era)),
    }),
    startBlock: t.int({ resolve: ({ row }) => row.startBlock }),
    endBlock: t.int({ resolve: ({ row }) => row.endBlock }),
    endTime: t.field({ type: 'DateTime', resolve: ({ row }) => row.endTime }),
    amount: t.expose('amount', { type: 'BigInt', description: 'paid to the owner, or what a claim would pay it' }),
    payment: t.field({
      type: RewardRef,
      nullable: true,
      description: 'null: nobody claimed it yet',
      resolve: ({ row, view }, _args, ctx) =>
        row.paymentId === null ? null : loadOne(ctx, rewards, view, row.paymentId),
    }),
    slots: t.field({
      type: ['Int'],
      description: 'judged slots that opened while the era was active',
      resolve: ({ slots }) => slots.map(({ slot }) => slot),
    }),
    sweepEndBlocks: t.field({
      type: ['Int'],
      description: 'the block in which the judgement of each of these slots ended',
      resolve: ({ slots }) => slots.map(({ sweepEndBlock }) => sweepEndBlock),
    }),
    workload: t.expose('workload', { type: 'BigInt' }),
    memberCount: t.int({ resolve: ({ shares }) => shares.length }),
    undivided: t.expose('undivided', {
      type: 'BigInt',
      description: 'the amount less all shares: not nothing only when no member counted in any slot',
    }),
    shares: t.field({
      type: [EraShareRef],
      complexity: { field: 5, multiplier: 100 },
      resolve: ({ shares, view }) => shares.map((share) => ({ ...share, view })),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 4 },
      resolve: sheetFigures,
    }),
  }),
});

const MemberPayoutRef = builder.objectRef<MemberTotal>('MemberPayout').implement({
  description: 'A member’s parts of all eras of a sheet, added.',
  fields: (t) => ({
    member: t.exposeString('member'),
    account: t.field({ type: AccountRef, resolve: ({ member, view }) => ({ id: member, view }) }),
    amount: t.expose('amount', { type: 'BigInt' }),
    workload: t.expose('workload', { type: 'BigInt' }),
    countedSlots: t.exposeInt('countedSlots'),
    lostSlots: t.exposeInt('lostSlots'),
  }),
});

const MemberPayouts = counted('MemberPayout', MemberPayoutRef);

const byAmount = orderBy('memberPayouts.AMOUNT', 'desc', 'amount', ['member', 'text']);

export const GroupPayoutRef = builder.objectRef<PayoutNode>('GroupPayout').implement({
  description:
    'What a group owner got for a range of eras, shared among its members by the workload each counted in the judged slots of each era. The chain knows no such split.',
  fields: (t) => ({
    owner: t.exposeString('owner'),
    ownerAccount: t.field({ type: AccountRef, resolve: ({ owner, view }) => ({ id: owner, view }) }),
    asOf: t.int({ resolve: ({ view }) => view.height }),
    fromEra: t.exposeInt('fromEra'),
    toEra: t.exposeInt('toEra'),
    amount: t.field({ type: 'BigInt', resolve: ({ sheets }) => sheets.reduce((sum, one) => sum + one.amount, 0n) }),
    unclaimed: t.field({
      type: 'BigInt',
      description: 'the part of the amount nobody claimed yet',
      resolve: ({ sheets }) => sheets.reduce((sum, one) => (one.row.paymentId === null ? sum + one.amount : sum), 0n),
    }),
    undivided: t.field({
      type: 'BigInt',
      resolve: ({ sheets }) => sheets.reduce((sum, one) => sum + one.undivided, 0n),
    }),
    eras: t.field({
      type: [EraPayoutRef],
      complexity: { field: 10, multiplier: 30 },
      description: 'those of the range that have closed, newest first',
      resolve: ({ sheets }) => sheets.toReversed(),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 7 },
      description: 'receipts of its figures, and of those of each member: shares, workload, slots',
      resolve: ({ view, sheets }) => payoutFigures(view, sheets),
    }),
    members: t.connection(
      {
        type: MemberPayoutRef,
        description: 'the greatest part first',
        resolve: ({ totals }, args) =>
          pageOfAll(
            byAmount,
            totals.map((row) => ({ row, keys: [String(row.amount), row.member] })),
            args,
          ),
      },
      MemberPayouts,
    ),
  }),
});
