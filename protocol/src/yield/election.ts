import { type Candidate, elect } from '../exposure';

/** Who sits and who waits in an era, and how far each is from the border (crust-protocol §5.2). Amounts are pico-CRU. */

export interface ElectionRule<Account> {
  /** Staking.ValidatorCount */
  validatorCount: number;
  /** Staking.MinimumValidatorCount */
  minimumValidatorCount: number;
  /** the only ones that may sit; null when everybody may */
  whitelist: ReadonlySet<Account> | null;
}

export interface Standing<Account> extends Candidate<Account> {
  elected: boolean;
  /**
   * elected: how far above the best that waits; waiting: how far below the last seat, negative (0: only the order of
   * accounts decided). Null when nobody waits, or it may not sit.
   */
  marginPico: bigint | null;
}

/** Standings in the order of the candidates, who come in account order. Null when too few could be elected. */
export const electionStandings = <Account>(
  candidates: readonly Candidate<Account>[],
  { validatorCount, minimumValidatorCount, whitelist }: ElectionRule<Account>,
): Standing<Account>[] | null => {
  const eligible = candidates.filter(({ stash }) => whitelist?.has(stash) ?? true);
  const seats = elect(eligible, validatorCount, minimumValidatorCount);
  if (seats === null) return null;
  const elected = new Set(seats);
  const lowest = lastSeat(eligible.filter(({ stash }) => elected.has(stash)));
  const best = firstWaiting(eligible.filter(({ stash }) => !elected.has(stash)));
  const mayBe = new Set(eligible.map(({ stash }) => stash));
  return candidates.map((candidate) => {
    const isElected = elected.has(candidate.stash);
    const border = isElected ? best : lowest;
    const marginPico = border === null || !mayBe.has(candidate.stash) ? null : candidate.effective - border;
    return { ...candidate, elected: isElected, marginPico };
  });
};

/** Effective stake of the last that got a seat; null without any. */
export const lastSeat = (elected: readonly { effective: bigint }[]): bigint | null =>
  elected.reduce<bigint | null>((low, { effective }) => (low === null || effective < low ? effective : low), null);

const firstWaiting = (waiting: readonly { effective: bigint }[]): bigint | null =>
  waiting.reduce<bigint | null>((high, { effective }) => (high === null || effective > high ? effective : high), null);
