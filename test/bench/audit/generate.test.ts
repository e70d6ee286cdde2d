import { MAINNET_PROFILE } from '@moho/protocol/base';
import { isPunished, punishmentDeadline } from '@moho/protocol/slots';
import { unpackRoster, workloadAt } from '@moho/protocol/verdicts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModel } from '../../../api/test/ddl';
import { startTestDatabase, type TestDatabase } from '../../../api/test/postgres';
import { createIndexes } from '../../../api/test/world';
import { generate } from './generate';
import { headOf, lastSlot, MEMBERS, slotCount } from './world';

const SCHEMA = 'moho';
const seed = Math.floor(Math.random() * 100_000);
const world = { reports: 30 * MEMBERS, seed, profile: MAINNET_PROFILE };

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  for (const statement of readModel(SCHEMA).statements) await database.admin.unsafe(statement);
});
afterAll(() => database.close());

const ask = <Row>(query: string) => database.admin.unsafe<(Row & object)[]>(query.replaceAll('$', `"${SCHEMA}".`));

interface Batch {
  slot: number;
  verdicts: string;
  reporters: Buffer;
  workloads: Buffer;
}

test(`made-up reports are judged as a sweep would judge them, and take room on disk (${seed})`, async () => {
  const one = await database.admin.reserve();
  const migrate = () => createIndexes(database.admin);
  const sizes = await generate(one as unknown as typeof database.admin, SCHEMA, world, migrate, () => undefined);
  one.release();

  const batches = await ask<Batch>(
    'select b.slot, b.verdicts, s.reporters, b.workloads from $sweep_batches b join $sweep_rosters s on s.id = b.roster order by b.slot',
  );
  const rows = await ask<{ reporter: number; slot: number; status: string; account: string }>(
    'select x.reporter, x.slot, x.status::text as status, p.account from $slot_reports x join $reporters p on p.number = x.reporter',
  );
  const nodes = new Map(
    (
      await ask<{ number: number; account: string }>('select number, account from $reporters where pub_key is null')
    ).map(({ number, account }) => [number, account]),
  );
  const told = new Map(
    rows.filter(({ status }) => status !== 'REJECTED').map((row) => [`${row.account} ${row.slot}`, row.status]),
  );
  expect(told.size).toBe(slotCount(world) * MEMBERS);

  const deadlines = new Map<number, number>();
  let judged = 0;
  for (const { slot, verdicts, reporters, workloads } of batches) {
    unpackRoster(reporters).forEach((number, i) => {
      judged++;
      const missed = verdicts[i] === 'M';
      expect(told.get(`${nodes.get(number)} ${slot}`)).toBe(missed ? 'MISSED' : 'REPORTED');
      if (missed) deadlines.set(number, punishmentDeadline(slot, world.profile));
      // what was missed before the first slot is not known here
      if (slot >= 8 * world.profile.slotBlocks + 600)
        expect(verdicts[i] !== 'R').toBe(isPunished(slot, deadlines.get(number) ?? 0));
      expect(workloadAt(workloads, i).spower).toBeGreaterThan(0n);
    });
  }
  expect(judged).toBe(slotCount(world) * MEMBERS);
  expect(rows.some(({ status }) => status === 'MISSED') && rows.some(({ status }) => status === 'REJECTED')).toBe(true);

  const [last] = await ask<{ n: number }>('select max(block)::int as n from $slot_reports');
  expect(last?.n).toBeLessThan(headOf(world));
  expect(lastSlot(world)).toBe(Math.max(...batches.map(({ slot }) => slot)));
  for (const { table, reports, tableBytes, indexBytes } of sizes)
    expect([table, reports > 0 && tableBytes > 0 && indexBytes > 0]).toEqual([table, true]);
});
