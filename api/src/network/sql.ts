import { asOf, type Scope } from '../database/sql';

export interface NetworkRow {
  fileCount: number;
  storedBytes: string;
  replicaCount: number;
  orderCount: number;
  groupCount: number;
  sworkerCount: number;
  totalSpower: string;
  totalFree: string;
  reportedFilesSizeBytes: string;
  validatorCount: number;
  guarantorCount: number;
  merchantCount: number;
  activeEra: number | null;
  currentEra: number | null;
}

/** Totals over the rows of the view, in one statement. */
export const networkTotals = async (scope: Scope): Promise<NetworkRow> => {
  const { sql } = scope;
  const count = (table: string, name: string) =>
    sql`(select count(*)::int from ${sql(table)} x where ${asOf(scope, 'x')}) as ${sql(name)}`;
  const rows = await sql<NetworkRow[]>`
    select f.*, s.*, e.*, ${count('replicas', 'replica_count')}, ${count('storage_orders', 'order_count')},
      ${count('groups', 'group_count')}, ${count('validators', 'validator_count')},
      ${count('guarantors', 'guarantor_count')}, ${count('merchants', 'merchant_count')}
    from (select count(*)::int as file_count, coalesce(sum(x.size_bytes), 0) as stored_bytes
        from files x where ${asOf(scope, 'x')}) f,
      (select count(*)::int as sworker_count, coalesce(sum(x.spower), 0) as total_spower,
          coalesce(sum(x.free), 0) as total_free, coalesce(sum(x.reported_files_size_bytes), 0) as reported_files_size_bytes
        from sworkers x where ${asOf(scope, 'x')}) s,
      (select max(x.era) filter (where x.start_block is not null) as active_era,
          max(x.era) filter (where x.planned_at_block is not null) as current_era
        from era_stats x where ${asOf(scope, 'x')}) e`;
  const row = rows[0];
  if (!row) throw new Error('the totals of the network gave no row');
  return row;
};
