/**
 * Slashes that wait (crust-protocol §5.7, runtime-details R6; staking `apply_unapplied_slashes`). Amounts are pico-CRU.
 */

/** Eras a reported slash waits for (constant SlashDeferDuration). */
export const slashDeferEras = (spec: number): number => (spec < 4 ? 27 : 108);

/**
 * The era at whose start a slash is taken: it is filed under the era active when it was reported, and the range of those
 * applied ends before `active - SlashDeferDuration`.
 */
export const slashDueEra = (reportedEra: number, spec: number): number => reportedEra + slashDeferEras(spec) + 1;

export interface WaitingSlash<Account> {
  /** active era when it was reported */
  era: number;
  validator: Account;
  /** what the validator will pay */
  own: bigint;
  /** what each of its guarantors will pay */
  others: readonly { who: Account; value: bigint }[];
}

export interface Liability<Account> {
  validator: Account;
  dueEra: number;
  amount: bigint;
}

/**
 * What waiting slashes will take from one account, the first due first. It is the amount asked for: a ledger that holds
 * less pays less, and a rest below the existential deposit goes with it. Guarantees keep their size.
 */
export const liabilitiesOf = <Account>(
  slashes: readonly WaitingSlash<Account>[],
  account: Account,
  spec: number,
): Liability<Account>[] =>
  slashes
    .map(({ era, validator, own, others }) => {
      const asGuarantor = others.reduce((sum, { who, value }) => (who === account ? sum + value : sum), 0n);
      const amount = asGuarantor + (validator === account ? own : 0n);
      return { validator, dueEra: slashDueEra(era, spec), amount };
    })
    .filter(({ amount }) => amount > 0n)
    .sort((a, b) => a.dueEra - b.dueEra);
