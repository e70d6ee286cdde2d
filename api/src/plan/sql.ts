import { asOf, type Scope } from '../database/sql';

export interface AskerRow {
  /** bonded and not being taken back; null: nothing is bonded */
  active: string | null;
  guaranteed: string;
  targets: number;
}

/** What somebody has bonded and guaranteed. */
export const asker = async (scope: Scope, account: string): Promise<AskerRow> => {
  const { sql } = scope;
  const [row] = await sql<AskerRow[]>`
    select l.active, coalesce(g.total, 0) as guaranteed,
      (select count(*)::int from guarantees t where t.guarantor = a.id and ${asOf(scope, 't')}) as targets
    from (select ${account}::text as id) a
    left join guarantors g on g.id = a.id and ${asOf(scope, 'g')}
    left join bondeds b on b.id = a.id and ${asOf(scope, 'b')}
    left join ledgers l on l.id = b.controller and ${asOf(scope, 'l')}`;
  return row as AskerRow;
};

export interface FeeSwingRow {
  stash: string;
  swing: number;
}

/** The largest and the smallest fee each candidate asked for since a block, as their difference. */
export const feeSwings = ({ sql, view }: Scope, sinceBlock: number): Promise<FeeSwingRow[]> => sql<FeeSwingRow[]>`
  select v.id as stash, max(v.guarantee_fee_perbill) - min(v.guarantee_fee_perbill) as swing
  from validators v
  where lower(v._block_range) <= ${view.height} and (upper_inf(v._block_range) or upper(v._block_range) > ${sinceBlock})
  group by v.id`;
