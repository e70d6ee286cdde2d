import type { GridMachine } from './matrix';
import type { SlotClock } from './slot-words';

/** A report that came at an unusual time. Blocks after the slot opened; null: its key has no habit yet. */
export interface UnusualPlace {
  account: string;
  slot: number;
  offset: number;
  habit: number | null;
}

/** Reports at an unusual time, put into the letters that tell only of very late ones. */
export const withUnusual = <Machine extends Pick<GridMachine, 'account' | 'letters'>>(
  machines: readonly Machine[],
  unusual: readonly UnusualPlace[],
  { firstSlot, slotBlocks }: Pick<SlotClock, 'firstSlot' | 'slotBlocks'>,
): Machine[] => {
  const slotsOf = new Map<string, number[]>();
  for (const { account, slot } of unusual) {
    const known = slotsOf.get(account);
    if (known) known.push(slot);
    else slotsOf.set(account, [slot]);
  }
  return machines.map((machine) => {
    const late = slotsOf.get(machine.account);
    if (late === undefined) return machine;
    const letters = [...machine.letters];
    for (const slot of late) {
      const place = (slot - firstSlot) / slotBlocks;
      if (letters[place] === 'R') letters[place] = 'L';
      if (letters[place] === 'r') letters[place] = 'l';
    }
    return { ...machine, letters: letters.join('') };
  });
};
