import { MAINNET_PROFILE } from '@moho/protocol/base';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModel } from '../../../api/test/ddl';
import { startTestDatabase, type TestDatabase } from '../../../api/test/postgres';
import { generate } from './generate';

const SCHEMA = 'moho';
const FILES = 1000;
const HEAD = 6_000_000;
const seed = Math.floor(Math.random() * 100_000);
const world = { files: FILES, seed, head: HEAD, profile: MAINNET_PROFILE };

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  for (const statement of readModel(SCHEMA).statements) await database.admin.unsafe(statement);
});
afterAll(() => database.close());

const make = async (): Promise<void> => {
  const sql = database.admin;
  await sql.reserve().then(async (one) => {
    await generate(one as unknown as typeof sql, SCHEMA, world, () => undefined);
    one.release();
  });
};

const count = async (query: string): Promise<number> => {
  const [row] = await database.admin.unsafe<{ n: number }[]>(query);
  return Number(row?.n);
};
const digest = async (table: string, columns: string): Promise<string> => {
  const [row] = await database.admin.unsafe<{ d: string }[]>(
    `select md5(string_agg(x::text, '|' order by x::text)) as d from (select ${columns} from "${SCHEMA}".${table}) x`,
  );
  return String(row?.d);
};

test(`a made-up index is the same each time for one seed (${seed}), and has what was asked for`, async () => {
  await make();
  const digests = () =>
    Promise.all([
      digest('files', 'id, size_bytes, expired_at, _block_range'),
      digest('replicas', 'id, who, valid_at, _block_range'),
      digest('file_events', 'id, kind, block, owner'),
      digest('storage_orders', 'id, account, tips'),
    ]);
  const first = await digests();
  await make();
  expect(await digests()).toEqual(first);
  expect(await count(`select count(distinct id) as n from "${SCHEMA}".files`)).toBe(FILES);
  // every file that is not waiting has at least 8 replicas of different owners, and 10 events
  const least = (table: string, what: string) =>
    count(`select min(n) as n from (select ${what} as n from "${SCHEMA}".${table} where file_id in
      (select file_id from "${SCHEMA}".file_events where kind = 'FIRST_REPLICA') group by file_id) x`);
  expect(await least('replicas', 'count(distinct owner)')).toBeGreaterThanOrEqual(8);
  expect(await least('file_events', 'count(*)')).toBeGreaterThanOrEqual(10);
  // rows of one id never hold in the same block, and everything that happened lies before the head
  expect(
    await count(`select count(*) as n from "${SCHEMA}".files a join "${SCHEMA}".files b on a.id = b.id
      and a._id < b._id and a._block_range && b._block_range`),
  ).toBe(0);
  for (const table of ['files', 'replicas', 'file_events', 'storage_orders']) {
    const rows = `"${SCHEMA}".${table}`;
    expect(await count(`select count(*) as n from ${rows} where lower(_block_range) > ${HEAD}`), table).toBe(0);
    expect(await count(`select count(*) - count(distinct (id, lower(_block_range))) as n from ${rows}`), table).toBe(0);
  }
  expect(
    await count(`select count(*) as n from pg_indexes where schemaname = '${SCHEMA}' and tablename = 'files'`),
  ).toBe(2);
});
