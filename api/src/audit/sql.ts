import type { Fragment } from '../database/database';
import { asOf, keyArray, type Scope } from '../database/sql';

/** Whose reports are asked for: those of a group owner's machines, or of one account whatever it reported for. */
export interface Whose {
  account: string;
  isGroup: boolean;
}

/** A number under which an account reported or was judged. */
export interface ReporterRow {
  number: number;
  account: string;
}

/** Condition on `reporters p`; its rows never change, so they need no block. */
const theirs = ({ sql }: Scope, { account, isGroup }: Whose): Fragment =>
  isGroup ? sql`p.owner = ${account}` : sql`p.account = ${account}`;

export const reportersOf = (scope: Scope, whose: Whose): Promise<ReporterRow[]> => {
  const { sql } = scope;
  return sql<ReporterRow[]>`select p.number, p.account from reporters p where ${theirs(scope, whose)}`;
};

export interface BatchRow {
  slot: number;
  block: number;
  roster: string;
  verdicts: string;
}

/** The judgements of a range of slots; of a slot judged twice both, in the order of their blocks. */
export const batchesOfSlots = (scope: Scope, fromSlot: number, toSlot: number): Promise<BatchRow[]> => {
  const { sql } = scope;
  return sql<BatchRow[]>`
    select b.slot, b.block, b.roster, b.verdicts from sweep_batches b
    where b.slot between ${fromSlot} and ${toSlot} and ${asOf(scope, 'b')} order by b.block`;
};

/** The rosters of these ids, each a list of reporter numbers as bytes. */
export const rostersById = async (scope: Scope, ids: readonly string[]): Promise<Map<string, Uint8Array>> => {
  const { sql } = scope;
  const rows = await sql<{ id: string; reporters: Uint8Array }[]>`
    select r.id, r.reporters from sweep_rosters r
    where r.id = any(${keyArray(sql, ids)}::text[]) and ${asOf(scope, 'r')}`;
  return new Map(rows.map(({ id, reporters }) => [id, reporters]));
};

export interface AttemptRow {
  reporter: number;
  slot: number;
  status: 'REPORTED' | 'DUPLICATE' | 'REJECTED';
  block: number;
  late: boolean | null;
}

/** Calls that verdicts do not tell of: repeated, refused and late ones, and all of slots after `judgedThrough`. */
export const attempts = (
  scope: Scope,
  whose: Whose,
  range: { fromSlot: number; toSlot: number; judgedThrough: number },
): Promise<AttemptRow[]> => {
  const { sql } = scope;
  const { fromSlot, toSlot, judgedThrough } = range;
  const calls = sql`select x.reporter, x.slot, x.status::text as status, x.block, x.late
    from slot_reports x join reporters p on p.number = x.reporter and ${theirs(scope, whose)}
    where ${asOf(scope, 'x')}`;
  return sql<AttemptRow[]>`
    ${calls} and x.status in ('DUPLICATE', 'REJECTED') and x.slot between ${fromSlot} and ${toSlot}
    union all ${calls} and x.late and x.slot between ${fromSlot} and ${toSlot}
    union all ${calls} and x.late is null and x.status = 'REPORTED' and x.slot between ${judgedThrough + 1} and ${toSlot}`;
};

/** Accepted reports of slots that no verdict tells of. */
export const reportsIn = (scope: Scope, whose: Whose, slots: readonly number[]): Promise<AttemptRow[]> => {
  const { sql } = scope;
  return sql<AttemptRow[]>`
    select x.reporter, x.slot, x.status::text as status, x.block, x.late
    from unnest(${keyArray(sql, slots.map(String), 'int')}) s(slot)
    join slot_reports x on x.slot = s.slot and x.status = 'REPORTED' and ${asOf(scope, 'x')}
    join reporters p on p.number = x.reporter and ${theirs(scope, whose)}`;
};

/** When each reporter sent its accepted reports of a range of slots: offsets in the slot, packed in one row for each. */
export const sentTimes = async (
  scope: Scope,
  whose: Whose,
  fromSlot: number,
  toSlot: number,
): Promise<{ account: string; sent: { slot: number; offset: number }[] }[]> => {
  const { sql } = scope;
  const rows = await sql<{ account: string; slots: string; offsets: string }[]>`
    select p.account, string_agg(x.slot::text, ',' order by x.slot) as slots,
      string_agg((x.block - x.slot)::text, ',' order by x.slot) as offsets
    from reporters p join slot_reports x on x.reporter = p.number
      and x.slot between ${fromSlot} and ${toSlot} and x.status = 'REPORTED' and ${asOf(scope, 'x')}
    where ${theirs(scope, whose)} and p.pub_key is not null
    group by p.pub_key, p.account`;
  return rows.map(({ account, slots, offsets }) => {
    const all = offsets.split(',');
    return { account, sent: slots.split(',').map((slot, i) => ({ slot: Number(slot), offset: Number(all[i]) })) };
  });
};

export interface MachineRow {
  account: string;
  anchor: string | null;
  punishmentDeadline: string | null;
  identitySince: number | null;
  reportSlot: string | null;
  free: string;
  spower: string;
  reportSince: number | null;
  code: string | null;
  expireBlock: number | null;
  codeSince: number | null;
}

const machineColumns = (scope: Scope) => scope.sql`
  i.anchor, i.punishment_deadline, lower(i._block_range)::int as identity_since, s.report_slot,
  coalesce(s.free, 0) as free, coalesce(s.spower, 0) as spower, lower(s._block_range)::int as report_since,
  k.code, k.expire_block, k.since_block as code_since`;

/** Of several keys with one anchor the one whose code expires last; a key whose code is gone comes after all others. */
const machineJoins = (scope: Scope) => scope.sql`
  left join sworkers s on s.id = i.anchor and ${asOf(scope, 's')}
  left join lateral (select e.code, c.expire_block, lower(c._block_range)::int as since_block from enclave_keys e
    left join sworker_codes c on c.id = e.code and ${asOf(scope, 'c')}
    where e.anchor = i.anchor and ${asOf(scope, 'e')} order by c.expire_block desc nulls last, e.code limit 1) k on true`;

/** Who is in a group, in no order. */
export const membersOfOwner = async (scope: Scope, owner: string): Promise<string[]> => {
  const { sql } = scope;
  const rows = await sql<{ member: string }[]>`
    select m.member from group_members m where m.owner = ${owner} and ${asOf(scope, 'm')}`;
  return rows.map(({ member }) => member);
};

/** The members of a group with what each reports with, in the order of their accounts. */
export const machinesOfOwner = (scope: Scope, owner: string): Promise<MachineRow[]> => {
  const { sql } = scope;
  return sql<MachineRow[]>`
    select m.member as account, ${machineColumns(scope)} from group_members m
    left join swork_identities i on i.id = m.member and ${asOf(scope, 'i')} ${machineJoins(scope)}
    where m.owner = ${owner} and ${asOf(scope, 'm')} order by m.member`;
};

/** One account as a machine; nothing when it has no identity. */
export const machineOfAccount = (scope: Scope, account: string): Promise<MachineRow[]> => {
  const { sql } = scope;
  return sql<MachineRow[]>`
    select i.id as account, ${machineColumns(scope)} from swork_identities i ${machineJoins(scope)}
    where i.id = ${account} and ${asOf(scope, 'i')}`;
};
