import { LIMIT_CAUSE_RULES, type LimitCause, type LimitPart, totalStakeLimit } from '@moho/protocol';
import { builder } from '../builder';
import { loadPageUnder } from '../database/load';
import type { Seen } from '../database/view';
import { readCount } from '../input';
import { FigureReceiptRef } from '../receipt/type';
import { counted } from '../schema/connections';
import { AccountRef, FileRef, ValidatorRef } from '../schema/refs';
import { changeFigures, partFigures } from './figures';
import type { LedgerEntry, LedgerMove } from './ledger';
import { loadEntry } from './load';
import { type CauseRow, causeRows, ROW_KINDS } from './rows';
import { type LimitChangeRow, limitChanges } from './sql';

const byStash = { column: 'stash', type: 'text' } as const;

const MAX_ROWS = 1000;
const DEFAULT_ROWS = 20;

const causeValues = Object.fromEntries(
  Object.entries(LIMIT_CAUSE_RULES).map(([cause, description]) => [cause, { description }]),
) as Record<LimitCause, { description: string }>;

const LimitCauseEnum = builder.enumType('LimitCause', {
  description: 'Why a stake limit changed, in the order in which the causes are applied.',
  values: causeValues,
});

const LimitStageEnum = builder.enumType('LimitStage', {
  values: {
    ONE: { description: 'a byte of workload backs a pico-CRU' },
    TWO: { description: 'all workloads together would back more than the total limit and share it' },
  } as const,
});

const LimitRowKindEnum = builder.enumType('LimitRowKind', { values: ROW_KINDS });

const LimitRowRef = builder.objectRef<CauseRow>('LimitRow').implement({
  description: 'What a part of a change of a stake limit follows from.',
  fields: (t) => ({
    kind: t.expose('kind', { type: LimitRowKindEnum }),
    account: t.exposeString('account', { nullable: true, description: 'the member; of CANDIDATE the owner' }),
    memberAccount: t.field({
      type: AccountRef,
      nullable: true,
      resolve: ({ account, view }) => (account === null ? null : { id: account, view }),
    }),
    anchor: t.exposeString('anchor', { nullable: true }),
    file: t.field({
      type: FileRef,
      nullable: true,
      description: 'the file whose replica changed what it counts',
      resolve: ({ fileId, view }) => (fileId === null ? null : { id: fileId, view }),
    }),
    slot: t.exposeInt('slot', { nullable: true, description: 'the judged slot; of REPORT the slot of the report' }),
    block: t.exposeInt('block', { nullable: true, description: 'block that made it so' }),
    extrinsicIndex: t.exposeInt('extrinsicIndex', {
      nullable: true,
      description: 'the report; of WORK_REPORT the call that corrected the spower, where one alone can have done it',
    }),
    era: t.exposeInt('era', { nullable: true }),
    bytes: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'change of the workload that counts for the owner',
      resolve: ({ bytes }) => bytes,
    }),
    before: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'at the sweep before: bytes of SWEEP, pico-CRU of ERA and ISSUANCE',
      resolve: ({ before }) => before,
    }),
    after: t.field({ type: 'BigInt', nullable: true, resolve: ({ after }) => after }),
  }),
});

interface PartNode {
  part: LimitPart<LedgerMove>;
  change: Seen<LimitChangeRow>;
  entry: LedgerEntry;
}

const rowsOf = ({ part, change, entry }: PartNode): CauseRow[] => causeRows(part, change, entry, change.view);

const LimitPartRef = builder.objectRef<PartNode>('LimitPart').implement({
  description: 'One cause’s part in a change of a stake limit.',
  fields: (t) => ({
    cause: t.field({ type: LimitCauseEnum, resolve: ({ part }) => part.cause }),
    amount: t.field({
      type: 'BigInt',
      description: 'limit after the cause minus limit before it, in pico-CRU',
      resolve: ({ part }) => part.amount,
    }),
    stageBefore: t.field({ type: LimitStageEnum, nullable: true, resolve: ({ part }) => part.stageBefore }),
    stageAfter: t.field({
      type: LimitStageEnum,
      nullable: true,
      description: 'another than before: this cause took the network over the line',
      resolve: ({ part }) => part.stageAfter,
    }),
    rowCount: t.int({ resolve: (node) => rowsOf(node).length }),
    rows: t.field({
      type: [LimitRowRef],
      complexity: ({ first }) => ({ field: 1, multiplier: Math.min(Math.max(first ?? DEFAULT_ROWS, 1), MAX_ROWS) }),
      description: 'the weightiest first',
      args: { first: t.arg.int({ defaultValue: DEFAULT_ROWS }) },
      resolve: (node, { first }) => rowsOf(node).slice(0, readCount('first', first ?? DEFAULT_ROWS, MAX_ROWS)),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 1 },
      description: 'receipt of the amount, which the chain does not store',
      resolve: ({ change, part }) => partFigures(change, part),
    }),
  }),
});

interface SweepNode {
  slot: number;
  sweepEndBlock: number;
  era: number | null;
  workload: bigint;
  totalWorkload: bigint;
  totalStake: bigint;
  issuance: bigint;
}

const LimitSweepRef = builder.objectRef<SweepNode>('LimitSweep').implement({
  description: 'What a sweep made a stake limit of.',
  fields: (t) => ({
    slot: t.exposeInt('slot', { description: 'the judged slot' }),
    sweepEndBlock: t.exposeInt('sweepEndBlock'),
    era: t.exposeInt('era', { nullable: true, description: 'the active one' }),
    workload: t.expose('workload', { type: 'BigInt', description: 'bytes of the owner’s members that counted' }),
    totalWorkload: t.expose('totalWorkload', { type: 'BigInt', description: 'bytes of everybody that counted' }),
    totalStake: t.expose('totalStake', { type: 'BigInt', description: 'stake of the active era' }),
    issuance: t.expose('issuance', { type: 'BigInt', description: 'as of the block before the sweep’s end' }),
    totalStakeLimit: t.field({
      type: 'BigInt',
      description: 'the limit of the whole network',
      resolve: ({ issuance, totalStake }) => totalStakeLimit(issuance, totalStake),
    }),
  }),
});

const sweepNode = (side: 'before' | 'after', entry: LedgerEntry): SweepNode | null => {
  const sweep = side === 'before' ? entry.sweepBefore : entry.sweepAfter;
  if (sweep === null) return null;
  const { workload, network } = entry[side];
  return { slot: sweep.slot, sweepEndBlock: sweep.endBlock, era: sweep.era, workload, ...network };
};

const LimitChangeRef = builder.objectRef<Seen<LimitChangeRow>>('LimitChange').implement({
  description: 'A change of a stake limit, taken apart into its causes.',
  fields: (t) => ({
    id: t.exposeID('id'),
    stash: t.exposeString('stash'),
    block: t.exposeInt('block'),
    time: t.expose('time', { type: 'DateTime' }),
    slot: t.exposeInt('slot', { nullable: true, description: 'the judged slot; null when no sweep made the change' }),
    before: t.expose('before', { type: 'BigInt', nullable: true, description: 'null: the chain had no limit for it' }),
    after: t.expose('after', { type: 'BigInt', nullable: true, description: 'null: the chain’s row is gone' }),
    amount: t.field({
      type: 'BigInt',
      description: 'after minus before; the parts sum up to it',
      resolve: ({ before, after }) => BigInt(after ?? 0) - BigInt(before ?? 0),
    }),
    sweepBefore: t.field({
      type: LimitSweepRef,
      nullable: true,
      resolve: async (change, _args, ctx) => sweepNode('before', await loadEntry(ctx, change)),
    }),
    sweepAfter: t.field({
      type: LimitSweepRef,
      nullable: true,
      resolve: async (change, _args, ctx) => sweepNode('after', await loadEntry(ctx, change)),
    }),
    parts: t.field({
      type: [LimitPartRef],
      complexity: { field: 5, multiplier: 4 },
      description: 'in the order in which the causes are applied; causes that changed nothing are left out',
      resolve: async (change, _args, ctx) => {
        const entry = await loadEntry(ctx, change);
        return entry.parts.map((part) => ({ part, change, entry }));
      },
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 3 },
      description: 'receipts of before and after, and of how it is taken apart',
      resolve: changeFigures,
    }),
  }),
});

const LimitChanges = counted('LimitChange', LimitChangeRef);

builder.objectFields(ValidatorRef, (t) => ({
  limitChanges: t.connection(
    {
      type: LimitChangeRef,
      description: 'every change of its stake limit, newest first',
      resolve: (v, args, ctx) => loadPageUnder(ctx, limitChanges, v.view, byStash, v.id, args),
    },
    LimitChanges,
  ),
}));
