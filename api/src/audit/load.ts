import { habitSpan, slotOfBlock, unpackRoster } from '@moho/protocol';
import type { Context } from '../context';
import { loadOne, scopeOf } from '../database/load';
import type { View } from '../database/view';
import { groups } from '../group/sql';
import { readCount } from '../input';
import { loadLastSlot } from '../report/load';
import { type Frame, gaps, letterRows } from './cells';
import {
  type AttemptRow,
  attempts,
  batchesOfSlots,
  type MachineRow,
  machineOfAccount,
  machinesOfOwner,
  membersOfOwner,
  type ReporterRow,
  reportersOf,
  reportsIn,
  rostersById,
  sentTimes,
} from './sql';
import { type UnusualReport, unusualReports } from './unusual';

/** The machines of one owner, or one machine alone, as of a view. What several fields need is read once. */
export interface Audit {
  account: string;
  view: View;
  isGroup: boolean;
  /** accounts of its machines, for those who need no more of them */
  members: () => Promise<string[]>;
  machines: () => Promise<MachineRow[]>;
}

export interface AuditRow {
  account: string;
  view: View;
  /** a machine of this owner at the block asked for; others were in the slots shown */
  isMember: boolean;
  letters: string;
  /** letters of judged slots */
  judged: string;
}

export interface AuditGrid {
  audit: Audit;
  /** slots asked for; a young chain has fewer */
  asked: number;
  slots: number[];
  judgedThrough: number | null;
  rows: AuditRow[];
}

/** 28 days on mainnet. */
export const MOST_SLOTS = 672;

const once = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let known: Promise<T> | null = null;
  return () => {
    known ??= read();
    return known;
  };
};

export const loadAudit = async (ctx: Context, view: View, account: string): Promise<Audit> => {
  const scope = scopeOf(ctx, view);
  const isGroup = (await loadOne(ctx, groups, view, account)) !== null;
  const machines = once(() => (isGroup ? machinesOfOwner(scope, account) : machineOfAccount(scope, account)));
  const alone = async () => (await machines()).map((machine) => machine.account);
  return {
    account,
    view,
    isGroup,
    members: once(() => (isGroup ? membersOfOwner(scope, account) : alone())),
    machines,
  };
};

/** The newest slots up to the one that is open at the view's block, oldest first. */
const slotsUpTo = (ctx: Context, view: View, count: number): number[] => {
  const open = slotOfBlock(view.height, ctx.profile);
  const slots = Array.from({ length: count }, (_, i) => open - (count - 1 - i) * ctx.profile.slotBlocks);
  return slots.filter((slot) => slot >= 0);
};

const frameOf = (
  reporters: readonly ReporterRow[],
  members: readonly string[],
  slots: number[],
  judged: number,
): Frame => {
  const accounts = [...new Set([...members, ...reporters.map(({ account }) => account)])].sort();
  const places = new Map(accounts.map((account, place) => [account, place]));
  const placeOf = new Map(reporters.map(({ number, account }) => [number, places.get(account) as number]));
  return { accounts, placeOf, slots, judgedThrough: judged };
};

/** What judged slots without verdicts had: read only where there are such slots. */
const fillGaps = async (ctx: Context, audit: Audit, frame: Frame, rows: readonly string[]): Promise<AttemptRow[]> => {
  const found = gaps(rows, frame.slots.filter((slot) => slot <= frame.judgedThrough).length);
  if (found.length === 0) return [];
  const slots = [...new Set(found.map(({ column }) => frame.slots[column] as number))];
  return reportsIn(scopeOf(ctx, audit.view), audit, slots);
};

/** Machines down, slots across: one letter each. */
export const loadGrid = async (ctx: Context, audit: Audit, count: number): Promise<AuditGrid> => {
  const { view } = audit;
  const slots = slotsUpTo(ctx, view, readCount('slots', count, MOST_SLOTS));
  const range = { fromSlot: slots[0] ?? 0, toSlot: slots.at(-1) ?? 0 };
  const scope = scopeOf(ctx, view);
  const [last, members, reporters, batches] = await Promise.all([
    loadLastSlot(ctx, view),
    audit.members(),
    reportersOf(scope, audit),
    batchesOfSlots(scope, range.fromSlot, range.toSlot),
  ]);
  const judgedThrough = last?.slot ?? -1;
  const frame = frameOf(reporters, members, slots, judgedThrough);
  const [packed, calls] = await Promise.all([
    rostersById(scope, [...new Set(batches.map(({ roster }) => roster))]),
    attempts(scope, audit, { ...range, judgedThrough }),
  ]);
  const rosters = new Map([...packed].map(([id, bytes]) => [id, unpackRoster(bytes)]));
  const first = letterRows(frame, { batches, rosters, attempts: calls });
  const late = await fillGaps(ctx, audit, frame, first);
  const rows = late.length === 0 ? first : letterRows(frame, { batches, rosters, attempts: [...calls, ...late] });
  const judgedColumns = slots.filter((slot) => slot <= judgedThrough).length;
  const now = new Set(members);
  return {
    audit,
    asked: count,
    slots,
    judgedThrough: last?.slot ?? null,
    rows: frame.accounts
      .map((account, place) => {
        const isMember = now.has(account);
        // from one that left nothing is waited for
        const letters = isMember ? (rows[place] as string) : (rows[place] as string).replaceAll('O', '-');
        return { account, view, isMember, letters, judged: letters.slice(0, judgedColumns) };
      })
      .filter(({ isMember, letters }) => isMember || /[^-]/.test(letters)),
  };
};

/** Reports of the grid's slots that came at an unusual time, by machine and slot. */
export const loadUnusual = async (
  ctx: Context,
  { audit, slots }: AuditGrid,
): Promise<(UnusualReport & { account: string })[]> => {
  const from = slots[0];
  if (from === undefined) return [];
  const lead = habitSpan(from, ctx.profile).fromSlot;
  const keys = await sentTimes(scopeOf(ctx, audit.view), audit, lead, slots.at(-1) ?? from);
  return keys.flatMap(({ account, sent }) =>
    unusualReports(sent, from, ctx.profile).map((report) => ({ ...report, account })),
  );
};
