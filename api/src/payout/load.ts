import { BILLION, countsWorkload, type MemberShare, payout, shareByWorkload } from '@moho/protocol';
import type { Scope } from '../database/sql';
import type { View } from '../database/view';
import { type Place, placesOf } from '../report/places';
import { type EraSlotRow, type OwnerPayoutRow, ownerPayouts, slotsOfEras } from './sql';

/** A member's part of one era. */
export interface EraShare extends MemberShare<string> {
  /** judged slots of the era in which it counted, and those in which it was in the group and did not */
  countedSlots: number;
  lostSlots: number;
}

/** What a group owner got for one era, and how it is shared. */
export interface EraSheet {
  view: View;
  owner: string;
  row: OwnerPayoutRow;
  slots: EraSlotRow[];
  amount: bigint;
  /** sum of its members' counted workloads over the slots */
  workload: bigint;
  shares: EraShare[];
  /** what nobody has a part of, since nobody counted anything */
  undivided: bigint;
}

export interface MemberTotal {
  view: View;
  member: string;
  amount: bigint;
  workload: bigint;
  countedSlots: number;
  lostSlots: number;
}

/** What the owner is paid: as the payment says, else as a claim would pay it. */
const amountOf = (row: OwnerPayoutRow): bigint => {
  if (row.paid !== null) return BigInt(row.paid);
  if (row.stakingPayout === null) return 0n;
  return payout({
    authoringPayout: row.authoringPayout === null ? null : BigInt(row.authoringPayout),
    stakingPayout: BigInt(row.stakingPayout),
    eraTotalStakes: BigInt(row.totalStake ?? 0),
    exposureTotal: BigInt(row.exposureTotal ?? 0),
    guarantors: row.guarantors.map(([who, value]) => ({ who, value: BigInt(value) })),
    guaranteeFeePerbill: BigInt(row.guaranteeFeePerbill ?? BILLION),
  }).validator;
};

interface Work {
  workload: bigint;
  countedSlots: number;
  lostSlots: number;
}

/** What each member did, members in the order of their addresses. */
const workOf = (places: readonly Place[]): [string, Work][] => {
  const byMember = new Map<string, Work>();
  for (const { account, verdict, free, spower } of places) {
    const work = byMember.get(account) ?? { workload: 0n, countedSlots: 0, lostSlots: 0 };
    const counts = countsWorkload(verdict);
    byMember.set(account, {
      workload: work.workload + (counts ? free + spower : 0n),
      countedSlots: work.countedSlots + (counts ? 1 : 0),
      lostSlots: work.lostSlots + (counts ? 0 : 1),
    });
  }
  return [...byMember].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** The sheets of the closed eras of a range, oldest first. Three statements, however many eras. */
export const loadSheets = async (scope: Scope, owner: string, fromEra: number, toEra: number): Promise<EraSheet[]> => {
  const rows = await ownerPayouts(scope, owner, fromEra, toEra);
  if (rows.length === 0) return [];
  const slots = await slotsOfEras(scope, rows);
  const places = await placesOf(
    scope,
    slots.map(({ slot }) => slot),
    { owner },
  );
  const placesBySlot = new Map<number, Place[]>();
  for (const place of places) placesBySlot.set(place.slot, [...(placesBySlot.get(place.slot) ?? []), place]);
  return rows.map((row) => {
    const ofEra = slots.filter(({ era }) => era === row.era);
    const work = workOf(ofEra.flatMap(({ slot }) => placesBySlot.get(slot) ?? []));
    const amount = amountOf(row);
    const shares = shareByWorkload(
      amount,
      work.map(([who, { workload }]) => ({ who, workload })),
    ).map((share, i) => ({ ...share, ...(work[i]?.[1] as Work) }));
    return {
      view: scope.view,
      owner,
      row,
      slots: ofEra,
      amount,
      workload: shares.reduce((sum, share) => sum + share.workload, 0n),
      shares,
      undivided: shares.reduce((rest, share) => rest - share.amount, amount),
    };
  });
};

/** Everybody with a part in any of the sheets, the greatest first. */
export const memberTotals = (sheets: readonly EraSheet[], view: View): MemberTotal[] => {
  const totals = new Map<string, MemberTotal>();
  for (const { who, amount, workload, countedSlots, lostSlots } of sheets.flatMap(({ shares }) => shares)) {
    const total = totals.get(who) ?? { view, member: who, amount: 0n, workload: 0n, countedSlots: 0, lostSlots: 0 };
    totals.set(who, {
      ...total,
      amount: total.amount + amount,
      workload: total.workload + workload,
      countedSlots: total.countedSlots + countedSlots,
      lostSlots: total.lostSlots + lostSlots,
    });
  }
  return [...totals.values()].sort((a, b) =>
    a.amount === b.amount ? (a.member < b.member ? -1 : 1) : a.amount < b.amount ? 1 : -1,
  );
};
