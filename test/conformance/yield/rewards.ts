import { BILLION, clipExposure, payout, type Vote } from '@moho/protocol';
import type { ChainEvent } from '../chain-facts';
import type { Fields } from '../chain-items';
import { compareItem, type ItemResult } from '../compare';
import { type EraRow, keyOf, type PaymentRow, type ValidatorRow } from './sql';

export const REWARD_ITEM = 'Reward re-derived';

/** Every Reward event of the chain against its row, both ways. */
export const compareRewardEvents = (events: ChainEvent[], rows: PaymentRow[], head: number): ItemResult => {
  const chain = events
    .filter(({ pallet, name }) => pallet === 'staking' && name === 'Reward')
    .map(({ block, index, args: [stash, amount] }) => ({
      id: `${block}-${index}`,
      fields: { stash: String(stash), amount: String(amount) },
      rawKeys: [],
    }));
  const fields = new Map<string, Fields>(
    rows.map(({ block, eventIndex, stash, amount }) => [`${block}-${eventIndex}`, { stash, amount: String(amount) }]),
  );
  return compareItem('RewardPayment', head, chain, fields, new Set());
};

/** The payments of one claim: those of its guarantors, and last the validator's. */
export const claims = (payments: readonly PaymentRow[]): PaymentRow[][] => {
  const found: PaymentRow[][] = [];
  for (const payment of payments) {
    const open = found.at(-1);
    const last = open?.at(-1);
    const goesOn =
      last !== undefined &&
      last.stash !== last.validator &&
      last.block === payment.block &&
      last.extrinsicIndex === payment.extrinsicIndex &&
      last.validator === payment.validator &&
      last.era === payment.era;
    if (goesOn) open?.push(payment);
    else found.push([payment]);
  }
  return found;
};

/** What `reward_stakers` must pay, in the order of its events, from indexed rows alone. */
export const owed = (validator: ValidatorRow | undefined, stash: string, era: EraRow): Vote<string>[] => {
  const exposure = {
    total: validator?.total ?? 0n,
    own: validator?.own ?? 0n,
    others: (validator?.guarantors ?? []).map(({ guarantor, value }) => ({ who: guarantor, value })),
  };
  const parts = payout({
    authoringPayout: validator?.authoringPayout ?? null,
    stakingPayout: era.stakingPayout ?? era.stakingTotal ?? 0n,
    eraTotalStakes: era.totalStake ?? 0n,
    exposureTotal: exposure.total,
    guarantors: clipExposure(exposure).others,
    guaranteeFeePerbill: validator?.guaranteeFeePerbill ?? BILLION,
  });
  return [
    ...parts.guarantors.map(({ who, amount }) => ({ who, value: amount })),
    { who: stash, value: parts.validator },
  ];
};

/**
 * Every reward paid must be what the rows of its validator and era come to, to the pico, and nobody may be left out who was
 * bonded. Payments whose claim the index could not name are counted apart.
 */
export const compareRewards = (
  payments: readonly PaymentRow[],
  validators: ReadonlyMap<string, ValidatorRow>,
  eras: ReadonlyMap<number, EraRow>,
  wasBonded: (stash: string, block: number) => boolean,
): ItemResult => {
  const result: ItemResult = { item: REWARD_ITEM, keysCompared: 0, overridden: 0, mismatches: [] };
  for (const claim of claims(payments)) {
    const [{ block, validator, era }] = claim as [PaymentRow, ...PaymentRow[]];
    if (validator === null || era === null) {
      result.overridden += claim.length;
      continue;
    }
    const differs = (id: string, chain: string | null, index: string | null) =>
      result.mismatches.push({ item: REWARD_ITEM, block, id, field: keyOf(era, validator), chain, index });
    const stat = eras.get(era);
    const due = stat === undefined ? [] : owed(validators.get(keyOf(era, validator)), validator, stat);
    let next = 0;
    for (const { stash, amount, eventIndex } of claim) {
      result.keysCompared += 1;
      // one that is bonded no more is passed over
      while (next < due.length && due[next]?.who !== stash && !wasBonded(due[next]?.who ?? '', block)) next += 1;
      const { who, value } = due[next] ?? {};
      if (who !== stash || value !== amount)
        differs(`${block}-${eventIndex}`, `${stash} ${amount}`, who === undefined ? null : `${who} ${value}`);
      if (who === stash) next += 1;
    }
    if (next < due.length) differs(`${block}-end`, null, `${due[next]?.who} ${due[next]?.value}`);
  }
  return result;
};
