import type { CandidateVersion } from '@moho/protocol';
import type postgres from 'postgres';

/** Stakes, eras and rewards as the tables have them: what the comparison asks them directly. */

type Sql = postgres.Sql;
const big = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

export interface PaymentRow {
  block: number;
  eventIndex: number;
  extrinsicIndex: number | null;
  stash: string;
  validator: string | null;
  era: number | null;
  amount: bigint;
}

/** Every reward that was paid, in the order of the events. */
export const paymentRows = async (sql: Sql, schema: string): Promise<PaymentRow[]> => {
  const rows = await sql<(Omit<PaymentRow, 'amount'> & { amount: string })[]>`
    select block, event_index as "eventIndex", extrinsic_index as "extrinsicIndex", stash, validator, era,
      amount::text as amount
    from ${sql(schema)}.reward_payments where upper_inf(_block_range) order by block, event_index`;
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
};

export interface EraRow {
  era: number;
  plannedAtBlock: number | null;
  startBlock: number | null;
  totalStake: bigint | null;
  stakingPayout: bigint | null;
  marketPayout: bigint | null;
  authoringTotal: bigint | null;
  stakingTotal: bigint | null;
  rewardPoints: number | null;
}

const ERA_AMOUNTS = ['totalStake', 'stakingPayout', 'marketPayout', 'authoringTotal', 'stakingTotal'] as const;

export const eraRows = async (sql: Sql, schema: string): Promise<Map<number, EraRow>> => {
  const rows = await sql<
    (Record<(typeof ERA_AMOUNTS)[number], string | null> & Omit<EraRow, (typeof ERA_AMOUNTS)[number]>)[]
  >`
    select era, planned_at_block as "plannedAtBlock", start_block as "startBlock", total_stake::text as "totalStake",
      staking_payout::text as "stakingPayout", market_payout::text as "marketPayout",
      authoring_total::text as "authoringTotal", staking_total::text as "stakingTotal", reward_points as "rewardPoints"
    from ${sql(schema)}.era_stats where upper_inf(_block_range) order by era`;
  return new Map(
    rows.map((row) => [
      row.era,
      {
        ...row,
        totalStake: big(row.totalStake),
        stakingPayout: big(row.stakingPayout),
        marketPayout: big(row.marketPayout),
        authoringTotal: big(row.authoringTotal),
        stakingTotal: big(row.stakingTotal),
      },
    ]),
  );
};

export interface GuarantorRow {
  guarantor: string;
  value: bigint;
  clipped: boolean;
  nominal: bigint | null;
}

export interface ValidatorRow {
  era: number;
  stash: string;
  total: bigint | null;
  own: bigint | null;
  guaranteeFeePerbill: bigint | null;
  authoringPayout: bigint | null;
  points: number | null;
  elected: boolean;
  stakeLimit: bigint | null;
  nominalOwn: bigint | null;
  /** in the order of the exposure */
  guarantors: GuarantorRow[];
}

export const keyOf = (era: number, stash: string): string => `${era}-${stash}`;

/** Every validator and candidate of every era with its guarantors. */
export const validatorRows = async (sql: Sql, schema: string): Promise<Map<string, ValidatorRow>> => {
  const rows = await sql<
    {
      era: number;
      stash: string;
      total: string | null;
      own: string | null;
      fee: string | null;
      authoring: string | null;
      points: number | null;
      elected: boolean;
      limit: string | null;
      nominal: string | null;
    }[]
  >`
    select era, stash, total::text as total, own::text as own, guarantee_fee_perbill::text as fee,
      authoring_payout::text as authoring, points, elected, stake_limit_at_snapshot::text as limit,
      nominal_own::text as nominal
    from ${sql(schema)}.validator_eras where upper_inf(_block_range) order by era, stash`;
  const found = new Map<string, ValidatorRow>(
    rows.map(({ era, stash, points, elected, ...row }) => [
      keyOf(era, stash),
      {
        era,
        stash,
        points,
        elected,
        total: big(row.total),
        own: big(row.own),
        guaranteeFeePerbill: big(row.fee),
        authoringPayout: big(row.authoring),
        stakeLimit: big(row.limit),
        nominalOwn: big(row.nominal),
        guarantors: [],
      },
    ]),
  );
  const votes = await sql<
    { era: number; stash: string; guarantor: string; value: string; clipped: boolean; nominal: string | null }[]
  >`
    select era, stash, guarantor, value::text as value, clipped, nominal::text as nominal
    from ${sql(schema)}.guarantor_eras where upper_inf(_block_range) order by era, stash, position`;
  for (const { era, stash, guarantor, value, clipped, nominal } of votes)
    found.get(keyOf(era, stash))?.guarantors.push({ guarantor, value: BigInt(value), clipped, nominal: big(nominal) });
  return found;
};

export interface PoolRow {
  era: number;
  block: number;
  issuance: bigint;
  startRewardEra: number;
  usedFeeReductionQuota: bigint;
  electedCount: number;
}

export const poolRows = async (sql: Sql, schema: string): Promise<Map<number, PoolRow>> => {
  const rows = await sql<
    (Omit<PoolRow, 'issuance' | 'usedFeeReductionQuota'> & { issuance: string; usedFeeReductionQuota: string })[]
  >`
    select era, block, issuance::text as issuance, start_reward_era as "startRewardEra",
      used_fee_reduction_quota::text as "usedFeeReductionQuota", elected_count as "electedCount"
    from ${sql(schema)}.era_pools where upper_inf(_block_range) order by era`;
  return new Map(
    rows.map((row) => [
      row.era,
      { ...row, issuance: BigInt(row.issuance), usedFeeReductionQuota: BigInt(row.usedFeeReductionQuota) },
    ]),
  );
};

export interface ElectionRow {
  era: number;
  block: number;
  validatorCount: number;
  minimumValidatorCount: number;
  whitelist: string[] | null;
}

export const electionRows = (sql: Sql, schema: string): Promise<ElectionRow[]> => sql<ElectionRow[]>`
  select era, block, validator_count as "validatorCount", minimum_validator_count as "minimumValidatorCount", whitelist
  from ${sql(schema)}.era_elections where upper_inf(_block_range) order by era`;

interface VersionRow {
  id: string;
  from: number;
  until: number | null;
}

/** Every version of a row for each id, oldest first. */
const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  return found;
};

/** When each stash was bonded. */
export const bondedVersions = async (sql: Sql, schema: string): Promise<Map<string, VersionRow[]>> =>
  byId(
    await sql<VersionRow[]>`
      select id, lower(_block_range)::int as from, upper(_block_range)::int as until
      from ${sql(schema)}.bondeds order by id, 2`,
  );

/** When each candidate stood, and for which fee. */
export const candidateVersions = async (
  sql: Sql,
  schema: string,
): Promise<Map<string, (CandidateVersion & { id: string })[]>> => {
  const rows = await sql<(VersionRow & { fee: string })[]>`
    select id, lower(_block_range)::int as from, upper(_block_range)::int as until, guarantee_fee_perbill::text as fee
    from ${sql(schema)}.validators order by id, 2`;
  return byId(rows.map(({ fee, ...row }) => ({ ...row, guaranteeFeePerbill: BigInt(fee) })));
};

export interface WaitingRow {
  id: string;
  validator: string;
  own: string;
  others: string;
  reporters: string[];
  payout: string;
}

/** The slashes that wait as of a block. */
export const waitingRows = (sql: Sql, schema: string, at: number): Promise<WaitingRow[]> => sql<WaitingRow[]>`
  select id, validator, own::text as own, others, reporters, payout::text as payout
  from ${sql(schema)}.unapplied_slashes where _block_range @> ${at}::bigint order by era, position`;

export interface WaitingVersion extends WaitingRow {
  era: number;
  from: number;
  until: number | null;
}

/** Every slash that ever waited, and from when to when. */
export const waitingVersions = (sql: Sql, schema: string): Promise<WaitingVersion[]> => sql<WaitingVersion[]>`
  select id, era, validator, own::text as own, others, reporters, payout::text as payout,
    lower(_block_range)::int as from, upper(_block_range)::int as until
  from ${sql(schema)}.unapplied_slashes order by era, position, 8`;

/** Every slash that was taken. */
export const takenRows = (
  sql: Sql,
  schema: string,
): Promise<{ block: number; eventIndex: number; stash: string }[]> => sql`
  select block, event_index as "eventIndex", stash from ${sql(schema)}.slash_records where upper_inf(_block_range)`;

export const specsOfBlocks = async (sql: Sql, schema: string): Promise<Map<number, number>> => {
  const rows = await sql<{ number: number; spec: number }[]>`
    select number, spec_version as spec from ${sql(schema)}.blocks where upper_inf(_block_range)`;
  return new Map(rows.map(({ number, spec }) => [number, spec]));
};
