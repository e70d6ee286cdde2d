import type { Milestone } from '../milestones';

type Count = Milestone['count'];

const clipped: Count = (sql, schema) => sql`
  select count(*)::int as count from ${sql(schema)}.guarantor_eras where clipped and upper_inf(_block_range)`;

/** A fee that changed after the snapshot: it was lowered while the era was active, so all is shared in it. */
const wholeByRule: Count = (sql, schema) => sql`
  select count(*)::int as count from (
    select from ${sql(schema)}.validator_eras where total is not null
    group by id having count(distinct guarantee_fee_perbill) > 1) as fees`;

/** Exposures of eras the chain has forgotten that were never claimed. */
const lost: Count = (sql, schema) => sql`
  select count(*)::int as count from ${sql(schema)}.validator_eras v
  join ${sql(schema)}.era_stats e on e.era = v.era and upper_inf(e._block_range)
  where v.total > 0 and e.pruned_at_block is not null and e.staking_total > 0 and upper_inf(v._block_range)
    and not exists (
      select from ${sql(schema)}.ledgers l where l.stash = v.stash and l.claimed_rewards @> to_jsonb(v.era))`;

const deferred: Count = (sql, schema) => sql`
  select count(*)::int as count from ${sql(schema)}.unapplied_slashes u
  where exists (
    select from ${sql(schema)}.slash_records s where s.block = upper(u._block_range) and s.stash = u.validator)`;

const cancelled: Count = (sql, schema) => sql`
  select count(*)::int as count from ${sql(schema)}.unapplied_slashes u
  where not upper_inf(u._block_range)
    and not exists (
      select from ${sql(schema)}.era_stats e where e.start_block = upper(u._block_range) and upper_inf(e._block_range))`;

const batched: Count = (sql, schema) => sql`
  select count(*)::int as count from (
    select from ${sql(schema)}.reward_payments where validator is not null and upper_inf(_block_range)
    group by block, extrinsic_index having count(distinct (validator, era)) > 1) as claims`;

const unnamed: Count = (sql, schema) => sql`
  select count(*)::int as count from ${sql(schema)}.reward_payments where validator is null and upper_inf(_block_range)`;

const waiting: Count = (sql, schema) => sql`
  select count(*)::int as count from ${sql(schema)}.validator_eras
  where total is not null and not elected and upper_inf(_block_range)`;

/** Claims of an exposure that more than 64 stand behind. */
const clippedPaid: Count = (sql, schema) => sql`
  select count(distinct (r.validator, r.era))::int as count from ${sql(schema)}.reward_payments r
  join ${sql(schema)}.guarantor_eras g on g.era = r.era and g.stash = r.validator and g.clipped
    and upper_inf(g._block_range)
  where upper_inf(r._block_range)`;

/** Claims of an era whose fee was raised to everything. */
const wholePaid: Count = (sql, schema) => sql`
  select count(*)::int as count from (
    select from ${sql(schema)}.validator_eras v
    where v.total is not null and exists (
      select from ${sql(schema)}.reward_payments r
      where r.validator = v.stash and r.era = v.era and upper_inf(r._block_range))
    group by v.id having count(distinct v.guarantee_fee_perbill) > 1) as fees`;

/** What stakes may come to that a chain should show somewhere. */
export const DESK_MILESTONES: readonly Milestone[] = [
  { name: 'guarantor beyond the 64', count: clipped },
  { name: 'payout beside guarantors beyond the 64', count: clippedPaid },
  { name: 'era fee of 100 % by rule', count: wholeByRule },
  { name: 'payout at 100 % by rule', count: wholePaid },
  { name: 'era lost unclaimed', count: lost },
  { name: 'deferred slash taken', count: deferred },
  { name: 'deferred slash cancelled', count: cancelled },
  { name: 'several claims at once', count: batched },
  { name: 'reward of no named claim', count: unnamed },
  { name: 'candidate without a seat', count: waiting },
];
