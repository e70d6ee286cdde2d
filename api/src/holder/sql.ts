import type { Ordering } from '../database/cursor';
import type { Fragment } from '../database/database';
import { asOf, type List, orderBy, type Scope } from '../database/sql';
import { sortKeys } from '../file/sort/sql';

/** One replica an account stands for, with what a list of them can be sorted by. */
export interface HeldRow {
  /** of the replica */
  id: string;
  fileId: string;
  sizeBytes: string;
  expiredAt: number;
}

/** Sorting columns: of the file, each with an index of its own (indexer/migrations/003-portfolio.sql). */
export const HELD_SORTS = {
  SIZE: ['size_bytes', 'numeric'],
  EXPIRES: ['expires', 'int'],
  SPOWER: ['weight', 'numeric'],
} as const;

export type HeldSort = keyof typeof HELD_SORTS;

export const heldOrdering = (field: HeldSort, direction: 'ASC' | 'DESC'): Ordering => {
  const towards = direction === 'ASC' ? 'asc' : 'desc';
  const [column, type] = HELD_SORTS[field];
  return {
    ...orderBy(`${field}-${towards}`, towards, [column, type], ['file_id', 'text'], ['id', 'text']),
    spansTables: true,
  };
};

/**
 * Replicas an account stands for: those keyed by it as owner, those it reported itself, and, where the chain keeps a
 * list without owners (before spec 17), those its members of now reported.
 */
export const heldBy = (scope: Scope, account: string, alias: string): Fragment => {
  const { sql } = scope;
  const r = sql.unsafe(alias);
  return sql`(${r}.owner = ${account} or ${r}.who = ${account} or (${r}.owner is null and ${r}.who = any(array(
    select i.id from swork_identities i where i.owner = ${account} and ${asOf(scope, 'i')}))))`;
};

/** The replicas of an account with their files' figures. */
export const heldReplicas = (account: string): List<HeldRow> => ({
  name: 'held',
  source: (scope) => {
    const { sql } = scope;
    return sql`select r.id, f.id as file_id, f.size_bytes, f.expired_at, ${sortKeys(scope, 'f')}
      from replicas r join files f on f.id = r.file_id and ${asOf(scope, 'f')}
      where ${heldBy(scope, account, 'r')} and ${asOf(scope, 'r')}`;
  },
  ordering: heldOrdering('SIZE', 'DESC'),
});

/** The replicas one machine reported under one anchor. */
export interface HeldMachineRow {
  who: string;
  anchor: string;
  replicas: number;
  bytes: string;
  /** any of them: all are live or none is */
  replicaId: string;
}

/** What an account stands for, machine by machine, the fullest first. */
export const heldMachines = async (scope: Scope, account: string): Promise<HeldMachineRow[]> => {
  const { sql } = scope;
  return sql<HeldMachineRow[]>`
    select r.who, r.anchor, count(*)::int as replicas, sum(f.size_bytes) as bytes, min(r.id) as replica_id
    from replicas r join files f on f.id = r.file_id and ${asOf(scope, 'f')}
    where ${heldBy(scope, account, 'r')} and ${asOf(scope, 'r')}
    group by r.who, r.anchor order by sum(f.size_bytes) desc, r.who, r.anchor`;
};
