import { asOf, keyArray, type Scope } from '../database/sql';
import { snapshotEra } from '../validator/sql';

/** All that the table of candidates is made of: one statement for each kind of row, whatever their number. */

export interface CandidateFacts {
  stash: string;
  name: string | null;
  /** null: it does not stand for election */
  guaranteeFeePerbill: number | null;
  ownStake: string;
  stakeLimit: string | null;
  memberCount: number;
  claimedEras: number[];
  /** of the newest snapshot */
  elected: boolean;
  slashCount: number;
  slashed: string;
  /** reported, not taken yet: how many, and what it will pay itself */
  waitingSlashCount: number;
  waitingSlashed: string;
}

/** Everybody who stands for election, and those of the newest snapshot who do no more. */
export const candidateFacts = (scope: Scope): Promise<CandidateFacts[]> => {
  const { sql } = scope;
  return sql<CandidateFacts[]>`
    with newest as materialized (
      select e.stash, e.elected from validator_eras e where e.era = ${snapshotEra(scope)} and ${asOf(scope, 'e')}
        and (e.total is not null or e.elected))
    select a.stash, n.identity_display as name, v.guarantee_fee_perbill, coalesce(l.active, 0) as own_stake,
      m."limit" as stake_limit, coalesce(o.member_count, 0) as member_count,
      coalesce(l.claimed_rewards, '[]'::jsonb) as claimed_eras, coalesce(e.elected, false) as elected,
      coalesce(s.n, 0)::int as slash_count, coalesce(s.amount, 0) as slashed,
      coalesce(u.n, 0)::int as waiting_slash_count, coalesce(u.amount, 0) as waiting_slashed
    from (select x.id as stash from validators x where ${asOf(scope, 'x')} union select stash from newest) a
    left join newest e on e.stash = a.stash
    left join validators v on v.id = a.stash and ${asOf(scope, 'v')}
    left join bondeds b on b.id = a.stash and ${asOf(scope, 'b')}
    left join ledgers l on l.id = b.controller and ${asOf(scope, 'l')}
    left join stake_limits m on m.id = a.stash and ${asOf(scope, 'm')}
    left join groups o on o.id = a.stash and ${asOf(scope, 'o')}
    left join accounts n on n.id = a.stash and ${asOf(scope, 'n')}
    left join (select w.stash, count(*) as n, sum(w.amount) as amount from slash_records w where ${asOf(scope, 'w')}
      group by w.stash) s on s.stash = a.stash
    left join (select d.validator, count(*) as n, sum(d.own) as amount from unapplied_slashes d where ${asOf(scope, 'd')}
      group by d.validator) u on u.validator = a.stash`;
};

export interface VoteFacts {
  stash: string;
  guarantor: string;
  value: string;
}

export const voteFacts = (scope: Scope): Promise<VoteFacts[]> => {
  const { sql } = scope;
  return sql<VoteFacts[]>`
    select g.validator as stash, g.guarantor, g.value from guarantees g where ${asOf(scope, 'g')}`;
};

export interface ClosedEra {
  era: number;
  /** hash of the block that closed it: after a fork the same era may have closed otherwise */
  endHash: string;
  pruned: boolean;
  totalStake: string;
  stakingPayout: string;
}

/** The newest closed eras, newest first. */
export const closedEras = (scope: Scope, most: number): Promise<ClosedEra[]> => {
  const { sql } = scope;
  return sql<ClosedEra[]>`
    select e.era, k.hash as end_hash, e.pruned_at_block is not null as pruned, coalesce(e.total_stake, 0) as total_stake,
      coalesce(e.staking_payout, 0) as staking_payout
    from era_stats e join blocks k on k.number = e.end_block
    where ${asOf(scope, 'e')} order by e.era desc limit ${most}`;
};

export interface NodeEraFacts {
  era: number;
  stash: string;
  total: string | null;
  nominalTotal: string | null;
  authoringPayout: string | null;
  guaranteeFeePerbill: number | null;
  elected: boolean;
}

export const nodeEraFacts = (scope: Scope, eras: readonly number[]): Promise<NodeEraFacts[]> => {
  const { sql } = scope;
  return sql<NodeEraFacts[]>`
    select v.era, v.stash, v.total, v.nominal_total, v.authoring_payout, v.guarantee_fee_perbill, v.elected
    from validator_eras v where v.era = any(${keyArray(sql, eras.map(String), 'int')}::int[]) and ${asOf(scope, 'v')}`;
};

export interface SlotBatch {
  /** of this version of the row: after a fork the same block may have judged otherwise */
  id: string;
  slot: number;
  block: number;
  roster: string;
}

/** Which blocks judged which slots: of a slot judged twice both, in the order of their blocks. */
export const batchesFrom = (scope: Scope, fromSlot: number): Promise<SlotBatch[]> => {
  const { sql } = scope;
  return sql<SlotBatch[]>`
    select b._id::text as id, b.slot, b.block, b.roster from sweep_batches b where b.slot >= ${fromSlot} and ${asOf(scope, 'b')}
    order by b.slot, b.block`;
};

export interface JudgedBatch extends SlotBatch {
  verdicts: string;
}

export const verdictsOf = (scope: Scope, blocks: readonly number[]): Promise<JudgedBatch[]> => {
  const { sql } = scope;
  return sql<JudgedBatch[]>`
    select b._id::text as id, b.slot, b.block, b.roster, b.verdicts from sweep_batches b
    where b.block = any(${keyArray(sql, blocks.map(String), 'int')}::int[]) and ${asOf(scope, 'b')}`;
};

/** The group owner of each number under which sweeps judge a machine; one without a group is its own. */
export const ownersByNumber = (scope: Scope): Promise<{ number: number; owner: string }[]> => {
  const { sql } = scope;
  return sql<{ number: number; owner: string }[]>`
    select p.number, coalesce(p.owner, p.account) as owner from reporters p where p.pub_key is null`;
};
