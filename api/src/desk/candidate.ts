import {
  effectiveStake,
  headroom,
  type NodeStanding,
  nodeStanding,
  type Spread,
  type SuccessRate,
  saturationPerbill,
  type Vote,
} from '@moho/protocol';
import type { NodePast } from './eras';
import type { CandidateFacts } from './sql';

/** One row of the table: all that is known of a node in one block, amounts in pico-CRU. */
export interface Candidate {
  stash: string;
  name: string | null;
  standing: NodeStanding;
  elected: boolean;
  /** null: it does not stand for election */
  guaranteeFeePerbill: number | null;
  stakeLimit: bigint | null;
  ownStake: bigint;
  guaranteedStake: bigint;
  /** own and guaranteed, before the stake limit */
  totalStake: bigint;
  effectiveStake: bigint;
  headroom: bigint;
  saturationPerbill: bigint | null;
  guarantorCount: number;
  memberCount: number;
  /** by REALISED_WINDOWS */
  realised: (Spread | null)[];
  /** null: no machine of its group had to report */
  reports: SuccessRate | null;
  unclaimedEras: number[];
  /** taken */
  slashCount: number;
  slashed: bigint;
  /** reported and not taken yet; what it will pay itself */
  waitingSlashCount: number;
  waitingSlashed: bigint;
  /** what it may earn in an era by making blocks */
  expectedAuthoring: bigint;
}

export const candidateOf = (
  facts: CandidateFacts,
  votes: readonly Vote<string>[],
  past: NodePast,
  reports: SuccessRate | null,
): Candidate => {
  const stakeLimit = facts.stakeLimit === null ? null : BigInt(facts.stakeLimit);
  const ownStake = BigInt(facts.ownStake);
  const guaranteedStake = votes.reduce((sum, { value }) => sum + value, 0n);
  const totalStake = ownStake + guaranteedStake;
  const standing = nodeStanding({
    isCandidate: facts.guaranteeFeePerbill !== null,
    stakeLimit,
    elected: facts.elected,
  });
  const claimed = new Set(facts.claimedEras);
  return {
    stash: facts.stash,
    name: facts.name,
    standing,
    elected: facts.elected,
    guaranteeFeePerbill: facts.guaranteeFeePerbill,
    stakeLimit,
    ownStake,
    guaranteedStake,
    totalStake,
    effectiveStake: effectiveStake(totalStake, stakeLimit),
    headroom: headroom(totalStake, stakeLimit),
    saturationPerbill: saturationPerbill(totalStake, stakeLimit),
    guarantorCount: votes.length,
    memberCount: facts.memberCount,
    realised: past.realised,
    reports,
    unclaimedEras: past.claimable.filter((era) => !claimed.has(era)),
    slashCount: facts.slashCount,
    slashed: BigInt(facts.slashed),
    waitingSlashCount: facts.waitingSlashCount,
    waitingSlashed: BigInt(facts.waitingSlashed),
    expectedAuthoring: standing === 'ELECTED' ? past.authoring : 0n,
  };
};

/** Slashes taken and those that wait: a guarantor pays its part of both. */
export const allSlashes = ({ slashCount, waitingSlashCount }: Candidate): number => slashCount + waitingSlashCount;
