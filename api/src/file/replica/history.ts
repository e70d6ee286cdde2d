import { type FileHistory, FRESH_SLOTS, groupBy, type ReplicaHistory, type Span } from '@moho/protocol';
import type { Scope } from '../../database/sql';

/** One version of one row that the replica numbers hang on. Which fields it has depends on its kind. */
interface VersionRow {
  kind: 'ROW' | 'REPLICA' | 'IDENTITY' | 'REPORT' | 'CODE';
  fileId: string | null;
  who: string | null;
  anchor: string | null;
  since: number;
  until: number | null;
  value: number | null;
  expiredAt: number | null;
  owner: string | null;
}

/**
 * Every version since a block of the rows of these files, their replicas, and of the identities, work reports, keys and
 * codes behind them, in one statement. A machine writes a report in each slot: reports that follow one another while fresh are one row.
 */
const versions = ({ sql, view, profile }: Scope, ids: readonly string[], from: number) => sql<VersionRow[]>`
  with mine as (
    select r.file_id, r.who, r.anchor, r.owner, r._block_range from replicas r
    where r.file_id = any(${ids as string[]}::text[]) and r._block_range && int8range(${from}, ${view.height}, '[]')),
  anchors as (select anchor, greatest(min(lower(_block_range)), ${from}::bigint) as since from mine group by 1),
  reports as (
    select s.id, lower(s._block_range) as since, upper(s._block_range) as until, s.report_slot,
      case when lag(upper(s._block_range)) over w = lower(s._block_range)
        and lower(s._block_range) <= lag(s.report_slot) over w + ${FRESH_SLOTS * profile.slotBlocks}::int
        then 0 else 1 end as begins
    from anchors a join sworkers s on s.id = a.anchor
      and (upper_inf(s._block_range) or upper(s._block_range) > a.since) and lower(s._block_range) <= ${view.height}::bigint
    window w as (partition by s.id order by lower(s._block_range))),
  numbered as (select *, sum(begins) over (partition by id order by since) as run from reports)
  select 'ROW' as kind, f.id as file_id, null as who, null as anchor, lower(f._block_range)::int as since,
    upper(f._block_range)::int as until, f.reported_replica_count as value, f.expired_at, null as owner
  from files f where f.id = any(${ids as string[]}::text[]) and f._block_range && int8range(${from}, ${view.height}, '[]')
  union all select 'REPLICA', file_id, who, anchor, lower(_block_range)::int, upper(_block_range)::int, null, null, owner from mine
  union all select distinct 'IDENTITY', null, i.id, i.anchor, lower(i._block_range)::int, upper(i._block_range)::int, null::int,
    null::int, i.owner
    from (select distinct who, anchor from mine) m join swork_identities i on i.id = m.who and i.anchor = m.anchor
  union all select 'REPORT', null, null, id, min(since)::int, (array_agg(until order by since desc))[1]::int,
      (array_agg(report_slot order by since desc))[1]::int, null, null
    from numbered group by id, run
  union all select 'CODE', null, null, k.anchor, lower(k._block_range * c._block_range)::int,
      upper(k._block_range * c._block_range)::int, c.expire_block, null, null
    from anchors a join enclave_keys k on k.anchor = a.anchor
    join sworker_codes c on c.id = k.code and c._block_range && k._block_range`;

const spanOf = ({ since, until }: VersionRow): Span => ({ from: since, to: until });

const historiesOf = (rows: readonly VersionRow[]): Map<string, FileHistory> => {
  const ofKind = (kind: VersionRow['kind']) => rows.filter((row) => row.kind === kind);
  const identities = groupBy(ofKind('IDENTITY'), ({ who, anchor }) => `${who} ${anchor}`);
  const reports = groupBy(ofKind('REPORT'), ({ anchor }) => String(anchor));
  const codes = groupBy(ofKind('CODE'), ({ anchor }) => String(anchor));
  const replicas = groupBy(ofKind('REPLICA'), ({ fileId }) => String(fileId));
  const replica = (row: VersionRow): ReplicaHistory => ({
    ...spanOf(row),
    owner: row.owner,
    who: String(row.who),
    identities: (identities.get(`${row.who} ${row.anchor}`) ?? []).map((one) => ({ ...spanOf(one), owner: one.owner })),
    reports: (reports.get(String(row.anchor)) ?? []).map((one) => ({ ...spanOf(one), reportSlot: one.value ?? 0 })),
    codes: (codes.get(String(row.anchor)) ?? []).map((one) => ({ ...spanOf(one), expireBlock: one.value ?? 0 })),
  });
  return new Map(
    [...groupBy(ofKind('ROW'), ({ fileId }) => String(fileId))].map(([id, versionsOfFile]) => [
      id,
      {
        rows: versionsOfFile.map((row) => ({
          ...spanOf(row),
          reported: row.value ?? 0,
          expiredAt: row.expiredAt ?? 0,
        })),
        replicas: (replicas.get(id) ?? []).map(replica),
      },
    ]),
  );
};

/**
 * What a file's numbers and status followed from, at every block from `from` up to the view. Steps before `from` are not
 * to be believed: what ended before it is left out.
 */
export const fileHistories = async (
  scope: Scope,
  ids: readonly string[],
  from = 0,
): Promise<Map<string, FileHistory>> => historiesOf(await versions(scope, ids, from));
