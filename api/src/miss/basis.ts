import {
  addressToHex,
  BILLION,
  type CountedEra,
  countEra,
  countsWorkload,
  type EraBasis,
  eraFeePerbill,
  type Vote,
} from '@moho/protocol';
import { items, storageKey } from '../receipt/storage-key';
import type { Place } from '../report/places';
import type { CandidateRow, EraSweepRow, OwnerEraRow, VoteRow } from './sql';

/** All rows one era is counted from. */
export interface EraRows {
  era: EraSweepRow;
  /** everybody the sweep visited */
  places: readonly Place[];
  candidates: readonly CandidateRow[];
  votes: readonly VoteRow[];
  owner: OwnerEraRow;
}

const workloadsOf = (places: readonly Place[]): Map<string, bigint> => {
  const workloads = new Map<string, bigint>();
  for (const { owner, verdict, free, spower } of places)
    workloads.set(owner, (workloads.get(owner) ?? 0n) + (countsWorkload(verdict) ? free + spower : 0n));
  return workloads;
};

/** Votes by candidate, each list in the raw key order of Guarantors, which is the chain's. */
const votesByStash = (votes: readonly VoteRow[]): Map<string, Vote<string>[]> => {
  const keyed = votes.map((vote) => ({ ...vote, key: storageKey(items.guarantor(vote.guarantor)) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const byStash = new Map<string, Vote<string>[]>();
  for (const { stash, guarantor, value } of keyed)
    byStash.set(stash, [...(byStash.get(stash) ?? []), { who: guarantor, value: BigInt(value) }]);
  return byStash;
};

/** The fee that held in the era: the stored one, or what the snapshot would have stored. */
const feeOf = (stored: OwnerEraRow, atSnapshot: number): bigint =>
  stored.total === null
    ? eraFeePerbill(BigInt(atSnapshot), stored.saidWhileActive.map(BigInt))
    : BigInt(stored.guaranteeFeePerbill ?? BILLION);

/** The basis of an era as far as one owner's payout needs it: fees and authors' parts are those of the owner alone. */
export const basisOf = (rows: EraRows, ownerStash: string): EraBasis<string> => {
  const { era, places, owner } = rows;
  const workloads = workloadsOf(places);
  const votes = votesByStash(rows.votes);
  return {
    totalWorkload: BigInt(era.totalWorkload),
    limitOfAll: BigInt(era.totalStakeLimit),
    stakingPayout: BigInt(era.stakingPayout),
    candidates: [...rows.candidates]
      .sort((a, b) => (addressToHex(a.stash) < addressToHex(b.stash) ? -1 : 1))
      .map(({ stash, own, stakeLimit, swept, guaranteeFeePerbill }) => {
        const isOwner = stash === ownerStash;
        return {
          stash,
          own: BigInt(own),
          votes: votes.get(stash) ?? [],
          workload: swept ? (workloads.get(stash) ?? 0n) : null,
          stakeLimit: BigInt(stakeLimit),
          guaranteeFeePerbill: isOwner ? feeOf(owner, guaranteeFeePerbill) : 0n,
          authoringPayout: isOwner && owner.authoringPayout !== null ? BigInt(owner.authoringPayout) : null,
        };
      }),
  };
};

/** Where the rows do not give the chain's own era: its limits, its total stake, the owner's exposure. Null when they do. */
const unlikeChain = ({ era, candidates, owner }: EraRows, counted: CountedEra<string>, stash: string) => {
  const limits = new Map(candidates.map((one) => [one.stash, BigInt(one.stakeLimit)]));
  if (counted.candidates.some((one) => one.stakeLimit !== limits.get(one.stash))) return 'STAKE_LIMITS';
  if (counted.totalStakes !== BigInt(era.totalStake)) return 'TOTAL_STAKE';
  const exposure = counted.candidates.find((one) => one.stash === stash)?.exposure ?? null;
  return (exposure?.total ?? null) === (owner.total === null ? null : BigInt(owner.total)) ? null : 'EXPOSURE';
};

export const countedBasis = (rows: EraRows, owner: string): { basis: EraBasis<string>; unlike: string | null } => {
  const basis = basisOf(rows, owner);
  return { basis, unlike: unlikeChain(rows, countEra(basis), owner) };
};
