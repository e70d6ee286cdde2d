import { type FileStatus, SAFE_LIVE_OWNERS } from '@moho/protocol';
import type { Fragment } from '../../database/database';
import { asOf, type Scope } from '../../database/sql';
import { orderedFileIds } from '../../market/sql';
import { lastMark, replicaSource } from '../sql';

/** How many independent live owners a file has (protocol's `liveOwners`); alias `t`. */
const liveOwners = (scope: Scope): Fragment => {
  const { sql } = scope;
  return sql`(select count(distinct r.counted_owner) from (${replicaSource(scope)}) r
    where r.file_id = t.id and r.not_live_code is null)`;
};

/**
 * The rules of protocol's `fileStatus` as a condition on stored files, alias `t`. Most files are STORED, so those are found
 * by looking at one after the other; the rare ones of all files by one pass over all replicas, of few files like the others.
 */
export const statusCondition = (scope: Scope, status: FileStatus, among: 'all' | 'few'): Fragment => {
  const { sql, view } = scope;
  const paid = sql`t.expired_at > ${view.height}::int`;
  const live = sql`select r.file_id from (${replicaSource(scope, 'all')}) r where r.not_live_code is null`;
  const illegal = sql`coalesce((select m.last_mark = 'ILLEGAL' from (${lastMark(scope, sql`t.id`)}) m), false)`;
  switch (status) {
    case 'WAITING':
      return sql`t.expired_at = 0`;
    case 'EXPIRED':
      return sql`t.expired_at > 0 and t.expired_at <= ${view.height}::int`;
    case 'STORED':
      return sql`${paid} and ${liveOwners(scope)} >= ${SAFE_LIVE_OWNERS}`;
    case 'AT_RISK':
      return among === 'few'
        ? sql`${paid} and ${liveOwners(scope)} between 1 and ${SAFE_LIVE_OWNERS - 1}`
        : sql`${paid} and t.id in (${live} group by r.file_id having count(distinct r.counted_owner) < ${SAFE_LIVE_OWNERS})`;
    case 'UNREACHABLE':
      return among === 'few'
        ? sql`${paid} and ${liveOwners(scope)} = 0`
        : sql`t.id in (select f.id from files f where f.expired_at > ${view.height}::int and ${asOf(scope, 'f')} except ${live})`;
    case 'ILLEGAL':
      return illegal;
    case 'CLOSED':
      return sql`not ${illegal}`;
    case 'NEVER_ORDERED':
      return sql`false`;
  }
};

export interface FileFilter {
  status?: FileStatus | null;
  minSizeBytes?: string | null;
  maxSizeBytes?: string | null;
  minReplicas?: number | null;
  maxReplicas?: number | null;
  owner?: string | null;
  orderedBy?: string | null;
  expiresFrom?: number | null;
  expiresTo?: number | null;
}

export const fileConditions = (scope: Scope, filter: FileFilter): Fragment[] => {
  const { sql } = scope;
  return [
    ...(filter.status == null ? [] : [statusCondition(scope, filter.status, 'all')]),
    ...(filter.minSizeBytes == null ? [] : [sql`t.size_bytes >= ${filter.minSizeBytes}::numeric`]),
    ...(filter.maxSizeBytes == null ? [] : [sql`t.size_bytes <= ${filter.maxSizeBytes}::numeric`]),
    ...(filter.minReplicas == null ? [] : [sql`t.reported_replica_count >= ${filter.minReplicas}`]),
    ...(filter.maxReplicas == null ? [] : [sql`t.reported_replica_count <= ${filter.maxReplicas}`]),
    ...(filter.owner == null
      ? []
      : [sql`t.id in (select r.file_id from replicas r where r.owner = ${filter.owner} and ${asOf(scope, 'r')})`]),
    ...(filter.expiresFrom == null ? [] : [sql`t.expired_at > 0 and t.expired_at >= ${filter.expiresFrom}::int`]),
    ...(filter.expiresTo == null ? [] : [sql`t.expired_at > 0 and t.expired_at <= ${filter.expiresTo}::int`]),
    ...(filter.orderedBy == null ? [] : [sql`t.id in (${orderedFileIds(scope, filter.orderedBy)})`]),
  ];
};
