import { asOf, keyArray, type Scope } from '../database/sql';

/** One combination of account, group owner, anchor and enclave key that reported or was judged. */
export interface ReporterRow {
  number: number;
  account: string;
  owner: string | null;
  anchor: string | null;
  pubKey: string | null;
}

/** Who ever reported for a group owner. */
export const reportersOfOwner = (scope: Scope, owner: string): Promise<ReporterRow[]> => {
  const { sql } = scope;
  return sql<ReporterRow[]>`
    select r.number, r.account, r.owner, r.anchor, r.pub_key from reporters r
    where r.owner = ${owner} and ${asOf(scope, 'r')}`;
};

/** What an account ever reported as, for whatever owner. */
export const reportersOfAccount = (scope: Scope, account: string): Promise<ReporterRow[]> => {
  const { sql } = scope;
  return sql<ReporterRow[]>`
    select r.number, r.account, r.owner, r.anchor, r.pub_key from reporters r
    where r.account = ${account} and ${asOf(scope, 'r')}`;
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
  numbers: readonly number[],
  range: { fromSlot: number; toSlot: number; judgedThrough: number },
): Promise<AttemptRow[]> => {
  const { sql } = scope;
  const { fromSlot, toSlot, judgedThrough } = range;
  const columns = sql`x.reporter, x.slot, x.status::text as status, x.block, x.late`;
  const theirs = sql`x.reporter = any(${keyArray(sql, numbers.map(String), 'int')}::int[]) and ${asOf(scope, 'x')}`;
  return sql<AttemptRow[]>`
    select ${columns} from slot_reports x where x.status in ('DUPLICATE', 'REJECTED')
      and x.slot between ${fromSlot} and ${toSlot} and ${theirs}
    union all select ${columns} from slot_reports x where x.late
      and x.slot between ${fromSlot} and ${toSlot} and ${theirs}
    union all select ${columns} from slot_reports x where x.late is null and x.status = 'REPORTED'
      and x.slot between ${judgedThrough + 1} and ${toSlot} and ${theirs}`;
};

/** Accepted reports of slots that no verdict tells of. */
export const reportsIn = (
  scope: Scope,
  numbers: readonly number[],
  slots: readonly number[],
): Promise<AttemptRow[]> => {
  const { sql } = scope;
  return sql<AttemptRow[]>`
    select x.reporter, x.slot, x.status::text as status, x.block, x.late from slot_reports x
    where x.reporter = any(${keyArray(sql, numbers.map(String), 'int')}::int[])
      and x.slot = any(${keyArray(sql, slots.map(String), 'int')}::int[])
      and x.status = 'REPORTED' and ${asOf(scope, 'x')}`;
};

/** When each reporter sent its accepted reports of a range of slots: offsets in the slot, packed in one row for each. */
export const sentTimes = async (
  scope: Scope,
  numbers: readonly number[],
  fromSlot: number,
  toSlot: number,
): Promise<Map<number, { slot: number; offset: number }[]>> => {
  const { sql } = scope;
  const rows = await sql<{ reporter: number; slots: string; offsets: string }[]>`
    select x.reporter, string_agg(x.slot::text, ',' order by x.slot) as slots,
      string_agg((x.block - x.slot)::text, ',' order by x.slot) as offsets
    from slot_reports x
    where x.reporter = any(${keyArray(sql, numbers.map(String), 'int')}::int[])
      and x.slot between ${fromSlot} and ${toSlot} and x.status = 'REPORTED' and ${asOf(scope, 'x')}
    group by x.reporter`;
  return new Map(
    rows.map(({ reporter, slots, offsets }) => {
      const all = offsets.split(',');
      return [reporter, slots.split(',').map((slot, i) => ({ slot: Number(slot), offset: Number(all[i]) }))];
    }),
  );
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
