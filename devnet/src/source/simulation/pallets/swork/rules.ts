import type { ChainProfile } from '@moho/protocol/base';
import type { DispatchClass } from '../../framework/dispatch';
import { type Generations, rulesIn } from '../generations';
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
  /** of what in its report a node that joins a group may have nothing, and the error if it has; undefined: it gives its spower up */
  readonly joinNeedsNo:
    | { readonly what: 'spower' | 'reportedFilesSize'; readonly error: 'IllegalUsed' | 'IllegalSpower' }
    | undefined;
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
  joinNeedsNo: { what: 'spower', error: 'IllegalUsed' },
  quitForgetsFiles: false,
  codesMayBeExtended: false,
  takesOffFirst: true,
  reportClass: 'Operational',
  reportWeight: (added, deleted) => 3_105_000_000 + 640_000_000 * added + 662_000_000 * deleted,
  updateSpowerWeight: () => 0,
};

/** the first judgement excused */
const spec2: SworkRules = { ...spec1, firstDeadline: () => NEW_IDENTITY, excusesNew: true };

/** spower instead of used bytes */
const spec3: SworkRules = {
  ...spec2,
  totalItem: 'Spower',
  countsAddedFiles: true,
  joinNeedsNo: { what: 'spower', error: 'IllegalSpower' },
};

const spec5: SworkRules = { ...spec3, maxGroupSize: 1000 };
const spec9: SworkRules = { ...spec5, reportClass: 'Normal' };
const spec10: SworkRules = { ...spec9, legalFileCounts: (added, deleted) => added <= 300 && deleted <= 300 };
const spec11: SworkRules = { ...spec10, joinNeedsNo: { what: 'reportedFilesSize', error: 'IllegalSpower' } };
/** a clean slate for who joins or quits a group */
const spec13: SworkRules = { ...spec11, joinNeedsNo: undefined, quitForgetsFiles: true };
const spec17: SworkRules = { ...spec13, takesOffFirst: false };
const spec18: SworkRules = {
  ...spec17,
  reportWeight: (added, deleted) => 3_505_000_000 + 950_000_000 * added + 600_000_000 * deleted,
};
const spec19: SworkRules = { ...spec18, codesMayBeExtended: true };

/** replicas reach the market through the spower service; the sweep begins later in the slot */
const spec23: SworkRules = {
  ...spec19,
  sweepOffset: (profile) => profile.sweepOffset,
  appliesFiles: false,
  updateSpowerWeight: (sworkers, files) => 100_000_000 + 125_000_000 * (sworkers + files),
};

const spec24: SworkRules = {
  ...spec23,
  updateSpowerWeight: (sworkers, files) => 1_000_000_000 + 475_000_000 * sworkers + 825_000_000 * files,
};

const GENERATIONS: Generations<SworkRules> = [
  [1, spec1],
  [2, spec2],
  [3, spec3],
  [5, spec5],
  [9, spec9],
  [10, spec10],
  [11, spec11],
  [13, spec13],
  [17, spec17],
  [18, spec18],
  [19, spec19],
  [23, spec23],
  [24, spec24],
];

/** The rules of a runtime of this version. */
export const sworkRules = (version: number): SworkRules => rulesIn(GENERATIONS, version);
