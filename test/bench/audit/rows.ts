import type { Filling } from '../files/rows';
import { ROSTER_SLOTS } from './plan';
import { FIRST_SLOT, headOf, slotCount, type World } from './world';

const time = (block: string) => `timestamp '2024-01-01' + ${block} * interval '6 seconds'`;
const range = (from: string, to = 'null') => `int8range(${from}, ${to})`;
const own = (from: string) => `gen_random_uuid(), ${range(from)}`;
/** When the sweep of a slot visits a batch. */
const judgedAt = (slot: string, part: string, { profile }: World) =>
  `(${slot} + ${profile.slotBlocks + profile.sweepOffset} + ${part})`;
const u64 = (value: string) => `int8send(${value})`;

const REPORT =
  'id, reporter, slot, status, block, extrinsic_index, event_index, judged_at_block, punished, added_count, added_bytes, srd_bytes, files_size_bytes, error, _id, _block_range';

/** The rows of some slots in the order in which the indexer would write them: slot after slot, report after report. */
export const slotReportRows = (world: World, fromSlot: number, toSlot: number): string => {
  const { profile } = world;
  const slot = `(${FIRST_SLOT} + k * ${profile.slotBlocks})`;
  const block = `(${slot} + m.at_offset)`;
  const judged = judgedAt(slot, `m.place / ${profile.sweepBatch}`, world);
  return `select r.* from generate_series(${fromSlot}, ${toSlot - 1}) k cross join lateral (
      select m.reports_as || '-' || ${slot}, m.reports_as, ${slot}, 'REPORTED'::$STATUS, ${block} as block, 1 + m.n % 20,
        3 + 2 * (m.n % 20), null::int, null::boolean, case when m.n % 4 = 0 then 3 end,
        case when m.n % 4 = 0 then 3145728 end, m.free + 1000, m.spower / 2, null::text, ${own(block)}
      from seen s join machine m on m.n = s.n where s.i = k and s.letter <> 'M'
      union all
      select m.judged_as || '-' || ${slot}, m.judged_as, ${slot}, 'MISSED'::$STATUS, null, null, null,
        ${judged}, true, null, null, null, null, null, ${own(judged)}
      from seen s join machine m on m.n = s.n where s.i = k and s.letter = 'M'
      union all
      select ${block} || '-1-' || m.n, m.reports_as, ${slot}, 'REJECTED'::$STATUS, ${block}, 1 + m.n % 20, null,
        null, null, null, null, m.free, m.spower / 2, 'swork.InvalidReportTime', ${own(block)}
      from machine m where refused(m.n, k)
      order by block, 2) r`;
};

/** What the chain stores of each machine, a version for each report. */
export const sworkerRows = (world: World, fromSlot: number, toSlot: number): string => {
  const { slotBlocks } = world.profile;
  const since = (k: string) => `(${FIRST_SLOT} + ${k} * ${slotBlocks} + m.at_offset)`;
  return `select r.* from generate_series(${fromSlot}, ${toSlot - 1}) k cross join lateral (
      select m.anchor, ${FIRST_SLOT} + k * ${slotBlocks}, m.spower, m.free, m.spower / 2, '0x' || md5(k || 'a') || md5(m.n || 'b'),
        '0x' || md5(k || 'c' || m.n) || md5(m.n || 'd'), gen_random_uuid(),
        int8range(${since('k')}, case when k < ${slotCount(world) - 1} then ${since('(k + 1)')} end)
      from machine m order by m.at_offset, m.n) r`;
};

export const SLOT_REPORTS = { table: 'slot_reports', columns: REPORT };
export const SWORKERS = {
  table: 'sworkers',
  columns: 'id, report_slot, spower, free, reported_files_size_bytes, srd_root, files_root, _id, _block_range',
};

export const fillings = (world: World): Filling[] => {
  const { profile } = world;
  const head = headOf(world);
  const roster = `(s.i / ${ROSTER_SLOTS} || '-' || s.part)`;
  const judged = judgedAt('s.slot', 's.part', world);
  return [
    {
      table: 'blocks',
      columns:
        'id, number, hash, parent_hash, time, spec_version, author, extrinsic_count, event_count, _id, _block_range',
      select: `select b::text, b, '0x' || md5('x' || b) || md5('y' || b), '0x' || md5('x' || b - 1) || md5('y' || b - 1), ${time('b')}, 25, null, 2, 5,
        ${own('b')} from (select distinct ${FIRST_SLOT} + i * ${profile.slotBlocks} + o as b
          from generate_series(0, ${slotCount(world)}) i, (select distinct at_offset as o from machine) m union select ${head}) happened`,
    },
    {
      table: 'reporters',
      columns: 'id, number, account, owner, anchor, pub_key, _id, _block_range',
      select: `select md5('j' || n), judged_as, address, owner, anchor, null, ${own('1')} from machine
        union all select md5('r' || n), reports_as, address, owner, anchor, pub_key, ${own('1')} from machine`,
    },
    {
      table: 'sweep_batches',
      columns: 'id, slot, block, roster, verdicts, workloads, _id, _block_range',
      select: `select ${judged}::text, s.slot, ${judged}, ${roster}, string_agg(s.letter, '' order by s.place),
          string_agg(${u64('m.free')} || ${u64('m.spower + s.i * 1000')}, ''::bytea order by s.place), ${own(judged)}
        from seen s join machine m on m.n = s.n group by s.i, s.slot, s.part order by s.slot, s.part`,
    },
    {
      table: 'sweep_rosters',
      columns: 'id, reporters, _id, _block_range',
      select: `select e || '-' || m.place / ${profile.sweepBatch}, string_agg(int4send(m.judged_as), ''::bytea order by m.place), ${own('1')}
        from generate_series(0, ${Math.floor(slotCount(world) / ROSTER_SLOTS)}) e cross join machine m group by e, m.place / ${profile.sweepBatch}`,
    },
    {
      table: 'slot_summaries',
      columns: `id, slot, reporters, missed, punished, exempt, owners, total_free, total_spower, total_files_size_bytes, sweep_end_block,
        time, sweep_start_block, unreported, judged_free, judged_spower, deadline_mismatches, punishment_enabled, active_era,
        era_total_stake, issuance, total_stake_limit, _id, _block_range`,
      select: `select s.slot::text, s.slot, count(*) filter (where s.letter <> 'M'), count(*) filter (where s.letter = 'M'),
          count(*) filter (where s.letter <> 'R'), 0, 13, 1, 1, 1, ${judgedAt('s.slot', '4', world)}, ${time('s.slot')},
          ${judgedAt('s.slot', '0', world)}, 0, 1, 1, 0, true, 1, 1, 1, 1, ${own(judgedAt('s.slot', '4', world))}
        from seen s group by s.slot`,
    },
    {
      table: 'groups',
      columns: 'id, member_count, allowlist, _id, _block_range',
      select: `select owner, count(*), '[]'::jsonb, ${own('1')} from machine group by owner`,
    },
    {
      table: 'group_members',
      columns: 'id, owner, member, _id, _block_range',
      select: `select owner || '-' || address, owner, address, ${own('1')} from machine`,
    },
    {
      table: 'swork_identities',
      columns: 'id, anchor, punishment_deadline, owner, _id, _block_range',
      select: `select address, anchor, 0, owner, ${own('1')} from machine`,
    },
    {
      table: 'enclave_keys',
      columns: 'id, code, anchor, _id, _block_range',
      select: `select pub_key, '0xc0de', anchor, ${own('1')} from machine`,
    },
    {
      table: 'sworker_codes',
      columns: 'id, expire_block, _id, _block_range',
      select: `select '0xc0de', ${head + 1_000_000}, ${own('1')}`,
    },
    {
      table: 'accounts',
      columns: 'id, first_seen_block, identity_display, _id, _block_range',
      select: `select address, 1, null, ${own('1')} from (select address from machine union select owner from machine) who`,
    },
  ];
};
