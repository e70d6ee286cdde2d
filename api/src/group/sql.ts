import type { Fragment } from '../database/database';
import { asOf, byId, type List, type Scope, tableSource } from '../database/sql';

export interface GroupRow {
  id: string;
  memberCount: number;
  allowlist: string[];
  sinceBlock: number;
}

export const groups: List<GroupRow> = {
  name: 'groups',
  source: tableSource('groups', 'id, member_count, allowlist'),
  ordering: byId,
};

export interface GroupMemberRow {
  id: string;
  owner: string;
  member: string;
}

export const groupMembers: List<GroupMemberRow> = {
  name: 'groupMembers',
  source: tableSource('group_members', 'id, owner, member'),
  ordering: byId,
};

export const memberConditions = ({ sql }: Scope, owner: string | null): Fragment[] =>
  owner === null ? [] : [sql`t.owner = ${owner}`];

export interface GroupSums {
  spower: string;
  free: string;
  reportedFilesSizeBytes: string;
  punishedCount: number;
}

/** What each owner's members have together in their last reports. `judgedSlot` decides who is under punishment. */
export const groupSums = async (
  scope: Scope,
  owners: readonly string[],
  judgedSlot: number,
): Promise<Map<string, GroupSums>> => {
  const { sql } = scope;
  const rows = await sql<(GroupSums & { owner: string })[]>`
    select m.owner, coalesce(sum(s.spower), 0) as spower, coalesce(sum(s.free), 0) as free,
      coalesce(sum(s.reported_files_size_bytes), 0) as reported_files_size_bytes,
      count(*) filter (where i.punishment_deadline > greatest(${judgedSlot}::int, 1))::int as punished_count
    from group_members m
    left join swork_identities i on i.id = m.member and ${asOf(scope, 'i')}
    left join sworkers s on s.id = i.anchor and ${asOf(scope, 's')}
    where m.owner = any(${owners as string[]}::text[]) and ${asOf(scope, 'm')}
    group by m.owner`;
  return new Map(rows.map((row) => [row.owner, row]));
};
