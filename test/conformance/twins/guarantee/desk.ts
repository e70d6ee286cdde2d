import type { EraBasis } from '@moho/protocol/era-recount';
import { type DeskNode, type EraTerms, marginalIncome } from '@moho/protocol/yield/income';

/** What the functions of a guarantor's income are given of an era that was watched on a chain. */

type Hex = `0x${string}`;

export const nodesOf = (basis: EraBasis<Hex>): DeskNode[] =>
  basis.candidates.map(({ stash, stakeLimit, own, votes, guaranteeFeePerbill, authoringPayout }) => ({
    stash,
    stakeLimitPico: stakeLimit,
    ownActivePico: own,
    votes,
    guaranteeFeePerbill,
    authoringPayoutPico: authoringPayout ?? 0n,
  }));

export const termsOf = ({ stakingPayout }: EraBasis<Hex>): EraTerms => ({ stakingPayoutPico: stakingPayout });

/** The stakes of one era with the pool and the authors' parts of another. */
export const paidLike = (basis: EraBasis<Hex>, other: EraBasis<Hex>): EraBasis<Hex> => {
  const authored = new Map(other.candidates.map(({ stash, authoringPayout }) => [stash, authoringPayout]));
  return {
    ...basis,
    stakingPayout: other.stakingPayout,
    candidates: basis.candidates.map((one) => ({ ...one, authoringPayout: authored.get(one.stash) ?? null })),
  };
};

/** What more on `stash` adds to the guarantor's income of the era. */
export const told = (basis: EraBasis<Hex>, guarantor: Hex, stash: Hex, addPico: bigint): bigint =>
  marginalIncome(nodesOf(basis), termsOf(basis), guarantor, stash, addPico);
