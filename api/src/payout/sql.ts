import { asOf, type Scope } from '../database/sql';

/** A closed era as one validator stash saw it. */
export interface OwnerPayoutRow {
  era: number;
  startBlock: number;
  endBlock: number;
  endTime: string;
  totalStake: string | null;
  stakingPayout: string | null;
  exposureTotal: string | null;
  guaranteeFeePerbill: number | null;
  authoringPayout: string | null;
  /** the guarantors that are paid, in the chain's order: [account, stake] */
  guarantors: [string, string][];
  /** id and amount of the reward paid to the stash itself; null while nobody claimed it */
  paymentId: string | null;
  paid: string | null;
}

/** Closed eras of a range, oldest first, with what the stash was or will be paid for each. */
export const ownerPayouts = (
  scope: Scope,
  owner: string,
  fromEra: number,
  toEra: number,
): Promise<OwnerPayoutRow[]> => {
  const { sql } = scope;
  return sql<OwnerPayoutRow[]>`
    select e.era, coalesce(e.start_block, 0) as start_block, e.end_block, e.end_time, e.total_stake, e.staking_payout,
      v.total as exposure_total, v.guarantee_fee_perbill, v.authoring_payout, r.id as payment_id, r.amount as paid,
      (select coalesce(jsonb_agg(jsonb_build_array(g.guarantor, g.value::text) order by g.position), '[]')
        from guarantor_eras g
        where g.era = e.era and g.stash = ${owner} and not g.clipped and ${asOf(scope, 'g')}) as guarantors
    from era_stats e
    left join validator_eras v on v.era = e.era and v.stash = ${owner} and ${asOf(scope, 'v')}
    left join lateral (select p.id, p.amount from reward_payments p
      where p.validator = ${owner} and p.stash = ${owner} and p.era = e.era and ${asOf(scope, 'p')}
      order by p.block limit 1) r on true
    where e.era between ${fromEra} and ${toEra} and e.end_block is not null and ${asOf(scope, 'e')}
    order by e.era`;
};

export interface EraSlotRow {
  era: number;
  slot: number;
  sweepEndBlock: number;
}

/** The judged slots that opened while each of these eras was active. */
export const slotsOfEras = (scope: Scope, eras: readonly OwnerPayoutRow[]): Promise<EraSlotRow[]> => {
  const { sql } = scope;
  return sql<EraSlotRow[]>`
    select p.era, s.slot, s.sweep_end_block
    from unnest(${eras.map(({ era }) => era)}::int[], ${eras.map(({ startBlock }) => startBlock)}::int[],
      ${eras.map(({ endBlock }) => endBlock)}::int[]) p(era, first, until)
    join slot_summaries s on s.slot >= p.first and s.slot < p.until and ${asOf(scope, 's')}
    order by s.slot`;
};
