import { plainName } from '../../lib/format/plain';
import { shorten } from '../../lib/format/quantity';
import type { GridMachine } from './matrix';

/** When the slots of a grid were: its first slot, and the time each one opened. */
export interface SlotClock {
  firstSlot: number;
  slotBlocks: number;
  /** null where the index has no such block */
  times: readonly (string | null)[];
}

/** "11-21 02:00": short enough for a grid's edge, in UTC like everything here. */
export const slotTime = ({ firstSlot, slotBlocks, times }: SlotClock, place: number): string =>
  times[place]?.slice(5, 16).replace('T', ' ') ?? `#${firstSlot + place * slotBlocks}`;

export const machineLabel = ({ account, name }: GridMachine): string => plainName(name) ?? shorten(account);
