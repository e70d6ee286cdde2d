import type postgres from 'postgres';
import { SCHEMA } from '../../../api/test/fixtures';

/** One customer ordered all of them. */
export const fill = async (sql: postgres.Sql, files: number, client: string): Promise<void> => {
  await sql.unsafe(`insert into "${SCHEMA}".files (id, cid_hex, generation, size_bytes, spower, expired_at, calculated_at,
      amount, prepaid, reported_replica_count, remaining_paid_count, _block_range)
    select 'bafkrei' || md5('file' || n) || lpad(to_hex(n), 20, '0'), '0x00', 17, n * 1000, n * 1000, 400 + n % 5000, 0,
      n * 7, n * 13, 0, 4, '[100,)' from generate_series(1, ${files}) n`);
  await sql.unsafe(`insert into "${SCHEMA}".storage_orders (id, file_id, cid_hex, kind, account, payer, reserved_part,
      staking_part, storage_part, wrapped, block, event_index, time, _block_range)
    select '100-' || n, 'bafkrei' || md5('file' || n) || lpad(to_hex(n), 20, '0'), '0x00', 'NEW', '${client}', '${client}',
      1000 + n, 7200 + n, 1800 + n, false, 100, n, timestamp '2026-01-01', '[100,)' from generate_series(1, ${files}) n`);
  await sql.unsafe('vacuum analyze');
};
