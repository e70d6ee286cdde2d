import type postgres from 'postgres';

type Sql = postgres.Sql;
interface Count {
  count: number;
}

/** Something hard about files that a simulated chain must come through; a chain without it proves nothing about it. */
export interface Milestone {
  readonly name: string;
  /** the scenario of the local chain that makes sure of it */
  readonly scenario: string;
  /** brings so many machines along that it is better played late */
  readonly crowd?: true;
  /** how often the index saw it */
  count(sql: Sql, schema: string): PromiseLike<Count[]>;
}

const fileEvents =
  (kind: string): Milestone['count'] =>
  (sql, schema) =>
    sql<Count[]>`
    select count(*)::int as count from ${sql(schema)}.file_events
    where kind::text = ${kind} and upper_inf(_block_range)`;

export const MILESTONES: readonly Milestone[] = [
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

/** How often each milestone was reached; those that were not are left out. */
export const countMilestones = async (sql: Sql, schema: string): Promise<Record<string, number>> => {
  const reached: Record<string, number> = {};
  for (const { name, count } of MILESTONES) {
    const [row] = await count(sql, schema);
    if (row !== undefined && row.count > 0) reached[name] = row.count;
  }
  return reached;
};

/** The milestones that are missing among what a chain reached. */
export const notReached = (reached: Readonly<Record<string, number>>): string[] =>
  MILESTONES.map(({ name }) => name).filter((name) => reached[name] === undefined);
