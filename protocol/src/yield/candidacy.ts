import { BILLION } from '../base/perbill';

/** What became of a candidate and its guarantee fee, told from the history of its row in Staking.Validators. */

export interface CandidateVersion {
  /** first block of the row */
  from: number;
  /** first block without it; null while it stands */
  until: number | null;
  guaranteeFeePerbill: bigint;
}

export interface CandidacyChange {
  block: number;
  /** LEFT: it chilled, was chilled by an offence, became a guarantor, or withdrew its bond */
  kind: 'JOINED' | 'FEE' | 'LEFT';
  feeBeforePerbill: bigint | null;
  feePerbill: bigint | null;
}

/** Every change between versions of one candidate's row, oldest first. */
export const candidacyChanges = (versions: readonly CandidateVersion[]): CandidacyChange[] => {
  const ordered = [...versions].sort((a, b) => a.from - b.from);
  return ordered.flatMap(({ from, until, guaranteeFeePerbill }, at): CandidacyChange[] => {
    const before = ordered[at - 1];
    const stayed = before !== undefined && before.until === from;
    const begins = {
      block: from,
      kind: stayed ? ('FEE' as const) : ('JOINED' as const),
      feeBeforePerbill: stayed ? before.guaranteeFeePerbill : null,
      feePerbill: guaranteeFeePerbill,
    };
    const isChange = !stayed || before.guaranteeFeePerbill !== guaranteeFeePerbill;
    const gone = until !== null && ordered[at + 1]?.from !== until;
    const ends = { block: until ?? 0, kind: 'LEFT' as const, feeBeforePerbill: guaranteeFeePerbill, feePerbill: null };
    return [...(isChange ? [begins] : []), ...(gone ? [ends] : [])];
  });
};

/**
 * Whether an era's fee is the 100 % of the one-era rule: whoever asks for less than the snapshot said while the era is
 * active shares everything of that era (staking `validate`, crust-protocol §5.1).
 */
export const isWholeByRule = (snapshotFeePerbill: bigint, eraFeePerbill: bigint): boolean =>
  eraFeePerbill === BILLION && snapshotFeePerbill < BILLION;
