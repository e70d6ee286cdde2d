import type { LimitCause, LimitPart, WorkloadCause } from '@moho/protocol';
import type { View } from '../database/view';
import type { LedgerEntry, LedgerMove } from './ledger';
import type { LimitChangeRow } from './sql';

export const ROW_KINDS = [
  'CANDIDATE',
  'IDENTITY',
  'JUDGEMENT',
  'REPORT',
  'REPLICA',
  'WORK_REPORT',
  'SWEEP',
  'ERA',
  'ISSUANCE',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** A row of the index that a part of a change follows from. */
export interface CauseRow {
  view: View;
  kind: RowKind;
  account: string | null;
  anchor: string | null;
  fileId: string | null;
  slot: number | null;
  block: number | null;
  extrinsicIndex: number | null;
  era: number | null;
  /** change of the owner's workload that counts; null where the row is not of the owner's machines */
  bytes: bigint | null;
  /** what the row said at the sweep before and at this one: bytes of a workload, pico-CRU of a stake or the issuance */
  before: bigint | null;
  after: bigint | null;
}

const KIND_OF: Record<WorkloadCause, RowKind> = {
  LEFT: 'IDENTITY',
  JOINED: 'IDENTITY',
  NEW_ENCLAVE: 'IDENTITY',
  PUNISHED: 'JUDGEMENT',
  PUNISHMENT_OVER: 'JUDGEMENT',
  SWEEP_CUT: 'JUDGEMENT',
  SRD: 'REPORT',
  FILES_IN: 'REPLICA',
  MATURED: 'REPLICA',
  TIER: 'REPLICA',
  FILES_OUT: 'REPLICA',
  SPOWER_CORRECTED: 'WORK_REPORT',
};

const BLANK = {
  account: null,
  anchor: null,
  fileId: null,
  slot: null,
  block: null,
  extrinsicIndex: null,
  era: null,
  bytes: null,
  before: null,
  after: null,
};

const outside = (cause: LimitCause, change: LimitChangeRow, entry: LedgerEntry): Omit<CauseRow, 'view'>[] => {
  const { before, after, sweepAfter } = entry;
  const place = { slot: change.slot, block: change.block };
  const others = ({ network, workload }: LedgerEntry['before']) => network.totalWorkload - workload;
  switch (cause) {
    case 'CANDIDACY':
      return [{ ...BLANK, kind: 'CANDIDATE', account: change.stash, block: change.block }];
    case 'NETWORK':
      return [{ ...BLANK, ...place, kind: 'SWEEP', before: others(before), after: others(after) }];
    case 'STAKED': {
      const stakes = { before: before.network.totalStake, after: after.network.totalStake };
      return [{ ...BLANK, ...stakes, kind: 'ERA', era: sweepAfter?.era ?? null, block: change.block }];
    }
    case 'ISSUANCE': {
      const issuances = { before: before.network.issuance, after: after.network.issuance };
      // the sweep reads the issuance that the block before left
      return [{ ...BLANK, ...issuances, kind: 'ISSUANCE', block: change.block - 1 }];
    }
    default:
      return [];
  }
};

const size = (bytes: bigint): bigint => (bytes < 0n ? -bytes : bytes);
const byWeight = (a: LedgerMove, b: LedgerMove): number => (size(a.bytes) < size(b.bytes) ? 1 : -1);

/** The rows a part follows from, the weightiest first. */
export const causeRows = (
  part: LimitPart<LedgerMove>,
  change: LimitChangeRow,
  entry: LedgerEntry,
  view: View,
): CauseRow[] => {
  const own = part.moves.toSorted(byWeight).map(({ cause, ...move }) => ({ ...BLANK, ...move, kind: KIND_OF[cause] }));
  return [...own, ...outside(part.cause, change, entry)].map((row) => ({ ...row, view }));
};
