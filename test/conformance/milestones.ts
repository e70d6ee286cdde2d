import type postgres from 'postgres';
import { DESK_MILESTONES } from './yield/milestones';

type Sql = postgres.Sql;
interface Count {
  count: number;
}

/** Something hard about files that a simulated chain must come through; a chain without it proves nothing about it. */
export interface Milestone {
  readonly name: string;
  /** how often the index saw it */
  count(sql: Sql, schema: string): PromiseLike<Count[]>;
}

/** One of the newest runtime, which a scenario of the local chain makes sure of. */
interface SeedMilestone extends Milestone {
  readonly scenario: string;
  /** brings so many machines along that it is better played late */
  readonly crowd?: true;
}

const fileEvents =
  (kind: string): Milestone['count'] =>
  (sql, schema) =>
    sql<Count[]>`
    select count(*)::int as count from ${sql(schema)}.file_events
    where kind::text = ${kind} and upper_inf(_block_range)`;

export const SEED_MILESTONES: readonly SeedMilestone[] = [
  { name: 'expiry', scenario: 'expiry', count: fileEvents('CLOSED') },
  { name: 'renewal', scenario: 'renewal-from-prepaid', count: fileEvents('RENEWED') },
  { name: 'illegal file', scenario: 'illegal-live-file', count: fileEvents('ILLEGAL') },
  {
    name: '200-replica cap',
    scenario: 'replica-cap',
    crowd: true,
    count: (sql, schema) => sql<Count[]>`
      select count(distinct id)::int as count from ${sql(schema)}.files where reported_replica_count = 200`,
  },
  {
    name: 'same-owner duplicates',
    scenario: 'same-owner-duplicates',
    count: (sql, schema) => sql<Count[]>`
      select count(*)::int as count from (
        select from ${sql(schema)}.reported_files where is_added and upper_inf(_block_range)
        group by file_id, owner having owner is not null and count(distinct account) > 1) as pairs`,
  },
  { name: 'liquidation', scenario: 'liquidation', count: fileEvents('LIQUIDATED') },
];

/** Specs 1 and 2: a merchant has earned something that it has not cashed. */
export const LEDGERS_REACHED: Milestone = {
  name: "merchant's ledger with a reward",
  count: (sql, schema) => sql<Count[]>`
    select count(distinct id)::int as count from ${sql(schema)}.merchant_ledgers where reward > 0`,
};

/** Spec 17: a file of the older map was ordered again before it moved to the later one. */
export const LATER_REACHED: Milestone = {
  name: 'file in both maps',
  count: (sql, schema) => sql<Count[]>`select count(distinct id)::int as count from ${sql(schema)}.later_files`,
};

/** A sweep visited somebody in more than one block. */
const LONG_SWEEPS: Milestone = {
  name: 'sweep of several blocks',
  count: (sql, schema) => sql<Count[]>`select count(*)::int as count from (
    select s.id from ${sql(schema)}.slot_summaries s
    join ${sql(schema)}.sweep_batches b on b.slot = s.slot and b.block between s.sweep_start_block and s.sweep_end_block
    where upper_inf(s._block_range) and upper_inf(b._block_range) group by s.id having count(*) > 1) as long`,
};

const MILESTONES: readonly Milestone[] = [
  ...SEED_MILESTONES,
  LEDGERS_REACHED,
  LATER_REACHED,
  LONG_SWEEPS,
  ...DESK_MILESTONES,
];

/** How often each milestone was reached; those that were not are left out. */
export const countMilestones = async (sql: Sql, schema: string): Promise<Record<string, number>> => {
  const reached: Record<string, number> = {};
  for (const { name, count } of MILESTONES) {
    const [row] = await count(sql, schema);
    if (row !== undefined && row.count > 0) reached[name] = row.count;
  }
  return reached;
};

/** Those of `wanted` that are missing among what a chain reached. */
export const notReached = (reached: Readonly<Record<string, number>>, wanted: readonly string[]): string[] =>
  wanted.filter((name) => reached[name] === undefined);
