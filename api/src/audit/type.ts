import {
  currentStreak,
  ratePerbill,
  type Streak,
  type SuccessRate,
  successRate,
  sumRates,
  togetherRow,
} from '@moho/protocol';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import { loadOne } from '../database/load';
import { timeOfBlock } from '../file/load';
import { readCount } from '../input';
import { FigureReceiptRef } from '../receipt/type';
import { AccountRef } from '../schema/refs';
import { codeFigures, gridFigures, machineFigures } from './figures';
import { SlotLetterRef, slotLetters } from './letter';
import { type Audit, type AuditGrid, type AuditRow, loadGrid, loadUnusual } from './load';
import { type AuditCode, type AuditMachine, loadCodes, loadMachines } from './outlook';
import type { UnusualReport } from './unusual';

/** Lists of a group's machines: so many are counted against the complexity limit. */
const MACHINES = 1000;
const ofMachines = { field: 1, multiplier: MACHINES };

/** Lengths over which success is told: 24 hours, 7 and 28 days on mainnet. */
const WINDOWS = [24, 168, 672];

const SlotRateRef = builder.objectRef<SuccessRate & { slots: number }>('SlotRate').implement({
  description: 'How often a machine reported of the judged slots in which it had to.',
  fields: (t) => ({
    slots: t.exposeInt('slots', { description: 'length of the time looked at, in slots' }),
    reported: t.exposeInt('reported'),
    due: t.exposeInt('due', { description: 'slots in which it had to report, summed over machines' }),
    perbill: t.int({ nullable: true, description: 'rounded down; null when nothing was due', resolve: ratePerbill }),
  }),
});

const ratesOf = (rows: readonly AuditRow[], slots: number) =>
  WINDOWS.filter((window) => window <= slots).map((window) => ({
    slots: window,
    ...sumRates(rows.map(({ judged }) => successRate(judged, window))),
  }));

const SlotStreakRef = builder.objectRef<Streak>('SlotStreak').implement({
  description: 'The newest judged slots in a row with one outcome.',
  fields: (t) => ({
    reported: t.exposeBoolean('reported', { description: 'all of them reported; false: all of them missed' }),
    slots: t.exposeInt('slots'),
    open: t.exposeBoolean('open', { description: 'it may have begun before the slots asked for' }),
  }),
});

const AuditRowRef = builder.objectRef<AuditRow & { asked: number }>('AuditRow').implement({
  fields: (t) => ({
    account: t.exposeString('account'),
    machineAccount: t.field({ type: AccountRef, resolve: ({ account, view }) => ({ id: account, view }) }),
    isMember: t.exposeBoolean('isMember', {
      description: 'false: it was a machine of this owner in some of the slots only',
    }),
    letters: t.exposeString('letters', { description: 'one letter for each slot, oldest first; see SlotStatus' }),
    rates: t.field({
      type: [SlotRateRef],
      complexity: { field: 1, multiplier: WINDOWS.length },
      description: 'over the newest 24, 168 and 672 slots, as far as so many were asked for',
      resolve: (row) => ratesOf([row], row.asked),
    }),
    streak: t.field({
      type: SlotStreakRef,
      nullable: true,
      description: 'null: it did not have to report in any of these slots',
      resolve: ({ judged }) => currentStreak(judged),
    }),
  }),
});

const UnusualReportRef = builder.objectRef<UnusualReport & { account: string }>('UnusualReport').implement({
  description:
    'An accepted report that came later than any enclave waits, or not at its key’s usual place in the slot.',
  fields: (t) => ({
    account: t.exposeString('account'),
    slot: t.exposeInt('slot'),
    offset: t.exposeInt('offset', { description: 'blocks after the slot opened' }),
    habit: t.exposeInt('habit', {
      nullable: true,
      description: 'the usual offset of its key in the 24 slots before; null while it reported too rarely',
    }),
  }),
});

const AuditGridRef = builder.objectRef<AuditGrid>('AuditGrid').implement({
  description: 'Machines down, slots across: one letter each.',
  fields: (t) => ({
    slots: t.exposeIntList('slots', { description: 'oldest first; the last one is open' }),
    times: t.field({
      type: ['DateTime'],
      nullable: { list: false, items: true },
      description: 'when each slot opened; null for a block the index does not have',
      resolve: ({ audit, slots }, _args, ctx) =>
        Promise.all(slots.map(async (slot) => (await loadOne(ctx, blocks, audit.view, String(slot)))?.time ?? null)),
    }),
    judgedThrough: t.exposeInt('judgedThrough', { nullable: true, description: 'the newest judged slot' }),
    alphabet: t.field({
      type: [SlotLetterRef],
      complexity: { field: 1, multiplier: 8 },
      description: 'what the letters mean; a small letter: punished, so that the machine’s work counted nothing',
      resolve: () => slotLetters,
    }),
    rows: t.field({
      type: [AuditRowRef],
      complexity: ofMachines,
      description: 'every machine of the owner now or in one of these slots, by account',
      resolve: ({ rows, asked }) => rows.map((row) => ({ ...row, asked })),
    }),
    rates: t.field({
      type: [SlotRateRef],
      complexity: { field: 1, multiplier: WINDOWS.length },
      description: 'of all rows together',
      resolve: ({ rows, asked }) => ratesOf(rows, asked),
    }),
    streak: t.field({
      type: SlotStreakRef,
      nullable: true,
      description: 'of all rows together: a slot is missed when any machine missed it',
      resolve: ({ rows }) => currentStreak(togetherRow(rows.map(({ judged }) => judged))),
    }),
    unusual: t.field({
      type: [UnusualReportRef],
      complexity: ofMachines,
      description: 'reports at an unusual time: letters tell only of those later than any enclave waits',
      resolve: (grid, _args, ctx) => loadUnusual(ctx, grid),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 3 },
      description: 'receipts of letters, rates and streak',
      resolve: gridFigures,
    }),
  }),
});

const AuditMachineRef = builder.objectRef<AuditMachine>('AuditMachine').implement({
  description: 'A machine of an owner and what lies ahead of it.',
  fields: (t) => ({
    account: t.exposeString('account'),
    machineAccount: t.field({ type: AccountRef, resolve: ({ account, view }) => ({ id: account, view }) }),
    anchor: t.exposeString('anchor', { nullable: true }),
    reportSlot: t.expose('reportSlot', { type: 'BigInt', nullable: true, description: 'slot of its last report' }),
    workload: t.expose('workload', { type: 'BigInt', description: 'free + spower of its last report, bytes' }),
    punished: t.exposeBoolean('punished'),
    punishmentDeadline: t.expose('punishmentDeadline', { type: 'BigInt', nullable: true }),
    fullPowerBlock: t.exposeInt('fullPowerBlock', {
      nullable: true,
      description:
        'block in which a stake limit counts its work again, if it misses no other slot; null while it counts',
    }),
    fullPowerTime: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'its time, an estimate by the block time',
      resolve: (m, _args, ctx) => (m.fullPowerBlock === null ? null : timeOfBlock(ctx, m.view, m.fullPowerBlock)),
    }),
    code: t.exposeString('code', { nullable: true, description: 'the sWorker code its enclave runs' }),
    expireBlock: t.exposeInt('expireBlock', { nullable: true }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 3 },
      resolve: machineFigures,
    }),
  }),
});

const AuditCodeRef = builder.objectRef<AuditCode>('AuditCode').implement({
  description: 'An sWorker code among an owner’s machines, and what is lost when it expires.',
  fields: (t) => ({
    code: t.exposeString('code'),
    expireBlock: t.exposeInt('expireBlock', {
      nullable: true,
      description: 'null: the chain no longer knows the code',
    }),
    refusedFromSlot: t.exposeInt('refusedFromSlot', {
      nullable: true,
      description: 'first slot whose reports are refused',
    }),
    refusedFromTime: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: (c, _args, ctx) => (c.refusedFromSlot === null ? null : timeOfBlock(ctx, c.view, c.refusedFromSlot)),
    }),
    limitFallsBlock: t.exposeInt('limitFallsBlock', {
      nullable: true,
      description: 'block in which the stake limit loses what these machines carry',
    }),
    machineCount: t.int({ resolve: ({ machines }) => machines.length }),
    accounts: t.stringList({ resolve: ({ machines }) => machines.map(({ account }) => account) }),
    workload: t.expose('workload', { type: 'BigInt', description: 'what of their work counts now, bytes' }),
    limitShare: t.expose('limitShare', {
      type: 'BigInt',
      nullable: true,
      description: 'the part of the owner’s stake limit these machines carry; null without a stake limit',
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 3 },
      resolve: codeFigures,
    }),
  }),
});

export const AuditRef = builder.objectRef<Audit>('Audit').implement({
  description: 'The work reports of one owner’s machines, or of one machine alone.',
  fields: (t) => ({
    account: t.exposeString('account'),
    asOf: t.int({ resolve: ({ view }) => view.height }),
    isGroup: t.exposeBoolean('isGroup', { description: 'false: the account is looked at as a machine' }),
    grid: t.field({
      type: AuditGridRef,
      complexity: 5,
      args: { slots: t.arg.int({ defaultValue: 168, description: 'the newest slots, at most 672' }) },
      resolve: (audit, { slots }, ctx) => loadGrid(ctx, audit, slots ?? 168),
    }),
    machines: t.field({
      type: [AuditMachineRef],
      complexity: ({ first }: { first?: number | null }) => ({
        field: 1,
        multiplier: Math.min(Math.max(first ?? MACHINES, 1), MACHINES),
      }),
      description: 'by account',
      args: {
        punished: t.arg.boolean({ description: 'only those that are, or are not' }),
        first: t.arg.int({ description: 'at most so many' }),
      },
      resolve: async (audit, { punished, first }, ctx) => {
        const most = first == null ? MACHINES : readCount('first', first, MACHINES);
        const machines = await loadMachines(ctx, audit);
        return machines.filter((machine) => punished == null || machine.punished === punished).slice(0, most);
      },
    }),
    machineCount: t.int({ resolve: async (audit) => (await audit.machines()).length }),
    punishedCount: t.int({
      resolve: async (audit, _args, ctx) => (await loadMachines(ctx, audit)).filter(({ punished }) => punished).length,
    }),
    codes: t.field({
      type: [AuditCodeRef],
      complexity: { field: 1, multiplier: 10 },
      description: 'the one that expires first at the top',
      resolve: (audit, _args, ctx) => loadCodes(ctx, audit),
    }),
  }),
});
