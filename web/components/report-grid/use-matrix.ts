'use client';

import { useMemo } from 'react';
import { dayMatrix, type GridMachine, groupMatrix, type Matrix, type Order, ordered } from './matrix';
import { machineLabel, type SlotClock, slotTime } from './slot-words';
import { type UnusualPlace, withUnusual } from './unusual';

/** What the grid is made of. */
export interface GridData {
  machines: readonly GridMachine[];
  clock: SlotClock;
  unusual: readonly UnusualPlace[];
  /** one machine: a row for each day, not for each machine */
  asDays: boolean;
}

/** The rows and letters to show, in the order chosen. */
export const useMatrix = ({ machines, clock, unusual, asDays }: GridData, order: Order): Matrix =>
  useMemo(() => {
    const all = withUnusual(machines, unusual, clock);
    const [only] = all;
    return asDays && only
      ? dayMatrix(only, (place) => slotTime(clock, place))
      : groupMatrix(ordered(all, order), machineLabel);
  }, [machines, unusual, clock, asDays, order]);
