import type { ChainProfile } from '@moho/protocol/base';
import type { SpecVersion } from '../../../../codec/metadata';
import type { DispatchClass } from '../../framework/dispatch';
import { NEW_IDENTITY } from './storage';

/** What the generations of Swork do differently; all other rules are one for every spec. */
export interface SworkRules {
  /** storage item of the network's total spower */
  readonly totalItem: 'Used' | 'Spower';
  /** offset in the slot at which the sweep begins */
  sweepOffset(profile: ChainProfile): number;
  /** punishment deadline a new anchor begins with */
  firstDeadline(slot: bigint): bigint;
  /** whether a new anchor's first judgement is let pass */
  readonly excusesNew: boolean;
  legalFileCounts(added: number, deleted: number): boolean;
  /** whether report_works hands its files to the market itself, or leaves that to the spower service */
  readonly appliesFiles: boolean;
  /** whether the base fee looks at the number of files added */
  readonly countsAddedFiles: boolean;
  readonly maxGroupSize: number;
  /** error of joining a group with spower; undefined: the spower is given up */
  readonly joinNeedsNoSpower: 'IllegalUsed' | 'IllegalSpower' | undefined;
  /** whether who quits a group begins anew, without files */
  readonly quitForgetsFiles: boolean;
  /** whether a known code may be given a later expiry */
  readonly codesMayBeExtended: boolean;
  /** whether a change of a report's spower is taken off before the new one is put on (both end at the bounds of u64) */
  readonly takesOffFirst: boolean;
  readonly reportClass: DispatchClass;
  reportWeight(added: number, deleted: number): number;
  updateSpowerWeight(sworkers: number, files: number): number;
}

/** from the genesis: 5,000 files a report, small groups, every first judgement a punishment */
const spec1: SworkRules = {
  totalItem: 'Used',
  sweepOffset: (profile) => profile.sweepOffsetBefore23,
  firstDeadline: (slot) => slot,
  excusesNew: false,
  legalFileCounts: (added) => added < 5000,
  appliesFiles: true,
  countsAddedFiles: false,
  maxGroupSize: 100,
  joinNeedsNoSpower: 'IllegalUsed',
  quitForgetsFiles: false,
  codesMayBeExtended: false,
  takesOffFirst: true,
  reportClass: 'Operational',
  reportWeight: (added, deleted) => 3_105_000_000 + 640_000_000 * added + 662_000_000 * deleted,
  updateSpowerWeight: () => 0,
};

/** spower instead of used bytes, the first judgement excused */
const spec4: SworkRules = {
  ...spec1,
  totalItem: 'Spower',
  firstDeadline: () => NEW_IDENTITY,
  excusesNew: true,
  countsAddedFiles: true,
  joinNeedsNoSpower: 'IllegalSpower',
};

/** larger groups, fewer files a report, and a clean slate for who joins or quits */
const spec17: SworkRules = {
  ...spec4,
  legalFileCounts: (added, deleted) => added <= 300 && deleted <= 300,
  maxGroupSize: 1000,
  joinNeedsNoSpower: undefined,
  quitForgetsFiles: true,
  takesOffFirst: false,
  reportClass: 'Normal',
};

const spec22: SworkRules = {
  ...spec17,
  codesMayBeExtended: true,
  reportWeight: (added, deleted) => 3_505_000_000 + 950_000_000 * added + 600_000_000 * deleted,
};

/** replicas reach the market through the spower service; the sweep begins later in the slot */
const spec23: SworkRules = {
  ...spec22,
  sweepOffset: (profile) => profile.sweepOffset,
  appliesFiles: false,
  updateSpowerWeight: (sworkers, files) => 100_000_000 + 125_000_000 * (sworkers + files),
};

const spec24: SworkRules = {
  ...spec23,
  updateSpowerWeight: (sworkers, files) => 1_000_000_000 + 475_000_000 * sworkers + 825_000_000 * files,
};

export const SWORK_RULES: Readonly<Record<SpecVersion, SworkRules>> = {
  1: spec1,
  4: spec4,
  17: spec17,
  22: spec22,
  23: spec23,
  24: spec24,
  25: spec24,
};
