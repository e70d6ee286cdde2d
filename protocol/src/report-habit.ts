import type { ChainProfile } from './base/profile';
import { isLate } from './slots';

/**
 * When a machine reports. Its enclave waits from the slot's beginning for a time that follows from its key, so a key keeps
 * its place in the slot (crust-protocol §4.2); a report at another time tells of trouble, though it counts in full.
 */

/** A habit is read from the slots of one such span, and holds in the next. */
export const HABIT_SLOTS = 24;
/** Fewer reports than these are no habit. */
export const HABIT_REPORTS = 4;

/** The span of slots before the one `slot` lies in: spans are aligned, so that a slot's habit is the same for whoever asks. */
export const habitSpan = (slot: number, profile: ChainProfile): { fromSlot: number; toSlot: number } => {
  const span = HABIT_SLOTS * profile.slotBlocks;
  const start = slot - (slot % span);
  return { fromSlot: start - span, toSlot: start - profile.slotBlocks };
};

/** The usual offset: the lower median of those one key reported at; null when they are too few to tell. */
export const habitualOffset = (offsets: readonly number[]): number | null => {
  if (offsets.length < HABIT_REPORTS) return null;
  const sorted = [...offsets].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] as number;
};

/** A report this many blocks from the usual offset is still at its usual time: three minutes on mainnet. */
export const habitTolerance = (profile: ChainProfile): number => Math.max(2, Math.floor(profile.slotBlocks / 20));

/** Whether a report came at an unusual time: later than machines send, or away from its own key's habit. */
export const isUnusual = (offset: number, habit: number | null, profile: ChainProfile): boolean =>
  isLate(offset, 0, profile) || (habit !== null && Math.abs(offset - habit) > habitTolerance(profile));
