import { type FileLife, FORFEITED, groupBy, livesOf } from '@moho/protocol';
import { asOf, type Scope } from '../../database/sql';

/** A life with what it ended with. */
export interface LifeRow extends FileLife {
  /** reported replicas and entries in the block before its end; null while it goes on */
  finalReported: number | null;
  finalEntries: number | null;
}

interface EventRow {
  fileId: string;
  kind: string;
  block: number;
  amount: string | null;
  finalReported: number | null;
  finalEntries: number | null;
}

/**
 * The lives of each file, in one statement. Money the storage pot gave up for a file is no event of its life line: it
 * comes right after the end in whose block it moved.
 */
export const fileLives = async (scope: Scope, ids: readonly string[]): Promise<Map<string, LifeRow[]>> => {
  const { sql } = scope;
  const rows = await sql<EventRow[]>`
    with marks as (
      select v.file_id, v.kind::text as kind, v.block, split_part(v.id, '-', 2)::numeric as n, v.amount
      from file_events v where v.file_id = any(${ids as string[]}::text[]) and ${asOf(scope, 'v')}
        and v.kind in ('ORDERED', 'EXTENDED', 'RENEWED', 'PREPAID', 'OWNER_PAID', 'LIQUIDATED', 'CLOSED', 'ILLEGAL')),
    ends as (select file_id, block, max(n) as n from marks where kind in ('CLOSED', 'ILLEGAL') group by 1, 2),
    forfeited as (
      select p.file_id, ${FORFEITED} as kind, p.block, coalesce(e.n, 0) + 0.5 as n, -p.amount as amount
      from pot_movements p left join ends e on e.file_id = p.file_id and e.block = p.block
      where p.file_id = any(${ids as string[]}::text[]) and ${asOf(scope, 'p')}
        and p.kind in ('PREPAID_TO_RESERVED', 'ILLEGAL_TO_RESERVED'))
    select t.file_id, t.kind, t.block, t.amount, f.final_reported, r.final_entries
    from (select * from marks union all select * from forfeited) t
    left join lateral (select x.reported_replica_count as final_reported from files x
      where t.kind in ('CLOSED', 'ILLEGAL') and x.id = t.file_id and x._block_range @> (t.block - 1)::bigint) f on true
    left join lateral (select count(*)::int as final_entries from replicas x
      where t.kind in ('CLOSED', 'ILLEGAL') and x.file_id = t.file_id and x._block_range @> (t.block - 1)::bigint) r on true
    order by t.file_id, t.block, t.n`;
  const byFile = groupBy(rows, ({ fileId }) => fileId);
  return new Map([...byFile].map(([id, events]) => [id, livesWithEnds(events)]));
};

const livesWithEnds = (events: readonly EventRow[]): LifeRow[] => {
  const toEvent = ({ kind, block, amount }: EventRow) => ({
    kind,
    block,
    amount: amount === null ? null : BigInt(amount),
  });
  return livesOf(events.map(toEvent)).map((life) => {
    const end = events.find(({ kind, block }) => kind === life.end && block === life.to);
    return {
      ...life,
      finalReported: end === undefined ? null : (end.finalReported ?? 0),
      finalEntries: end === undefined ? null : (end.finalEntries ?? 0),
    };
  });
};
