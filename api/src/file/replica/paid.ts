import { asOf, type Scope } from '../../database/sql';

/** Key of an owner's payments for a file. */
export const paidKey = (fileId: string, owner: string): string => `${fileId} ${owner}`;

/** What each owner was credited for each file since the file's last new order, in one statement. Keys as `paidKey` makes them. */
export const paidToOwners = async (scope: Scope, keys: readonly string[]): Promise<Map<string, string>> => {
  const { sql } = scope;
  const pairs = keys.map((key) => key.split(' ') as [string, string]);
  const rows = await sql<{ fileId: string; owner: string; paid: string }[]>`
    select v.file_id, v.owner, sum(v.amount) as paid
    from unnest(${pairs.map(([id]) => id)}::text[], ${pairs.map(([, owner]) => owner)}::text[]) q(file_id, owner)
    join file_events v on v.file_id = q.file_id and v.owner = q.owner and v.kind = 'OWNER_PAID' and ${asOf(scope, 'v')}
    where v.block >= coalesce((select max(o.block) from file_events o
      where o.file_id = q.file_id and o.kind = 'ORDERED' and ${asOf(scope, 'o')}), 0)
    group by 1, 2`;
  return new Map(rows.map(({ fileId, owner, paid }) => [paidKey(fileId, owner), paid]));
};
