import { authoringSharePerbill, type PoolParts, poolParts, stakingRatioPermill } from '@moho/protocol';
import { builder } from '../builder';
import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import { asOf, keyArray, type Scope } from '../database/sql';
import type { Seen } from '../database/view';
import type { EraRow } from './sql';

interface PoolRow {
  id: string;
  issuance: string;
  startRewardEra: number;
  usedFeeReductionQuota: string;
  electedCount: number;
}

const eraPools = async (scope: Scope, ids: readonly string[]): Promise<Map<string, PoolRow>> => {
  const { sql } = scope;
  const rows = await sql<PoolRow[]>`
    select p.id, p.issuance, p.start_reward_era, p.used_fee_reduction_quota, p.elected_count from era_pools p
    where p.id = any(${keyArray(sql, ids)}::text[]) and ${asOf(scope, 'p')}`;
  return new Map(rows.map((row) => [row.id, row]));
};

/** How an ended era's pool came about. */
export interface PoolNode extends PoolParts {
  issuance: string;
  authoringSharePerbill: bigint;
  stakingRatioPermill: bigint;
}

/** Null until the era has ended, and for one whose end the index did not see. */
export const loadPool = async (ctx: Context, e: Seen<EraRow>): Promise<PoolNode | null> => {
  const row = await loadKeyed(ctx, 'eraPool', e.view, e.id, eraPools);
  if (row === null) return null;
  const issuance = BigInt(row.issuance);
  const eraTotalStakes = BigInt(e.totalStake ?? 0);
  const input = {
    era: e.era,
    issuance,
    eraTotalStakes,
    startRewardEra: row.startRewardEra,
    marketPayout: BigInt(e.marketPayout ?? 0),
    usedFeeReductionQuota: BigInt(row.usedFeeReductionQuota),
    electedCount: row.electedCount,
  };
  return {
    ...poolParts(input, ctx.profile),
    issuance: row.issuance,
    authoringSharePerbill: authoringSharePerbill(row.electedCount),
    stakingRatioPermill: stakingRatioPermill(eraTotalStakes, issuance),
  };
};

export const EraPoolRef = builder.objectRef<PoolNode>('EraPool').implement({
  description: 'How an ended era’s pool came about, counted from the state the chain counted it from.',
  fields: (t) => ({
    year: t.exposeInt('year', { nullable: true, description: 'full years since rewards began; null before' }),
    yearlyBase: t.expose('yearlyBase', { type: 'BigInt', description: 'of a whole year: the schedule or its floor' }),
    yearlyExtra: t.expose('yearlyExtra', {
      type: 'BigInt',
      description: 'of a whole year: what a low staking ratio adds from year 4 on',
    }),
    gpos: t.expose('gpos', { type: 'BigInt', description: 'newly issued for the era' }),
    market: t.expose('market', { type: 'BigInt', description: 'from burnt staking pots' }),
    usedFeeReductionQuota: t.expose('usedFeeReductionQuota', { type: 'BigInt', description: 'taken off the pool' }),
    pool: t.expose('pool', { type: 'BigInt' }),
    authoring: t.expose('authoring', { type: 'BigInt' }),
    staking: t.expose('staking', { type: 'BigInt' }),
    authoringSharePerbill: t.expose('authoringSharePerbill', { type: 'BigInt' }),
    issuance: t.expose('issuance', { type: 'BigInt', description: 'before the staking pot was burnt' }),
    stakingRatioPermill: t.expose('stakingRatioPermill', {
      type: 'BigInt',
      description: 'effective stake of all in parts of a million of the issuance',
    }),
  }),
});
