import { FIRST_DEAD_OWNER, MEMBERS_OF_AN_OWNER } from './people';
import type { World } from './plan';

/** One table of the index and how its rows follow from the plan. */
export interface Filling {
  table: string;
  columns: string;
  /** `$KIND` stands for the type of the table's column `kind` */
  select: string;
}

const time = (block: string) => `timestamp '2024-01-01' + ${block} * interval '6 seconds'`;
const range = (from: string, to = 'null') => `int8range(${from}, ${to})`;
const client = (n: string) => `(select address from people where kind = 'client' and n = chance(${n}, 20, 2000))`;
const person = (kind: string, n: string, alias: string) =>
  `join people ${alias} on ${alias}.kind = '${kind}' and ${alias}.n = ${n}`;
const AMOUNT = '(1000 + p.size_bytes / 1048576 * 10000) * 18 / 100';

/** Versions of a file's row: ordered, half of its replicas there, all of them, spower counted. */
const versions = (): string => {
  const state = (count: string, expired: string, spower: string, amount: string, from: string, to: string) =>
    `(${count}, ${expired}, ${spower}, ${amount}, ${from}, ${to})`;
  return `values
    ${state('0::bigint', '0::bigint', '0::bigint', AMOUNT, 'p.ordered', "case when p.status <> 'WAITING' then p.first_at end")},
    ${state('p.replicas / 2', 'p.expired_at', '0', `${AMOUNT} / 2`, 'p.first_at', 'p.first_at + p.replicas * 20')},
    ${state('p.replicas', 'p.expired_at', '0', `${AMOUNT} * 44 / 100`, 'p.first_at + p.replicas * 20', 'p.spower_at')},
    ${state('p.replicas', 'p.expired_at', 'p.size_bytes * 2', `${AMOUNT} * 44 / 100`, 'p.spower_at', 'p.ended')}`;
};

const EVENT =
  'id, file_id, kind, account, owner, amount, value, block, extrinsic_index, event_index, time, _id, _block_range';
/** n tells the events of one block apart */
const event = (
  place: string,
  kind: string,
  who: [account: string, owner: string],
  figures: [amount: string, value: string],
  block: string,
) =>
  `${block} || '-' || (p.n * 20 + ${place}), p.cid, '${kind}'::$KIND, ${who.join(', ')}, ${figures.join(', ')},
   ${block}, 1, 3, ${time(block)}, gen_random_uuid(), ${range(block)}`;

export const fillings = ({ head, profile }: World): Filling[] => {
  const openSlot = head - (head % profile.slotBlocks);
  const reported = (n: string) =>
    `case when ${n} / ${MEMBERS_OF_AN_OWNER} < ${FIRST_DEAD_OWNER} then ${openSlot - profile.slotBlocks} else ${openSlot - 20 * profile.slotBlocks} end`;
  return [
    {
      table: 'blocks',
      columns:
        'id, number, hash, parent_hash, time, spec_version, author, extrinsic_count, event_count, _id, _block_range',
      select: `select b::text, b, '0x' || md5('x' || b) || md5('y' || b), '0x' || md5('x' || b - 1) || md5('y' || b - 1), ${time('b')}, 25, null, 2, 5,
        gen_random_uuid(), ${range('b')} from (select ordered as b from plan union select first_at from plan union select spower_at from plan
          union select ended from plan union select since from held union select ${head}) happened where b is not null`,
    },
    {
      table: 'files',
      columns: `id, cid_hex, generation, size_bytes, spower, expired_at, calculated_at, amount, prepaid, reported_replica_count,
        remaining_paid_count, _id, _block_range`,
      select: `select p.cid, p.cid_hex, 17, p.size_bytes, v.spower, v.expired_at, v.from_block, v.amount,
        case when chance(p.n, 15, 4) = 0 then chance(p.n, 16, 400000000) else 0 end, v.count, 4 - least(v.count, 4),
        gen_random_uuid(), ${range('v.from_block', 'v.to_block')}
        from plan p cross join lateral (${versions()}) v(count, expired_at, spower, amount, from_block, to_block)
        where v.from_block is not null and (p.status <> 'WAITING' or v.from_block = p.ordered and v.expired_at = 0)`,
    },
    {
      table: 'replicas',
      columns: 'id, file_id, owner, position, who, anchor, valid_at, is_reported, created_at, _id, _block_range',
      select: `select h.cid || '-' || o.address, h.cid, o.address, h.j, m.address, m.anchor, h.since - 12, true,
        case when h.j % 2 = 0 then h.since - 12 end, gen_random_uuid(), ${range('h.since', 'h.ended')}
        from held h ${person('owner', 'h.owner', 'o')} ${person('member', 'h.member', 'm')}`,
    },
    {
      table: 'storage_orders',
      columns: `id, file_id, cid_hex, kind, account, payer, signer, given_size_bytes, size_bytes, tips, memo, reserved_part,
        staking_part, storage_part, base_fee, byte_fee, keys_fee, wrapped, block, extrinsic_index, event_index, time, _id, _block_range`,
      select: `select b || '-' || p.n * 2 + again, p.cid, p.cid_hex, case again when 0 then 'NEW' else 'EXTEND' end::$KIND,
        c.address, c.address, c.address, p.size_bytes, p.size_bytes, chance(p.n, 13, 1000000), '', 1000000, ${AMOUNT} * 4, ${AMOUNT},
        1000000, 10000, 1000000, false, b, 1, p.n * 2 + again, ${time('b')}, gen_random_uuid(), ${range('b')}
        from plan p join people c on c.kind = 'client' and c.n = chance(p.n, 20, 2000)
        cross join lateral (select 0 as again, p.ordered as b union all
          select 1, p.spower_at where chance(p.n, 14, 5) = 0 and p.status not in ('WAITING', 'CLOSED')) x`,
    },
    {
      table: 'file_events',
      columns: EVENT,
      select: `select ${event('0', 'ORDERED', [client('p.n'), 'null'], [AMOUNT, 'p.size_bytes'], 'p.ordered')} from plan p
        union all select ${event('1', 'FIRST_REPLICA', ['null', 'null'], ['null::numeric', 'p.expired_at'], 'p.first_at')} from plan p where p.status <> 'WAITING'
        union all select ${event('2', 'SPOWER_CHANGED', ['null', 'null'], ['null', 'p.size_bytes * 2'], 'p.spower_at')} from plan p where p.status <> 'WAITING'
        union all select ${event('3', 'LIQUIDATED', [client('p.n'), 'null'], ['1000', 'null'], 'p.ended')} from plan p where p.status = 'CLOSED'
        union all select ${event('4', 'CLOSED', ['null', 'null'], ['null', 'null'], 'p.ended')} from plan p where p.status = 'CLOSED'`,
    },
    {
      table: 'file_events',
      columns: EVENT,
      select: `select ${event('5 + p.j', 'REPLICA_ADDED', ['m.address', 'o.address'], ['null::numeric', 'null::numeric'], 'p.since')}
        from held p ${person('owner', 'p.owner', 'o')} ${person('member', 'p.member', 'm')} where p.j < 8
        union all select ${event('13 + p.j', 'OWNER_PAID', ['null', 'o.address'], ['1000', '3 - p.j'], 'p.since')}
        from held p ${person('owner', 'p.owner', 'o')} where p.j < 2`,
    },
    {
      table: 'reported_files',
      columns: `id, file_id, cid_hex, is_added, anchor, account, owner, slot, size_bytes, valid_at, block, extrinsic_index, time, _id, _block_range`,
      select: `select p.ordered || '-1-' || p.n, p.cid, p.cid_hex, true, m.anchor, m.address, null,
        p.ordered - p.ordered % ${profile.slotBlocks}, p.size_bytes, p.ordered + 10, p.ordered, 1, ${time('p.ordered')}, gen_random_uuid(), ${range('p.ordered')}
        from plan p ${person('member', 'chance(p.n, 17, 1535)', 'm')} where p.status <> 'WAITING' or chance(p.n, 18, 2) = 0`,
    },
    {
      table: 'pot_movements',
      columns: 'id, kind, amount, account, file_id, block, extrinsic_index, event_index, time, _id, _block_range',
      select: `select p.ordered || '-' || p.n || '-0', 'ORDER'::$KIND, ${AMOUNT}, ${client('p.n')}, p.cid, p.ordered,
        1, p.n * 2, ${time('p.ordered')}, gen_random_uuid(), ${range('p.ordered')} from plan p`,
    },
    {
      table: 'swork_identities',
      columns: 'id, anchor, punishment_deadline, owner, _id, _block_range',
      select: `select m.address, m.anchor, 0, o.address, gen_random_uuid(), ${range('1')}
        from people m ${person('owner', `m.n / ${MEMBERS_OF_AN_OWNER}`, 'o')} where m.kind = 'member'`,
    },
    {
      table: 'sworkers',
      columns: 'id, report_slot, spower, free, reported_files_size_bytes, srd_root, files_root, _id, _block_range',
      select: `select m.anchor, ${reported('m.n')}, 1, 1, 1, '0x00', '0x00', gen_random_uuid(), ${range('1')} from people m where m.kind = 'member'`,
    },
    {
      table: 'enclave_keys',
      columns: 'id, code, anchor, _id, _block_range',
      select: `select '0xaa' || substr(m.anchor, 5), '0xc0de', m.anchor, gen_random_uuid(), ${range('1')} from people m where m.kind = 'member'`,
    },
    {
      table: 'sworker_codes',
      columns: 'id, expire_block, _id, _block_range',
      select: `select '0xc0de', ${head + 1_000_000}, gen_random_uuid(), ${range('1')}`,
    },
    {
      table: 'accounts',
      columns: 'id, first_seen_block, identity_display, _id, _block_range',
      select: `select address, 1, case when kind = 'owner' and n % 3 = 0 then 'Owner ' || n end, gen_random_uuid(), ${range('1')} from people`,
    },
    {
      table: 'dsm_prices',
      columns:
        'id, block, time, base_fee, byte_fee, keys_fee, file_keys_count, orders_count, added_files_count, unset, _id, _block_range',
      select: `select b::text, b, ${time('b')}, 1000000, 10000 + b % 97, 1000000, 1000, 3, 40, '[]'::jsonb, gen_random_uuid(), ${range('b')}
        from generate_series(600, ${head}, 600) b`,
    },
    {
      table: 'spower_services',
      columns:
        'id, last_processed_block_work_reports, last_replicas_update_block, last_spower_calculate_block, last_spower_update_block, spower_ready_period, _id, _block_range',
      select: `select 'service', ${head - 100}, ${head - 100}, ${head - 100}, ${head - 100}, ${profile.spowerReadyBlocks}, gen_random_uuid(), ${range('1')}`,
    },
  ];
};
