import type { ChainProfile } from './base/profile';
import { sweepEndBlock } from './slots';

/** What lies ahead of a machine: when its work counts again, and when its sWorker version is refused. */

/**
 * The block in which an owner's stake limit counts a punished machine again: the end of the sweep that judges the first
 * slot at its deadline (crust-protocol §4.3). Exact when the machine reports from then on and the sweep is not cut short.
 * `identities` decides how many blocks the sweep takes.
 */
export const fullPowerBlock = (deadline: number, identities: number, spec: number, profile: ChainProfile): number =>
  sweepEndBlock(deadline + profile.slotBlocks, identities, spec, profile);

/** The first slot whose reports are refused with OutdatedReporter: the chain compares the slot's number with the expiry. */
export const firstRefusedSlot = (expireBlock: number, profile: ChainProfile): number =>
  Math.ceil(expireBlock / profile.slotBlocks) * profile.slotBlocks;

/** The block in which stake limits lose the machines of an expired version: when its first refused slot has been judged. */
export const limitFallsBlock = (expireBlock: number, identities: number, spec: number, profile: ChainProfile): number =>
  sweepEndBlock(firstRefusedSlot(expireBlock, profile) + profile.slotBlocks, identities, spec, profile);

/** The part of a stake limit that some of the workload behind it carries, rounded down (crust-protocol §4.4). */
export const limitShare = (limit: bigint, part: bigint, whole: bigint): bigint =>
  whole === 0n ? 0n : (limit * part) / whole;
