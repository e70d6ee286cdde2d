import type { Fragment } from '../database/database';
import { asOf, type Scope } from '../database/sql';
import { heldBy } from '../holder/sql';
import { orderedFileIds } from '../market/sql';

/** Ids of all files of a set, in the order an export has them. */
export const fileKeys = (scope: Scope, orderedBy: string | null): Fragment => {
  const { sql } = scope;
  if (orderedBy === null) return sql`select f.id from files f where ${asOf(scope, 'f')} order by f.id`;
  // those on chain first, the nearest end of the paid time before all; then those that are gone
  return sql`select m.file_id as id from (${orderedFileIds(scope, orderedBy)}) m
    left join files f on f.id = m.file_id and ${asOf(scope, 'f')}
    group by m.file_id, f.id, f.expired_at
    order by f.id is null, nullif(f.expired_at, 0) nulls last, m.file_id`;
};

/** Keys of all replicas an account stands for, by file. */
export const replicaKeys = (scope: Scope, heldByAccount: string): Fragment => {
  const { sql } = scope;
  return sql`select r.id, r.file_id from replicas r
    where ${heldBy(scope, heldByAccount, 'r')} and ${asOf(scope, 'r')} order by r.file_id, r.id`;
};

/** Times of blocks, those that are known. */
export const timesOfBlocks = async ({ sql }: Scope, numbers: readonly number[]): Promise<Map<number, string>> => {
  const rows = await sql<{ number: number; time: string }[]>`
    select b.number, b.time from blocks b where b.number = any(${numbers as number[]}::int[])`;
  return new Map(rows.map(({ number, time }) => [number, time]));
};
