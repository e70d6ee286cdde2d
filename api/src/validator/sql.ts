import type { Fragment } from '../database/database';
import { asOf, byId, type List, orderBy, type Scope, tableSource } from '../database/sql';
import { outstanding } from '../unclaimed/sql';

/** A candidate or any other stash; amounts as decimal text. */
export interface ValidatorRow {
  id: string;
  isCandidate: boolean;
  guaranteeFeePerbill: number | null;
  controller: string | null;
  stakeLimit: string | null;
  ownStake: string;
  guaranteedStake: string;
  totalStake: string;
  effectiveStake: string;
  guarantorCount: number;
  memberCount: number;
  electedLastEra: boolean;
  sinceBlock: number | null;
}

/** The newest era whose snapshot has been taken in the view. */
export const snapshotEra = (scope: Scope): Fragment => {
  const { sql } = scope;
  return sql`(select max(n.era) from validator_eras n where n.total is not null and ${asOf(scope, 'n')})`;
};

const validatorRows = (scope: Scope, stashes: Fragment): Fragment => {
  const { sql } = scope;
  return sql`with asked as materialized (${stashes})
    select y.*, coalesce(y.stake_limit, -1) as sort_limit,
      least(y.total_stake, coalesce(y.stake_limit, 0)) as effective_stake from (
      select a.id, v.id is not null as is_candidate, v.guarantee_fee_perbill, b.controller, m."limit" as stake_limit,
        coalesce(l.active, 0) as own_stake, coalesce(g.value, 0) as guaranteed_stake,
        coalesce(l.active, 0) + coalesce(g.value, 0) as total_stake, coalesce(g.n, 0)::int as guarantor_count,
        coalesce(o.member_count, 0) as member_count, coalesce(e.elected, false) as elected_last_era,
        lower(v._block_range)::int as since_block
      from asked a
      left join validators v on v.id = a.id and ${asOf(scope, 'v')}
      left join bondeds b on b.id = a.id and ${asOf(scope, 'b')}
      left join ledgers l on l.id = b.controller and ${asOf(scope, 'l')}
      left join stake_limits m on m.id = a.id and ${asOf(scope, 'm')}
      left join groups o on o.id = a.id and ${asOf(scope, 'o')}
      left join validator_eras e on e.id = ${snapshotEra(scope)} || '-' || a.id and ${asOf(scope, 'e')}
      left join (select w.validator, sum(w.value) as value, count(*) as n from guarantees w
        where w.validator in (select id from asked) and ${asOf(scope, 'w')} group by w.validator) g on g.validator = a.id
    ) y`;
};

export const validators: List<ValidatorRow> = {
  name: 'validators',
  source: (scope) => validatorRows(scope, scope.sql`select x.id from validators x where ${asOf(scope, 'x')}`),
  ordering: byId,
};

export const validatorsById = async (scope: Scope, ids: readonly string[]): Promise<Map<string, ValidatorRow>> => {
  const { sql } = scope;
  const rows = await sql<ValidatorRow[]>`${validatorRows(scope, sql`select unnest(${ids as string[]}::text[]) as id`)}`;
  return new Map(rows.map((row) => [row.id, row]));
};

export interface ValidatorFilter {
  elected?: boolean | null;
  minGuaranteeFeePerbill?: number | null;
  /** fewer guarantors than are rewarded */
  hasRoom?: boolean | null;
  text?: string | null;
}

/** `text` matches the start of an address or a part of a display name. */
export const validatorConditions = (scope: Scope, filter: ValidatorFilter, capacity: number): Fragment[] => {
  const { sql } = scope;
  return [
    ...(filter.elected == null ? [] : [sql`t.elected_last_era = ${filter.elected}`]),
    ...(filter.minGuaranteeFeePerbill == null
      ? []
      : [sql`t.guarantee_fee_perbill >= ${filter.minGuaranteeFeePerbill}`]),
    ...(filter.hasRoom == null ? [] : [sql`(t.guarantor_count < ${capacity}) = ${filter.hasRoom}`]),
    ...(filter.text == null
      ? []
      : [
          sql`(starts_with(t.id, ${filter.text}) or exists (select 1 from accounts n where n.id = t.id
            and strpos(lower(n.identity_display), lower(${filter.text})) > 0 and ${asOf(scope, 'n')}))`,
        ]),
  ];
};

export interface BondedRow {
  id: string;
  controller: string;
  sinceBlock: number;
}

export const bonded: List<BondedRow> = {
  name: 'bonded',
  source: tableSource('bondeds', 'id, controller'),
  ordering: byId,
};

export interface LedgerRow {
  id: string;
  stash: string;
  total: string;
  active: string;
  unlocking: string;
  claimedRewards: number[];
  sinceBlock: number;
}

export const ledgers: List<LedgerRow> = {
  name: 'ledgers',
  source: tableSource('ledgers', 'id, stash, total, active, unlocking, claimed_rewards'),
  ordering: byId,
};

export interface StakeLimitRow {
  id: string;
  limit: string;
  sinceBlock: number;
}

export const stakeLimits: List<StakeLimitRow> = {
  name: 'stakeLimits',
  source: tableSource('stake_limits', 'id, "limit"'),
  ordering: byId,
};

export interface SlashRow {
  id: string;
  stash: string;
  amount: string;
  block: number;
  eventIndex: number;
  time: string;
}

export const slashes: List<SlashRow> = {
  name: 'slashes',
  source: tableSource('slash_records', 'id, stash, amount, block, event_index, time'),
  ordering: orderBy('newest', 'desc', 'block', 'event_index'),
};

export const slashConditions = ({ sql }: Scope, stash: string | null | undefined): Fragment[] =>
  stash == null ? [] : [sql`t.stash = ${stash}`];

/** Closed eras of each stash that nobody has claimed and anyone still can, oldest first. */
export const unclaimedEras = async (scope: Scope, stashes: readonly string[]): Promise<Map<string, number[]>> => {
  const { sql } = scope;
  const rows = await sql<{ stash: string; eras: number[] }[]>`
    select t.stash, json_agg(t.era order by t.era) as eras
    from (${outstanding(scope, { validators: stashes, account: null })}) t group by t.stash`;
  return new Map(rows.map(({ stash, eras }) => [stash, eras]));
};
