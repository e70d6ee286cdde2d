import type { Scope } from '../../database/sql';
import { enclaveKeys, sworkerCodes, sworkers, sworkIdentities } from '../sql';

/** The machines that run one sWorker code. */
export interface CodeShareRow {
  code: string;
  /** null when the chain has forgotten the code */
  expireBlock: number | null;
  members: number;
  owners: number;
  /** srd and spower of their last reports, punished or not */
  workloadBytes: string;
}

/** How many reporting identities, of how many owners and with how much work, run which code; most work first. */
export const codeShares = async (scope: Scope): Promise<CodeShareRow[]> => {
  const { sql } = scope;
  return sql<CodeShareRow[]>`
    select k.code, min(c.expire_block) as expire_block, count(*)::int as members,
      count(distinct coalesce(i.owner, i.id))::int as owners,
      coalesce(sum(w.free + w.spower), 0) as workload_bytes
    from (${sworkIdentities.source(scope)}) i
    join (${enclaveKeys.source(scope)}) k on k.anchor = i.anchor
    left join (${sworkerCodes.source(scope)}) c on c.id = k.code
    left join (${sworkers.source(scope)}) w on w.id = i.anchor
    group by k.code order by workload_bytes desc, members desc, k.code`;
};
