import type { Fragment } from '../database/database';
import { keyArray, type Scope } from '../database/sql';
import { collectFacts, type FactRow, type Facts, noFacts } from './facts';

/** What names a change: whose limit, and the block that wrote it. */
export interface ChangeKey {
  key: string;
  stash: string;
  block: number;
}

/** Changes by key, as rows. */
const asked = ({ sql }: Scope, keys: readonly ChangeKey[]): Fragment => {
  const column = (value: (each: ChangeKey) => string) => keyArray(sql, keys.map(value));
  return sql`select a.key, a.stash, a.block::int as block from unnest(${column(({ key }) => key)},
    ${column(({ stash }) => stash)}, ${column(({ block }) => String(block))}) a(key, stash, block)`;
};

/** The sweep that wrote each limit and the one before it. */
const endsOf = (scope: Scope, keys: readonly ChangeKey[]): Fragment => scope.sql`
  asked as materialized (${asked(scope, keys)}),
  ends as (
    select a.key, a.stash, true as is_after, a.block from asked a
    union all
    select a.key, a.stash, false, p.block from asked a cross join lateral (
      select max(s.sweep_end_block) as block from slot_summaries s where s.sweep_end_block < a.block) p)`;

/** Sweeps by the block that ended them (`ends`), and the blocks from the first to the last of each key. */
export const sweepsOf = ({ sql }: Scope): Fragment => sql`
  sweeps as (
    select e.key, e.stash, e.is_after, s.* from ends e
    join slot_summaries s on s.sweep_end_block = e.block and lower(s._block_range) = e.block),
  spans as (
    select key, stash, min(sweep_start_block) as first, max(sweep_end_block) as last from sweeps group by key, stash)`;

/** Everybody who ever reported for the owner, by all the numbers it reported under, and its identities in the span. */
export const peopleOf = ({ sql }: Scope): Fragment => sql`
  accounts as (
    select p.key, r.account from spans p join reporters r on r.owner = p.stash
    union select p.key, r.account from spans p join reporters r on r.account = p.stash and r.owner is null),
  numbers as (
    select a.key, r.number, r.account, coalesce(r.owner, r.account) as owner, r.anchor, r.pub_key is null as is_judged
    from accounts a join reporters r on r.account = a.account),
  identities as (
    select a.key, i.id as account, i.anchor, coalesce(i.owner, i.id) as owner,
      lower(i._block_range)::int as "from", upper(i._block_range)::int as "to"
    from accounts a join spans p on p.key = a.key
    join swork_identities i on i.id = a.account and i._block_range && int8range(p.first - 1, p.last)),
  anchors as (select distinct key, anchor from identities)`;

/** The spower service takes away what a closed file went on counting within so many slots. */
const LOOK_BACK_SLOTS = 2;

/** Blocks that changed what a replica counts for one of the anchors: it came or went, it matured, its file's spower moved. */
const touched = ({ sql, profile }: Scope): Fragment => sql`
  touched as (
    select a.key, x.id, x.file_id, x.anchor, lower(x._block_range)::int as block
    from anchors a join spans p on p.key = a.key
    join replicas x on x.anchor = a.anchor and lower(x._block_range) between p.first and p.last
    union
    select a.key, x.id, x.file_id, x.anchor, upper(x._block_range)::int
    from anchors a join spans p on p.key = a.key
    join replicas x on x.anchor = a.anchor
      and upper(x._block_range) between p.first - ${LOOK_BACK_SLOTS * profile.slotBlocks}::int and p.last
    union
    select a.key, x.id, x.file_id, x.anchor, v.block
    from anchors a join spans p on p.key = a.key
    join replicas x on x.anchor = a.anchor and x._block_range && int8range(p.first, p.last + 1)
    join file_events v on v.file_id = x.file_id and v.kind = 'SPOWER_CHANGED' and v.block between p.first and p.last
      and x._block_range @> v.block::bigint)`;

/** One file and replica as of a block. */
const held = ({ sql }: Scope, block: Fragment): Fragment => sql`
  select x.created_at, f.size_bytes, f.spower from replicas x
  join files f on f.id = x.file_id and f._block_range @> (${block})::bigint
  where x.id = t.id and x.anchor = t.anchor and x._block_range @> (${block})::bigint and f.spower is not null`;

const replicaChanges = (scope: Scope): Fragment => {
  const { sql } = scope;
  return sql`
    select t.key, 'replica' as kind, jsonb_build_object('fileId', t.file_id, 'anchor', t.anchor, 'block', t.block,
      'spec', b.spec_version,
      'before', case when o.size_bytes is not null then jsonb_build_object(
        'createdAt', o.created_at, 'sizeBytes', o.size_bytes::text, 'spower', o.spower::text) end,
      'after', case when n.size_bytes is not null then jsonb_build_object(
        'createdAt', n.created_at, 'sizeBytes', n.size_bytes::text, 'spower', n.spower::text) end,
      'isClosed', not exists (select from files f where f.id = t.file_id and f._block_range @> t.block::bigint)) as fact
    from touched t join blocks b on b.number = t.block
    left join lateral (${held(scope, sql`t.block - 1`)}) o on true
    left join lateral (${held(scope, sql`t.block`)}) n on true`;
};

/** Specs 1 and 2 count a file once for each group, in the anchors its row lists. */
const usedChanges = ({ sql }: Scope): Fragment => sql`
  select t.key, 'used' as kind, jsonb_build_object('fileId', t.file_id, 'anchor', t.anchor, 'block', t.block,
    'before', case when o.id is not null then jsonb_build_object(
      'sizeBytes', o.size_bytes::text, 'used', o.used_size_bytes::text, 'groups', o.used_groups) end,
    'after', case when n.id is not null then jsonb_build_object(
      'sizeBytes', n.size_bytes::text, 'used', n.used_size_bytes::text, 'groups', n.used_groups) end) as fact
  from (
    select distinct a.key, x.file_id, a.anchor, e.block
    from anchors a join spans p on p.key = a.key
    join blocks l on l.number = p.first and l.spec_version < 3
    join replicas x on x.anchor = a.anchor and x._block_range && int8range(p.first - 1, p.last + 1)
    join files f on f.id = x.file_id and f.generation = 1
    cross join lateral (values (lower(f._block_range)::int), (upper(f._block_range)::int)) e(block)
    where e.block between p.first and p.last) t
  left join files o on o.id = t.file_id and o._block_range @> (t.block - 1)::bigint and o.generation = 1
  left join files n on n.id = t.file_id and n._block_range @> t.block::bigint and n.generation = 1`;

/** Events of the calls that may change spower otherwise than a file's row tells. */
const correctors = ({ sql }: Scope): Fragment => sql`
  select p.key, 'call' as kind, jsonb_build_object('block', e.block, 'extrinsicIndex', e.extrinsic_index, 'name', e.name,
    'args', e.args) as fact
  from spans p
  cross join (values ('swork', 'UpdateSpowerSuccess'), ('swork', 'JoinGroupSuccess'), ('swork', 'QuitGroupSuccess'),
    ('market', 'UpdateReplicasSuccess'), ('market', 'CalculateSpowersSuccess'), ('market', 'CalculateSuccess'))
    k(pallet, name)
  join events e on e.pallet = k.pallet and e.name = k.name and e.block between p.first and p.last
    and e.extrinsic_index is not null`;

/** What `membersAt` reads: the sweeps, whom they visited and how they judged, and everybody's identities meanwhile. */
export const sweepRows = ({ sql }: Scope): Fragment => sql`
  select key, 'sweep' as kind, jsonb_build_object('isAfter', is_after, 'slot', slot, 'startBlock', sweep_start_block,
    'endBlock', sweep_end_block, 'workload', (judged_free + judged_spower)::text, 'issuance', issuance::text,
    'totalStake', era_total_stake::text, 'era', active_era) as fact from sweeps
  union all
  select s.key, 'batch', jsonb_build_object('isAfter', s.is_after, 'block', b.block, 'verdicts', b.verdicts,
    'reporters', encode(o.reporters, 'hex'), 'workloads', encode(b.workloads, 'hex'))
  from sweeps s
  join sweep_batches b on b.slot = s.slot and b.block between s.sweep_start_block and s.sweep_end_block
  join sweep_rosters o on o.id = b.roster
  union all
  select key, 'number', jsonb_build_object('number', number, 'account', account, 'owner', owner, 'anchor', anchor)
  from numbers where is_judged
  union all
  select key, 'identity', jsonb_build_object('account', account, 'anchor', anchor, 'owner', owner, 'from', "from",
    'to', "to") from identities`;

/** Everything the parts of these changes follow from, in one statement. */
export const limitFacts = async (scope: Scope, keys: readonly ChangeKey[]): Promise<Map<string, Facts>> => {
  const { sql } = scope;
  const rows = await sql<FactRow[]>`
    with ${endsOf(scope, keys)}, ${sweepsOf(scope)}, ${peopleOf(scope)}, ${touched(scope)}
    ${sweepRows(scope)}
    union all
    select a.key, 'report', jsonb_build_object('anchor', a.anchor, 'from', lower(w._block_range)::int,
      'to', upper(w._block_range)::int, 'free', w.free::text, 'spower', w.spower::text)
    from anchors a join spans p on p.key = a.key
    join sworkers w on w.id = a.anchor
      and w._block_range && int8range(p.first - 1 - ${LOOK_BACK_SLOTS * scope.profile.slotBlocks}::int, p.last + 1)
    union all
    select n.key, 'accepted', jsonb_build_object('anchor', n.anchor, 'id', r.id, 'slot', r.slot, 'block', r.block,
      'extrinsicIndex', r.extrinsic_index)
    from numbers n join spans p on p.key = n.key
    join slot_reports r on r.reporter = n.number and r.status = 'REPORTED' and r.block between p.first and p.last
    union all ${replicaChanges(scope)}
    union all ${usedChanges(scope)}
    union all ${correctors(scope)}`;
  return collectFacts(rows, noFacts);
};
