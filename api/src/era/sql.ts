import type { Fragment } from '../database/database';
import { asOf, byId, type List, orderBy, type Scope, tableSource } from '../database/sql';

export interface EraRow {
  id: string;
  era: number;
  startSession: number | null;
  totalStake: string | null;
  stakingPayout: string | null;
  marketPayout: string | null;
  rewardPoints: number | null;
  prunedAtBlock: number | null;
  plannedAtBlock: number | null;
  startBlock: number | null;
  startTime: string | null;
  endBlock: number | null;
  endTime: string | null;
  authoringTotal: string | null;
  stakingTotal: string | null;
  issuance: string | null;
  electedCount: number | null;
  sinceBlock: number;
}

export const eras: List<EraRow> = {
  name: 'eras',
  source: tableSource(
    'era_stats',
    `id, era, start_session, total_stake, staking_payout, market_payout, reward_points, pruned_at_block,
     planned_at_block, start_block, start_time, end_block, end_time, authoring_total, staking_total, issuance,
     elected_count`,
  ),
  ordering: orderBy('newest', 'desc', 'era'),
};

/** `started` true = eras that have begun, false = those to come. */
export const eraConditions = ({ sql }: Scope, started: boolean | null | undefined): Fragment[] =>
  started == null ? [] : [sql`(t.start_block is not null or t.end_block is not null) = ${started}`];

export interface ValidatorEraRow {
  id: string;
  era: number;
  stash: string;
  total: string | null;
  own: string | null;
  guaranteeFeePerbill: number | null;
  authoringPayout: string | null;
  points: number | null;
  elected: boolean;
  stakeLimitAtSnapshot: string | null;
  nominalTotal: string | null;
  nominalOwn: string | null;
  sinceBlock: number;
}

export const validatorEras: List<ValidatorEraRow> = {
  name: 'validatorEras',
  source: (scope) =>
    scope.sql`select y.*, coalesce(y.total, 0) as sort_total, coalesce(y.points, 0) as sort_points,
      coalesce(y.authoring_payout, 0) as sort_authoring from (${tableSource(
        'validator_eras',
        `id, era, stash, total, own, guarantee_fee_perbill, authoring_payout, points, elected, stake_limit_at_snapshot,
         nominal_total, nominal_own`,
      )(scope)}) y`,
  ordering: byId,
};

/** Newest era first; for the history of one validator. */
export const validatorErasNewest = orderBy('newest', 'desc', 'era', ['id', 'text']);

export const validatorEraConditions = (
  { sql }: Scope,
  filter: { era?: number | null; stash?: string | null },
): Fragment[] => [
  ...(filter.era == null ? [] : [sql`t.era = ${filter.era}`]),
  ...(filter.stash == null ? [] : [sql`t.stash = ${filter.stash}`]),
];

/** The newest exposure of each stash. */
export const lastValidatorEras = async (
  scope: Scope,
  stashes: readonly string[],
): Promise<Map<string, ValidatorEraRow>> => {
  const { sql } = scope;
  const rows = await sql<ValidatorEraRow[]>`
    select distinct on (t.stash) t.* from (${validatorEras.source(scope)}) t
    where t.stash = any(${stashes as string[]}::text[]) and t.total is not null order by t.stash, t.era desc`;
  return new Map(rows.map((row) => [row.stash, row]));
};

export interface GuarantorEraRow {
  id: string;
  era: number;
  stash: string;
  guarantor: string;
  position: number;
  value: string;
  clipped: boolean;
  nominal: string | null;
  validatorEraId: string;
}

export const guarantorEras: List<GuarantorEraRow> = {
  name: 'guarantorEras',
  source: tableSource(
    'guarantor_eras',
    `id, era, stash, guarantor, position, value, clipped, nominal, era || '-' || stash as validator_era_id`,
  ),
  ordering: byId,
};

/**
 * Exposures of one (era, validator), in the chain's order. Joined through the validator's row so that the era's index
 * on both tables can be used.
 */
export const exposures: List<GuarantorEraRow> = {
  name: 'exposures',
  source: (scope) => {
    const { sql } = scope;
    return sql`select g.id, g.era, g.stash, g.guarantor, g.position, g.value, g.clipped, g.nominal,
        v.id as validator_era_id
      from validator_eras v join guarantor_eras g on g.era = v.era and g.stash = v.stash and ${asOf(scope, 'g')}
      where ${asOf(scope, 'v')}`;
  },
  ordering: orderBy('position', 'asc', 'position', ['id', 'text']),
};

export const guarantorErasNewest = orderBy('newest', 'desc', 'era', ['id', 'text']);

export const guarantorEraConditions = (
  { sql }: Scope,
  filter: { era?: number | null; stash?: string | null; guarantor?: string | null },
): Fragment[] => [
  ...(filter.era == null ? [] : [sql`t.era = ${filter.era}`]),
  ...(filter.stash == null ? [] : [sql`t.stash = ${filter.stash}`]),
  ...(filter.guarantor == null ? [] : [sql`t.guarantor = ${filter.guarantor}`]),
];

export interface RewardRow {
  id: string;
  stash: string;
  validator: string | null;
  era: number | null;
  amount: string;
  block: number;
  extrinsicIndex: number | null;
  eventIndex: number;
  time: string;
}

export const rewards: List<RewardRow> = {
  name: 'rewards',
  source: tableSource(
    'reward_payments',
    'id, stash, validator, era, amount, block, extrinsic_index, event_index, time',
  ),
  ordering: orderBy('newest', 'desc', 'block', 'event_index'),
};

export interface RewardFilter {
  stash?: string | null;
  validator?: string | null;
  era?: number | null;
  fromBlock?: number | null;
  toBlock?: number | null;
}

export const rewardConditions = ({ sql }: Scope, filter: RewardFilter): Fragment[] => [
  ...(filter.stash == null ? [] : [sql`t.stash = ${filter.stash}`]),
  ...(filter.validator == null ? [] : [sql`t.validator = ${filter.validator}`]),
  ...(filter.era == null ? [] : [sql`t.era = ${filter.era}`]),
  ...(filter.fromBlock == null ? [] : [sql`t.block >= ${filter.fromBlock}`]),
  ...(filter.toBlock == null ? [] : [sql`t.block <= ${filter.toBlock}`]),
];

/** Sum of the payments seen for each era, pico-CRU as decimal text. */
export const paidTotals = async (scope: Scope, eraNumbers: readonly string[]): Promise<Map<string, string>> => {
  const { sql } = scope;
  const rows = await sql<{ era: number; paid: string }[]>`
    select t.era, sum(t.amount) as paid from (${rewards.source(scope)}) t
    where t.era = any(${eraNumbers as string[]}::int[]) group by t.era`;
  return new Map(rows.map(({ era, paid }) => [String(era), paid]));
};

/** Ids era-stash whose rewards have been claimed: listed in the ledger, or paid in a claim the index saw. */
export const claimedEras = async (scope: Scope, ids: readonly string[]): Promise<Map<string, boolean>> => {
  const { sql } = scope;
  const rows = await sql<{ id: string; claimed: boolean }[]>`
    select v.id, (exists (select 1 from ledgers l where l.stash = v.stash and l.claimed_rewards @> to_jsonb(v.era)
        and ${asOf(scope, 'l')})
      or exists (select 1 from reward_payments p where p.validator = v.stash and p.era = v.era
        and ${asOf(scope, 'p')})) as claimed
    from validator_eras v where v.id = any(${ids as string[]}::text[]) and ${asOf(scope, 'v')}`;
  return new Map(rows.map(({ id, claimed }) => [id, claimed]));
};
