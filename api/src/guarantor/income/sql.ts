import type { Fragment } from '../../database/database';
import { asOf, keyArray, type List, orderBy, type Scope } from '../../database/sql';

/** A guarantor in one node's exposure of one era, and all its part is told from. */
export interface IncomeRow {
  /** era-stash-guarantor */
  id: string;
  era: number;
  stash: string;
  guarantor: string;
  value: string;
  nominal: string | null;
  clipped: boolean;
  /** it is bonded in the view */
  bonded: boolean;
  currentEra: number;
  activeEra: number | null;
  activeSince: string | null;
  exposureTotal: string | null;
  guaranteeFeePerbill: number | null;
  authoringPayout: string | null;
  eraTotalStakes: string | null;
  /** null until the era has closed */
  stakingPayout: string | null;
  /** the node's ledger lists the era as claimed */
  inLedger: boolean;
  /** a payment of a claim of this era and node was seen */
  claimSeen: boolean;
  nodeBonded: boolean;
  /** what it was paid by a claim; null where none was seen */
  paid: string | null;
}

/** Every era and node a guarantor stood behind. */
export const incomes: List<IncomeRow> = {
  name: 'guarantorIncomes',
  source: (scope) => {
    const { sql } = scope;
    return sql`select g.id, g.era, g.stash, g.guarantor, g.value, g.nominal, g.clipped, c.*, v.total as exposure_total,
        v.guarantee_fee_perbill, v.authoring_payout, e.total_stake as era_total_stakes, e.staking_payout,
        exists (select 1 from bondeds b where b.id = g.guarantor and ${asOf(scope, 'b')}) as bonded,
        l.id is not null as node_bonded,
        coalesce(l.claimed_rewards @> to_jsonb(g.era), false) as in_ledger,
        exists (select 1 from reward_payments p
          where p.validator = g.stash and p.era = g.era and ${asOf(scope, 'p')}) as claim_seen,
        (select sum(p.amount) from reward_payments p where p.validator = g.stash and p.era = g.era
          and p.stash = g.guarantor and ${asOf(scope, 'p')}) as paid
      from guarantor_eras g
      cross join (select max(n.era) as current_era, max(n.era) filter (where n.start_block is not null) as active_era,
          max(n.start_time) as active_since
        from era_stats n where n.planned_at_block is not null and ${asOf(scope, 'n')}) c
      join validator_eras v on v.era = g.era and v.stash = g.stash and ${asOf(scope, 'v')}
      join era_stats e on e.era = g.era and ${asOf(scope, 'e')}
      left join bondeds d on d.id = g.stash and ${asOf(scope, 'd')}
      left join ledgers l on l.id = d.controller and ${asOf(scope, 'l')}
      where ${asOf(scope, 'g')}`;
  },
  ordering: orderBy('newest', 'desc', 'era', ['id', 'text']),
};

/** What a guarantor was paid out of one node's rewards, all eras added. */
export interface PaidByNode {
  validator: string;
  eras: number;
  lastEra: number;
  amount: string;
}

export interface PaidInEra {
  era: number;
  amount: string;
}

const grouped = <Row>(rows: readonly (Row & { key: string })[]): Map<string, Row[]> => {
  const found = new Map<string, Row[]>();
  for (const { key, ...row } of rows) found.set(key, [...(found.get(key) ?? []), row as unknown as Row]);
  return found;
};

/** Payments to some accounts as guarantors: those whose claim is known and was another account's. */
const paidAsGuarantor = (scope: Scope, accounts: readonly string[]): Fragment => {
  const { sql } = scope;
  return sql`select p.stash, p.validator, p.era, p.amount from reward_payments p
    where p.stash = any(${keyArray(sql, accounts)}::text[]) and p.validator is not null and p.validator <> p.stash
      and ${asOf(scope, 'p')}`;
};

/** By guarantor: what each node brought, the most first. */
export const paidByNode = async (scope: Scope, accounts: readonly string[]): Promise<Map<string, PaidByNode[]>> => {
  const { sql } = scope;
  return grouped(
    await sql<(PaidByNode & { key: string })[]>`
      select t.stash as key, t.validator, count(distinct t.era)::int as eras, max(t.era) as last_era,
        sum(t.amount) as amount
      from (${paidAsGuarantor(scope, accounts)}) t group by 1, 2 order by sum(t.amount) desc, t.validator`,
  );
};

const MOST_ERAS = 84;

/** By guarantor: what each of the newest eras brought, oldest first. */
export const paidInEras = async (scope: Scope, accounts: readonly string[]): Promise<Map<string, PaidInEra[]>> => {
  const { sql } = scope;
  return grouped(
    await sql<(PaidInEra & { key: string })[]>`
      select * from (
        select t.stash as key, t.era, sum(t.amount) as amount,
          row_number() over (partition by t.stash order by t.era desc) as place
        from (${paidAsGuarantor(scope, accounts)}) t group by 1, 2) y
      where y.place <= ${MOST_ERAS} order by y.key, y.era`,
  );
};
