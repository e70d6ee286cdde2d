import { asOf, type Scope } from '../database/sql';

/** A closed era and the sweep whose stake limits its snapshot took. */
export interface EraSweepRow {
  era: number;
  plannedAtBlock: number;
  startBlock: number;
  endBlock: number;
  totalStake: string;
  stakingPayout: string;
  slot: number;
  sweepStartBlock: number;
  sweepEndBlock: number;
  totalWorkload: string;
  totalStakeLimit: string;
}

/** Eras of a range that have closed and whose snapshot the index saw after a sweep, oldest first. */
export const eraSweeps = (scope: Scope, fromEra: number, toEra: number): Promise<EraSweepRow[]> => {
  const { sql } = scope;
  return sql<EraSweepRow[]>`
    select e.era, e.planned_at_block, e.start_block, e.end_block, e.total_stake, e.staking_payout, s.slot,
      s.sweep_start_block, s.sweep_end_block, s.judged_free + s.judged_spower as total_workload, s.total_stake_limit
    from era_stats e cross join lateral (
      select * from slot_summaries x where x.slot < e.planned_at_block and x.sweep_end_block <= e.planned_at_block
      order by x.slot desc, x.sweep_end_block desc limit 1) s
    where e.era between ${fromEra} and ${toEra} and e.planned_at_block is not null and e.start_block is not null
      and e.end_block is not null and e.total_stake is not null and e.staking_payout is not null and ${asOf(scope, 'e')}
    order by e.era`;
};

/** The newest closed era in the view. */
export const lastClosedEra = async (scope: Scope): Promise<number | null> => {
  const { sql } = scope;
  const [row] = await sql<{ era: number | null }[]>`
    select max(e.era) as era from era_stats e where e.end_block is not null and ${asOf(scope, 'e')}`;
  return row?.era ?? null;
};

export interface CandidateRow {
  era: number;
  stash: string;
  own: string;
  stakeLimit: string;
  /** it was in Validators when the sweep ended, so that the sweep wrote its limit */
  swept: boolean;
  guaranteeFeePerbill: number;
}

/**
 * Who stood at the snapshots of some eras, each with what was behind it: Validators, ledgers and votes of the parent
 * block, since the block's own calls come after the snapshot; limits of the block, since a sweep may end in it just before.
 */
export const candidatesOf = (scope: Scope, eras: readonly EraSweepRow[]): Promise<CandidateRow[]> => {
  const { sql } = scope;
  return sql<CandidateRow[]>`
    select p.era, v.id as stash, coalesce(l.active, 0) as own, coalesce(k.limit, 0) as stake_limit,
      exists (select 1 from validators w
        where w.id = v.id and w._block_range @> (p.sweep_end - 1)::bigint) as swept, v.guarantee_fee_perbill
    from ${rangesOf(scope, eras)}
    join validators v on v._block_range @> (p.block - 1)::bigint
    left join bondeds b on b.id = v.id and b._block_range @> (p.block - 1)::bigint
    left join ledgers l on l.id = b.controller and l._block_range @> (p.block - 1)::bigint
    left join stake_limits k on k.id = v.id and k._block_range @> p.block::bigint
    where exists (select 1 from validators w where w.id = v.id and w._block_range @> p.block::bigint)
      or exists (select 1 from validator_eras w where w.era = p.era and w.stash = v.id and w.total is not null)`;
};

export interface VoteRow {
  era: number;
  stash: string;
  guarantor: string;
  value: string;
}

export const votesOf = (scope: Scope, eras: readonly EraSweepRow[]): Promise<VoteRow[]> => {
  const { sql } = scope;
  return sql<VoteRow[]>`
    select p.era, g.validator as stash, g.guarantor, g.value from ${rangesOf(scope, eras)}
    join guarantees g on g._block_range @> (p.block - 1)::bigint`;
};

/** What the owner's row of each era says, and the fees it asked for while the era was active. */
export interface OwnerEraRow {
  era: number;
  total: string | null;
  guaranteeFeePerbill: number | null;
  authoringPayout: string | null;
  saidWhileActive: number[];
}

export const ownerEras = (scope: Scope, eras: readonly EraSweepRow[], owner: string): Promise<OwnerEraRow[]> => {
  const { sql } = scope;
  return sql<OwnerEraRow[]>`
    select p.era, v.total, v.guarantee_fee_perbill, v.authoring_payout,
      (select coalesce(jsonb_agg(w.guarantee_fee_perbill), '[]') from validators w where w.id = ${owner}
        and lower(w._block_range) >= p.start and lower(w._block_range) < p.end_block) as said_while_active
    from ${rangesOf(scope, eras)}
    left join validator_eras v on v.era = p.era and v.stash = ${owner} and ${asOf(scope, 'v')}`;
};

const rangesOf = ({ sql }: Scope, eras: readonly EraSweepRow[]) => {
  const column = (of: (era: EraSweepRow) => number) => eras.map(of);
  return sql`unnest(${column((e) => e.era)}::int[], ${column((e) => e.plannedAtBlock)}::int[],
    ${column((e) => e.sweepEndBlock)}::int[], ${column((e) => e.startBlock)}::int[],
    ${column((e) => e.endBlock)}::int[]) p(era, block, sweep_end, start, end_block)`;
};
