import type { Filling } from '../files/rows';
import { endOf, FIRST_ERA, headOf, lastEra, lastSlot, SLOTS, type World } from './world';

const time = (block: string) => `timestamp '2024-01-01' + ${block} * interval '6 seconds'`;
const own = (from: string) => `gen_random_uuid(), int8range(${from}, null)`;
const hashed = (block: string) => `'0x' || md5('x' || ${block}) || md5('y' || ${block})`;
/** identities a block of a sweep visits */
const BATCH = 500;
const NONE = 'null::numeric';

export const fillings = (world: World): Filling[] => {
  const { profile } = world;
  const head = headOf(world);
  const eraBlocks = endOf(1, world) - endOf(0, world);
  const ended = `((e.era + 1) * ${eraBlocks})`;
  const last = lastEra(world);
  const counted = 'least(p.nominal, p.stake_limit)';
  const judged = (part: string) => `(s.slot + ${profile.slotBlocks + profile.sweepOffset} + ${part})`;
  const slots = `(select ${lastSlot(world)} - i * ${profile.slotBlocks} as slot from generate_series(0, ${SLOTS - 1}) i) s`;
  const machine = `(select n, n / ${BATCH} as part from candidate) m`;
  return [
    {
      table: 'blocks',
      columns:
        'id, number, hash, parent_hash, time, spec_version, author, extrinsic_count, event_count, _id, _block_range',
      select: `select b::text, b, ${hashed('b')}, ${hashed('(b - 1)')}, ${time('b')}, 25, null, 2, 5, ${own('b')}
        from (select ${ended} as b from generate_series(${FIRST_ERA}, ${last}) e(era) union select ${head}) happened`,
    },
    {
      table: 'accounts',
      columns: 'id, first_seen_block, identity_display, _id, _block_range',
      select: `select p.address, 1, c.name, ${own('1')} from person p left join candidate c on c.stash = p.address`,
    },
    {
      table: 'bondeds',
      columns: 'id, controller, _id, _block_range',
      select: `select stash, stash, ${own('1')} from candidate`,
    },
    {
      table: 'ledgers',
      columns: 'id, stash, total, active, unlocking, claimed_rewards, _id, _block_range',
      select: `select c.stash, c.stash, c.own, c.own, '[]', (select coalesce(jsonb_agg(e), '[]'::jsonb)
        from generate_series(${FIRST_ERA}, ${last} - c.last_claimed) e), ${own('1')} from candidate c`,
    },
    {
      table: 'validators',
      columns: 'id, guarantee_fee_perbill, _id, _block_range',
      select: `select stash, fee, ${own('1')} from candidate`,
    },
    {
      table: 'stake_limits',
      columns: 'id, "limit", _id, _block_range',
      select: `select stash, stake_limit, ${own('1')} from candidate where stake_limit is not null`,
    },
    {
      table: 'groups',
      columns: 'id, member_count, allowlist, _id, _block_range',
      select: `select stash, 1, '[]'::jsonb, ${own('1')} from candidate`,
    },
    {
      table: 'guarantees',
      columns: 'id, guarantor, validator, position, value, _id, _block_range',
      select: `select guarantor || '-' || stash, guarantor, stash, 0, value, ${own('1')} from vote`,
    },
    {
      table: 'era_stats',
      columns: `id, era, start_session, total_stake, staking_payout, market_payout, reward_points, planned_at_block, start_block,
        start_time, end_block, end_time, authoring_total, staking_total, issuance, elected_count, _id, _block_range`,
      select: `select e.era::text, e.era, e.era * 6, e.total, 2000000000000000 + chance(e.era, 17, 500) * 1000000000000, 0, 100000,
          ${ended} - ${eraBlocks}, ${ended} - ${eraBlocks}, ${time(`(${ended} - ${eraBlocks})`)}, ${ended}, ${time(ended)},
          600000000000000, 2000000000000000, 20000000000000000000, ${world.candidates / 2}, ${own(ended)}
        from (select p.era, sum(${counted}) as total from past p where p.stake_limit > 0 group by p.era) e`,
    },
    {
      table: 'validator_eras',
      columns: `id, era, stash, total, own, guarantee_fee_perbill, authoring_payout, points, elected, stake_limit_at_snapshot,
        nominal_total, nominal_own, _id, _block_range`,
      select: `select e.era || '-' || e.stash, e.era, e.stash, case when e.stands then e.counted end, null, e.fee, e.authoring,
          null, e.elected, e.stake_limit, case when e.stands then e.nominal end, ${NONE}, ${own(ended)}
        from (select p.*, ${counted} as counted, coalesce(p.stake_limit, 0) > 0 as stands from past p) e`,
    },
    {
      table: 'slash_records',
      columns: 'id, stash, amount, block, event_index, time, _id, _block_range',
      select: `select '100-' || n, stash, floor(own / 10), 100, n, ${time('100')}, ${own('100')} from candidate where chance(n, 18, 60) = 0`,
    },
    {
      table: 'reporters',
      columns: 'id, number, account, owner, anchor, pub_key, _id, _block_range',
      select: `select md5('j' || c.n), c.n + 1, p.address, c.stash, '0x' || md5('a' || c.n), null, ${own('1')}
        from candidate c join person p on p.kind = 'machine' and p.n = c.n`,
    },
    {
      table: 'sweep_rosters',
      columns: 'id, reporters, _id, _block_range',
      select: `select m.part::text, string_agg(int4send(m.n + 1), ''::bytea order by m.n), ${own('1')} from ${machine} group by m.part`,
    },
    {
      table: 'sweep_batches',
      columns: 'id, slot, block, roster, verdicts, workloads, _id, _block_range',
      select: `select ${judged('m.part')}::text, s.slot, ${judged('m.part')}, m.part::text,
          string_agg(case when chance(s.slot::bigint * 10000 + m.n, 19, 100) < chance(m.n, 20, 4) then 'M' else 'R' end, '' order by m.n),
          ''::bytea, ${own(judged('m.part'))}
        from ${slots} cross join ${machine} group by s.slot, m.part`,
    },
  ];
};
