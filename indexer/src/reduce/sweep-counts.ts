import { countsWorkload, isPunishedVerdict, type Verdict, type Workload } from '@moho/protocol/verdicts';
import type { Fields } from '../write/entities';

type Cursor = Fields<'IndexCursor'>;

/** What a running sweep has come to so far; kept between its blocks as JSON, amounts as decimal text. */
export interface SweepCounts {
  startBlock: number;
  /** in the last block that visited anybody */
  punishmentEnabled: boolean;
  reporters: number;
  missed: number;
  exempt: number;
  unreported: number;
  punished: number;
  deadlineMismatches: number;
  judgedFree: string;
  judgedSpower: string;
  /** of which the stake limits are made, should the next block end the sweep */
  activeEra?: number;
  eraTotalStake: string;
  issuance: string;
}

export const newCounts = (startBlock: number): SweepCounts => ({
  startBlock,
  punishmentEnabled: true,
  reporters: 0,
  missed: 0,
  exempt: 0,
  unreported: 0,
  punished: 0,
  deadlineMismatches: 0,
  judgedFree: '0',
  judgedSpower: '0',
  eraTotalStake: '0',
  issuance: '0',
});

/** The counts of the sweep under way; new ones where it begins in this block. */
export const countsOf = (cursor: Cursor, block: number): SweepCounts =>
  cursor.sweepCounts ? (JSON.parse(cursor.sweepCounts) as SweepCounts) : newCounts(block);

const COUNTED: Record<Verdict, 'reporters' | 'missed' | 'exempt' | 'unreported'> = {
  R: 'reporters',
  P: 'reporters',
  M: 'missed',
  m: 'missed',
  E: 'exempt',
  N: 'unreported',
};

/** Counts one judged identity in. Changes the counts. */
export const countVerdict = (counts: SweepCounts, verdict: Verdict, { free, spower }: Workload): void => {
  counts[COUNTED[verdict]]++;
  if (isPunishedVerdict(verdict)) counts.punished++;
  if (!countsWorkload(verdict)) return;
  counts.judgedFree = String(BigInt(counts.judgedFree) + free);
  counts.judgedSpower = String(BigInt(counts.judgedSpower) + spower);
};
