import { type WaitingReason, waitingReason } from '@moho/protocol';
import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import type { View } from '../database/view';
import { readCount } from '../input';
import { loadService, type SpowerServiceRow } from '../market/spower-service';
import { type PickupRow, pickupTimes, type Span, waitingByReport } from './sql';

/** Slots that are looked back over unless another number is asked for: a day on mainnet. */
export const DEFAULT_SLOTS = 24;
export const MOST_SLOTS = 168;

/** The last slots' blocks, the view's own the last of them. */
export const spanOf = (ctx: Context, view: View, slots: number | null | undefined): Span => {
  const wanted = readCount('slots', slots ?? DEFAULT_SLOTS, MOST_SLOTS);
  return { after: Math.max(0, view.height - wanted * ctx.profile.slotBlocks), upTo: view.height };
};

const reasonOf = (reportedBlock: number | null, service: SpowerServiceRow | null): WaitingReason =>
  waitingReason({ reportedBlock, processedBlock: service?.lastProcessedBlockWorkReports ?? null });

/** Why a file waits that was last reported in this block. */
export const loadReason = async (ctx: Context, view: View, reportedBlock: number | null): Promise<WaitingReason> =>
  reasonOf(reportedBlock, await loadService(ctx, view));

export type Reasons = Record<WaitingReason, number>;

const loadCounts = async (ctx: Context, view: View): Promise<{ reportedBlock: number | null; count: number }[]> =>
  (await loadKeyed(
    ctx,
    'waitingByReport',
    view,
    'all',
    async (scope) => new Map([['all', await waitingByReport(scope)]]),
  )) ?? [];

/** How many files wait for each reason. */
export const loadReasons = async (ctx: Context, view: View): Promise<Reasons> => {
  const [counts, service] = await Promise.all([loadCounts(ctx, view), loadService(ctx, view)]);
  const reasons: Reasons = { NOT_REPORTED: 0, NOT_APPLIED: 0, NOT_ACCEPTED: 0 };
  for (const { reportedBlock, count } of counts) reasons[reasonOf(reportedBlock, service)] += count;
  return reasons;
};

/** How many files wait: the sum of the above, so that it needs no statement of its own beside it. */
export const loadWaitingCount = async (ctx: Context, view: View): Promise<number> =>
  (await loadCounts(ctx, view)).reduce((total, { count }) => total + count, 0);

export const loadPickup = async (ctx: Context, view: View, span: Span): Promise<PickupRow[]> =>
  (await loadKeyed(
    ctx,
    `pickup.${span.after}`,
    view,
    'all',
    async (scope) => new Map([['all', await pickupTimes(scope, span)]]),
  )) ?? [];
