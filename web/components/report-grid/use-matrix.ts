'use client';

import { useMemo } from 'react';
import { dayMatrix, type GridMachine, groupMatrix, type Matrix, type Order, ordered, withUnusual } from './matrix';
import { machineLabel, type SlotClock, slotTime } from './slot-words';

export interface UnusualPlace {
  account: string;
  slot: number;
  offset: number;
  habit: number | null;
}

/** What the grid is made of. */
export interface GridData {
  machines: readonly GridMachine[];
  clock: SlotClock;
  unusual: readonly UnusualPlace[];
  /** one machine: a row for each day, not for each machine */
  asDays: boolean;
}

const placesOf = (unusual: readonly UnusualPlace[], { firstSlot, slotBlocks }: SlotClock): Map<string, number[]> => {
  const places = new Map<string, number[]>();
  for (const { account, slot } of unusual) {
    const known = places.get(account);
    const place = (slot - firstSlot) / slotBlocks;
    if (known) known.push(place);
    else places.set(account, [place]);
  }
  return places;
};

/** The rows and letters to show, in the order chosen. */
export const useMatrix = ({ machines, clock, unusual, asDays }: GridData, order: Order): Matrix =>
  useMemo(() => {
    const all = withUnusual(machines, placesOf(unusual, clock));
    const [only] = all;
    return asDays && only
      ? dayMatrix(only, (place) => slotTime(clock, place))
      : groupMatrix(ordered(all, order), machineLabel);
  }, [machines, unusual, clock, asDays, order]);
