import { CLAIM_ERAS } from '@moho/protocol';
import type { Fragment } from '../database/database';
import { asOf, keyArray, type Scope } from '../database/sql';

/** A closed era of a validator that nobody has claimed yet and anyone still can. */
export interface OutstandingRow {
  /** era-stash */
  id: string;
  era: number;
  stash: string;
  /** Staking.CurrentEra: the newest era whose snapshot was taken */
  currentEra: number;
  activeEra: number | null;
  activeSince: string | null;
  /** ErasStakers total; null: no exposure, the era brought it an authoring payout alone */
  exposureTotal: string | null;
  guaranteeFeePerbill: number | null;
  authoringPayout: string | null;
  eraTotalStakes: string | null;
  stakingPayout: string;
}

/** Whose eras are asked for; null asks for all. */
export interface OutstandingFilter {
  validators: readonly string[] | null;
  /** the validator itself, or anybody in its exposure */
  account: string | null;
}

/** Every outstanding era of the view, the one lost first at the head (protocol's `claimState`, OUTSTANDING). */
export const outstanding = (scope: Scope, { validators, account }: OutstandingFilter): Fragment => {
  const { sql } = scope;
  return sql`select v.id, v.era, v.stash, c.*, v.total as exposure_total,
      v.guarantee_fee_perbill, v.authoring_payout, e.total_stake as era_total_stakes, e.staking_payout
    from (select max(n.era) as current_era, max(n.era) filter (where n.start_block is not null) as active_era,
        max(n.start_time) as active_since
      from era_stats n where n.planned_at_block is not null and ${asOf(scope, 'n')}) c
    join era_stats e on e.era >= c.current_era - ${CLAIM_ERAS}::int and e.staking_payout is not null
      and e.pruned_at_block is null and ${asOf(scope, 'e')}
    join validator_eras v on v.era = e.era and (v.total is not null or v.authoring_payout is not null)
      and ${asOf(scope, 'v')}
    join bondeds b on b.id = v.stash and ${asOf(scope, 'b')}
    join ledgers l on l.id = b.controller and not l.claimed_rewards @> to_jsonb(v.era) and ${asOf(scope, 'l')}
    where ${validators === null ? sql`true` : sql`v.stash = any(${keyArray(sql, validators)}::text[])`}
      and ${
        account === null
          ? sql`true`
          : sql`(v.stash = ${account} or exists (select 1 from guarantor_eras g
              where g.guarantor = ${account} and g.era = v.era and g.stash = v.stash and ${asOf(scope, 'g')}))`
      }
    order by v.era, v.stash`;
};

/** A guarantor in the exposure of a validator's era. */
export interface ClaimVoteRow {
  guarantor: string;
  value: string;
  clipped: boolean;
  bonded: boolean;
}

/** Those behind some eras of validators (or one of them), by the era's id, in the chain's order; bonded as of the view. */
export const claimVotes = async (
  scope: Scope,
  ids: readonly string[],
  account: string | null = null,
): Promise<Map<string, ClaimVoteRow[]>> => {
  const { sql } = scope;
  const rows = await sql<(ClaimVoteRow & { id: string })[]>`
    select k.id, g.guarantor, g.value, g.clipped,
      exists (select 1 from bondeds b where b.id = g.guarantor and ${asOf(scope, 'b')}) as bonded
    from unnest(${keyArray(sql, ids)}) k(id)
    join guarantor_eras g on g.era = split_part(k.id, '-', 1)::int and g.stash = split_part(k.id, '-', 2)
      and ${account === null ? sql`true` : sql`g.guarantor = ${account}`} and ${asOf(scope, 'g')}
    order by k.id, g.position`;
  const found = new Map<string, ClaimVoteRow[]>();
  for (const { id, ...row } of rows) {
    const votes = found.get(id);
    if (votes === undefined) found.set(id, [row]);
    else votes.push(row);
  }
  return found;
};
