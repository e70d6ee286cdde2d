import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api';
import { address, SCHEMA } from '../../test/fixtures';
import { subscribe } from '../../test/stream';
import { createIndexes } from '../../test/world/index';
import { BATCH_ROWS } from '../database/long-read';

const FILES = 10_000;
const CLIENT = address(95);

let world: TestApi;
beforeAll(async () => {
  world = await startTestApi();
  const { admin } = world.database;
  await createIndexes(admin);
  await admin.unsafe(`insert into "${SCHEMA}".files (id, cid_hex, generation, size_bytes, spower, expired_at, calculated_at,
      amount, prepaid, reported_replica_count, remaining_paid_count, _block_range)
    select 'Qmlong' || n, '0x00', 17, n, n, 400 + n % 500, 0, 0, 0, 0, 4, '[100,)' from generate_series(1, ${FILES}) n`);
  await admin.unsafe(`insert into "${SCHEMA}".storage_orders (id, file_id, cid_hex, kind, account, payer, reserved_part,
      staking_part, storage_part, wrapped, block, event_index, time, _block_range)
    select '100-' || n, 'Qmlong' || n, '0x00', 'NEW', '${CLIENT}', '${CLIENT}', 1, 2, 3, false, 100, n, now(), '[100,)'
    from generate_series(1, ${FILES}) n`);
  await admin.unsafe('analyze');
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const question = (fields: string) =>
  `subscription ($a: String) { fileRows(filter: {orderedBy: $a}) { asOf rows { cid expiredAt ${fields} } } }`;
const QUERY = question('');
/** Ten kilobytes a row, a hundred megabytes in all: a connection may hold 36 of them unread (Linux' tcp_rmem and tcp_wmem). */
const WIDE_QUERY = question(Array.from({ length: 25 }, (_, i) => `a${'x'.repeat(400)}${i}: sizeBytes`).join(' '));

const openTransactions = async (): Promise<number> => {
  const [row] = await world.database.admin<{ n: number }[]>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'moho-api' and xact_start is not null`;
  return row?.n ?? 0;
};

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('ten thousand files come in batches, each once, in order', async () => {
  const stream = await subscribe(world.api.url, QUERY, { a: CLIENT });
  const ends: number[] = [];
  const cids = new Set<string>();
  for (let answer = await stream.next(); answer !== null; answer = await stream.next()) {
    const { data } = answer;
    expect(data.fileRows.rows.length).toBeLessThanOrEqual(BATCH_ROWS);
    for (const { cid, expiredAt } of data.fileRows.rows) {
      cids.add(cid);
      ends.push(expiredAt);
    }
  }
  expect(cids.size).toBe(FILES);
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  expect(world.api.settings.exports.running()).toBe(0);
  await until(async () => (await openTransactions()) === 0);
});

test('who stops reading pauses the cursor, and who leaves frees it', async () => {
  const { statementCount } = world.api.settings.db;
  const before = statementCount();
  const { next, leave } = await subscribe(world.api.url, WIDE_QUERY, { a: CLIENT });
  await next();
  // until nothing more is read for a while
  let quiet = 0;
  let last = statementCount();
  await until(async () => {
    const now = statementCount();
    quiet = now === last ? quiet + 1 : 0;
    last = now;
    return quiet > 25;
  });
  // each batch takes the fetch and at least two statements for its rows
  expect(last - before).toBeLessThan((FILES / BATCH_ROWS) * 3);
  expect(await openTransactions()).toBe(1);
  expect(world.api.settings.exports.running()).toBe(1);
  leave();
  await until(async () => (await openTransactions()) === 0);
  await until(async () => world.api.settings.exports.running() === 0);
});

test('what is written while an export runs is not in it', async () => {
  const stream = await subscribe(world.api.url, WIDE_QUERY, { a: CLIENT });
  const first = await stream.next();
  await world.database.admin.unsafe(
    `update "${SCHEMA}".files set _block_range = '[100,301)' where id like 'Qmlong%' and size_bytes % 2 = 0`,
  );
  let rows = first?.data.fileRows.rows.length;
  for (let answer = await stream.next(); answer !== null; answer = await stream.next())
    rows += answer.data.fileRows.rows.length;
  expect(rows).toBe(FILES);
});
