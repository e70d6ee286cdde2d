import type { Position } from './plan';

/** One call to sign. Amounts are pico-CRU. */
export interface PlanCall {
  call: 'guarantee' | 'cut_guarantee';
  stash: string;
  amountPico: bigint;
}

/**
 * The calls that lead from what stands to a plan, cuts first, since they free what the others need. A cut of everything asks
 * for more than the existential deposit, which the pallet demands, and takes what there is.
 */
export const planCalls = (positions: readonly Position[], existentialDepositPico: bigint): PlanCall[] => {
  const cuts = positions
    .filter(({ heldPico, amountPico }) => amountPico < heldPico)
    .map(({ stash, heldPico, amountPico }): PlanCall => {
      const least = existentialDepositPico + 1n;
      const cut = heldPico - amountPico;
      return { call: 'cut_guarantee', stash, amountPico: amountPico === 0n && cut < least ? least : cut };
    });
  const added = positions
    .filter(({ heldPico, amountPico }) => amountPico > heldPico)
    .map(
      ({ stash, heldPico, amountPico }): PlanCall => ({ call: 'guarantee', stash, amountPico: amountPico - heldPico }),
    );
  return [...cuts, ...added];
};
