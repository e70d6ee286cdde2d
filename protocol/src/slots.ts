import type { ChainProfile } from './base/profile';

/**
 * The clock of work reports (crust-protocol §4.2, §4.3; runtime-details §2.3). A slot is named by its first block X.
 * The sweep that runs in slot X judges the slot before it.
 */

/** How many slots a missed report costs (swork constant PunishmentSlots, all specs). */
export const PUNISHMENT_SLOTS = 8;

/** The spec that moved the sweep later in the slot (swork UPDATE_OFFSET 200 → 100). */
export const LATE_SWEEP_SPEC = 23;

/** The slot a block lies in: its number rounded down to whole slots. Any spec. */
export const slotOfBlock = (block: number, profile: ChainProfile): number => block - (block % profile.slotBlocks);

/** Position of a block in its slot: 0 … slotBlocks − 1. */
export const slotOffset = (block: number, profile: ChainProfile): number => block % profile.slotBlocks;

/** Offset of the sweep's first block: `sweepOffset` from spec 23 on, `sweepOffsetBefore23` up to 22. */
export const sweepOffset = (spec: number, profile: ChainProfile): number =>
  spec >= LATE_SWEEP_SPEC ? profile.sweepOffset : profile.sweepOffsetBefore23;

/** First block of the sweep that runs in slot `slot`; it visits the first batch in this same block. */
export const sweepStartBlock = (slot: number, spec: number, profile: ChainProfile): number =>
  slot + sweepOffset(spec, profile);

/**
 * Block in which the sweep of slot `slot` writes totals and stake limits and emits UpdateStakeLimitSuccess:
 * start + floor(identities / sweepBatch) + 1, at the latest the hard stop, which closes it with partial data.
 */
export const sweepEndBlock = (slot: number, identities: number, spec: number, profile: ChainProfile): number =>
  Math.min(
    sweepStartBlock(slot, spec, profile) + Math.floor(identities / profile.sweepBatch) + 1,
    slot + profile.stopOffset,
  );

/** All blocks in which the sweep of slot `slot` works, from its start to its end, both included. */
export const sweepBlocks = (
  slot: number,
  identities: number,
  spec: number,
  profile: ChainProfile,
): { start: number; end: number } => ({
  start: sweepStartBlock(slot, spec, profile),
  end: sweepEndBlock(slot, identities, spec, profile),
});

/** True in the blocks of a slot in which a sweep can be at work. */
export const maySweep = (block: number, spec: number, profile: ChainProfile): boolean => {
  const offset = slotOffset(block, profile);
  return offset >= sweepOffset(spec, profile) && offset <= profile.stopOffset;
};

/** The slot judged by the sweep running in the slot of `block`: the one before it. Slot 0 is judged twice, in slots 0 and 1. */
export const judgedSlot = (block: number, profile: ChainProfile): number =>
  Math.max(0, slotOfBlock(block, profile) - profile.slotBlocks);

/** Earliest and latest block in which reports of slot `slot` are judged. */
export const judgementBlocks = (
  slot: number,
  spec: number,
  profile: ChainProfile,
): { earliest: number; latest: number } => {
  const sweepSlot = slot + profile.slotBlocks;
  return { earliest: sweepStartBlock(sweepSlot, spec, profile), latest: sweepSlot + profile.stopOffset };
};

/** The deadline written when `missedSlot` was missed: judgements of slots below it give no workload (crust-protocol §4.3 step 4). */
export const punishmentDeadline = (missedSlot: number, profile: ChainProfile): number =>
  missedSlot + PUNISHMENT_SLOTS * profile.slotBlocks;

/** Whether the judgement of `slot` counts nothing for a node with this deadline (step 5). */
export const isPunished = (slot: number, deadline: number): boolean => slot < deadline;

/** The slots whose judgement counts nothing after one miss: the missed one and the seven after it. */
export const punishedSlots = (missedSlot: number, profile: ChainProfile): number[] =>
  Array.from({ length: PUNISHMENT_SLOTS }, (_, k) => missedSlot + k * profile.slotBlocks);

/**
 * The blocks during which one miss shows in stake limits, [from, until): from the sweep that judged the missed slot to
 * the sweep that judges the first slot at the deadline. Exact when each sweep ends in its earliest block.
 */
export const punishmentWindow = (
  missedSlot: number,
  spec: number,
  profile: ChainProfile,
): { fromBlock: number; untilBlock: number } => ({
  fromBlock: judgementBlocks(missedSlot, spec, profile).earliest + 1,
  untilBlock: judgementBlocks(punishmentDeadline(missedSlot, profile), spec, profile).earliest + 1,
});

/** Machines send their reports in the first two thirds of a slot (sworker's own limit, 400 of 600 blocks). */
const USUAL_PART = { of: 2, in: 3 };

/** Whether a report came so late in its slot that little more would have lost it (crust-protocol §4.6, a warning only). */
export const isLate = (block: number, slot: number, profile: ChainProfile): boolean =>
  (block - slot) * USUAL_PART.in > profile.slotBlocks * USUAL_PART.of;

/** Value of `punishment_deadline` that marks a new anchor, not judged yet (specs ≥ 2). */
export const FRESH_MARK = 1;

export interface JudgementInput {
  /** the slot judged */
  slot: number;
  spec: number;
  /** Swork.Identities[account].punishment_deadline before the sweep */
  deadline: number;
  /** Swork.WorkReports has a row for the anchor */
  hasWorkReport: boolean;
  /** Swork.ReportedInSlot[anchor][slot] */
  reported: boolean;
  /** Swork.EnablePunishment */
  punishmentEnabled: boolean;
}

export interface Judgement {
  /** the deadline after the sweep */
  deadline: number;
  /** whether the node's workload counts in this sweep */
  counts: boolean;
  outcome: 'NO_REPORT_EVER' | 'EXEMPT' | 'REPORTED' | 'MISSED';
}

/**
 * What a sweep does to one identity (crust-protocol §4.3, runtime-details §3 rows 13–15). Spec 1 knows no fresh mark, so
 * there a node is judged for the slot before its first report as for any other.
 */
export const judge = (input: JudgementInput, profile: ChainProfile): Judgement => {
  const { slot, spec, deadline, hasWorkReport, reported, punishmentEnabled } = input;
  if (!hasWorkReport) return { deadline, counts: false, outcome: 'NO_REPORT_EVER' };
  if (spec >= 2 && deadline === FRESH_MARK) return { deadline: 0, counts: true, outcome: 'EXEMPT' };
  const outcome = reported ? 'REPORTED' : 'MISSED';
  if (!punishmentEnabled) return { deadline, counts: reported, outcome };
  const after = reported ? deadline : punishmentDeadline(slot, profile);
  return { deadline: after, counts: !isPunished(slot, after), outcome };
};
