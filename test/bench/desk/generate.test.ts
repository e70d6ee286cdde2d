import { MAINNET_PROFILE } from '@moho/protocol/base';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLUMN_NAMES } from '../../../api/src/desk/columns';
import { type RunningApi, startApi } from '../../../api/src/server/server';
import { asker, settingsFor } from '../../../api/test/api';
import { readModel } from '../../../api/test/ddl';
import { startTestDatabase, type TestDatabase } from '../../../api/test/postgres';
import { createIndexes } from '../../../api/test/world';
import { generate } from './generate';
import { judge, questionOf } from './questions';

const SCHEMA = 'moho';
const seed = Math.floor(Math.random() * 100_000);
const world = { candidates: 100, eras: 6, seed, profile: MAINNET_PROFILE };

let database: TestDatabase;
let api: RunningApi;
const failures: string[] = [];
beforeAll(async () => {
  database = await startTestDatabase();
  for (const statement of readModel(SCHEMA).statements) await database.admin.unsafe(statement);
  await createIndexes(database.admin);
  const one = await database.admin.reserve();
  await generate(one as unknown as typeof database.admin, SCHEMA, world, () => undefined);
  one.release();
  api = await startApi(settingsFor(database.url, { profile: MAINNET_PROFILE }), (level, message, details) => {
    if (level === 'error') failures.push(`${message} ${JSON.stringify(details)}`);
  });
});
afterAll(async () => {
  await api.close();
  await database.close();
});

test(`every question of the bench is answered from a made-up network (${seed})`, async () => {
  for (let n = 0; n < COLUMN_NAMES.length; n++) {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: questionOf(n),
    });
    expect([judge(response.status, await response.text()), failures]).toEqual([null, []]);
  }
});

test(`a made-up era is as the chain would have it: exposures are no larger than stake or limit, and add up (${seed})`, async () => {
  const rows = await database.admin.unsafe<
    { total: string | null; nominal_total: string; stake_limit_at_snapshot: string; era: number }[]
  >(`select era, total, nominal_total, stake_limit_at_snapshot from "${SCHEMA}".validator_eras`);
  const eras = await database.admin.unsafe<{ era: number; total_stake: string }[]>(
    `select era, total_stake from "${SCHEMA}".era_stats`,
  );
  expect(eras.length).toBe(world.eras);
  const sums = new Map<number, bigint>();
  for (const row of rows) {
    if (row.total === null) continue;
    const [total, nominal, limit] = [row.total, row.nominal_total, row.stake_limit_at_snapshot].map(BigInt) as [
      bigint,
      bigint,
      bigint,
    ];
    expect(total === (nominal < limit ? nominal : limit)).toBe(true);
    sums.set(row.era, (sums.get(row.era) ?? 0n) + total);
  }
  for (const { era, total_stake } of eras) expect(sums.get(era)).toBe(BigInt(total_stake));
});

test('nodes of all standings are there, some with more guarantors than are paid', async () => {
  const ask = asker(api.url);
  const { data } = await ask(
    '{ nodes(first: 100) { nodes { standing guarantorCount guarantorCapacity slashCount } } }',
  );
  const standings = new Set(data.nodes.nodes.map(({ standing }: { standing: string }) => standing));
  expect([...standings].sort()).toEqual(expect.arrayContaining(['ELECTED', 'WAITING']));
});
