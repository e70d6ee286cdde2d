import { habitSpan, habitualOffset, isUnusual } from '@moho/protocol';
import type { ChainProfile } from '@moho/protocol/base';

/** A report of one key: its slot, and how many blocks after the slot's opening it came. */
export interface Sent {
  slot: number;
  offset: number;
}

export interface UnusualReport extends Sent {
  /** the usual offset of its key; null while that has reported too rarely to have one */
  habit: number | null;
}

/** The reports of one key from `fromSlot` on that came at an unusual time, by its habit in the span of slots before each. */
export const unusualReports = (sent: readonly Sent[], fromSlot: number, profile: ChainProfile): UnusualReport[] => {
  const spans = new Map<number, number[]>();
  const startOf = (slot: number): number => habitSpan(slot, profile).toSlot + profile.slotBlocks;
  for (const { slot, offset } of sent) {
    const offsets = spans.get(startOf(slot));
    if (offsets) offsets.push(offset);
    else spans.set(startOf(slot), [offset]);
  }
  const habits = new Map([...spans].map(([start, offsets]) => [start, habitualOffset(offsets)]));
  return sent.flatMap(({ slot, offset }) => {
    if (slot < fromSlot) return [];
    const habit = habits.get(habitSpan(slot, profile).fromSlot) ?? null;
    return isUnusual(offset, habit, profile) ? [{ slot, offset, habit }] : [];
  });
};
