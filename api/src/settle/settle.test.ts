import { DEVNET_PROFILE, MULTIPLIER_ONE, orderRules, settlement, settlementFee } from '@moho/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api';
import { readModel } from '../../test/ddl';
import { HEAD, SCHEMA, writer } from '../../test/fixtures';
import { openDatabase } from '../database/database';
import { cidHexOf } from '../input';
import { feeTable } from './fee';
import { type SettlementRow, settlements } from './sql';

const seed = Math.floor(Math.random() * 0x7fff_ffff);
const [expired] = fc.sample(
  fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z0-9]{3,128}$/),
      sizeBytes: fc.bigInt({ min: 0n, max: 2n ** 33n }),
      expiredAt: fc.integer({ min: 1, max: HEAD }),
      amount: fc.bigInt({ min: 0n, max: 5n * 10n ** 9n }),
      prepaid: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 8n })),
    }),
    { minLength: 80, maxLength: 80, selector: ({ id }) => id },
  ),
  { numRuns: 1, seed },
);

let world: TestApi;
beforeAll(async () => {
  world = await startTestApi();
  const put = writer(world.database.admin, readModel(SCHEMA).tables);
  await put(
    'File',
    (expired ?? []).map(({ sizeBytes, amount, prepaid, ...file }) => ({
      ...file,
      cidHex: cidHexOf(file.id),
      generation: 17,
      sizeBytes: String(sizeBytes),
      amount: String(amount),
      prepaid: String(prepaid),
      spower: '0',
      calculatedAt: 1,
      reportedReplicaCount: 0,
      remainingPaidCount: 4,
      from: 20,
    })),
  );
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const PAGE = `query ($after: String, $outcome: SettlementOutcome, $field: SettlementOrderField!, $direction: SortDirection!) {
  settlements(first: 30, after: $after, outcome: $outcome, orderBy: { field: $field, direction: $direction }) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id net callerGain fee outcome amount prepaid expiredAt sizeBytes overdueBlocks renewalCost prepaidAfter
      expiredAtAfter call { callData } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the question shaped them
type Node = any;

const allPages = async (field: string, direction: string, outcome?: string): Promise<Node[]> => {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await world.ask(PAGE, { after, outcome, field, direction });
    expect(errors).toEqual([]);
    nodes.push(...data.settlements.nodes);
    after = data.settlements.pageInfo.endCursor;
    if (!data.settlements.pageInfo.hasNextPage) {
      expect(nodes.length).toBe(data.settlements.totalCount);
      return nodes;
    }
  }
};

const ascending = (values: bigint[]): boolean => values.every((value, i) => i === 0 || (values[i - 1] ?? 0n) <= value);

test(`every expired file is listed once, sorted by what protocol tells of it (seed ${seed})`, async () => {
  const fields: [string, (node: Node) => bigint][] = [
    ['NET', ({ net }) => BigInt(net)],
    ['EXPIRED_AT', ({ expiredAt }) => BigInt(expiredAt)],
    ['SIZE', ({ sizeBytes }) => BigInt(sizeBytes)],
    ['PREPAID', ({ prepaid }) => BigInt(prepaid)],
  ];
  for (const [field, numberOf] of fields) {
    const up = await allPages(field, 'ASC');
    expect(ascending(up.map(numberOf)), `${field} of seed ${seed}`).toBe(true);
    expect((await allPages(field, 'DESC')).map(({ id }) => id)).toEqual(up.map(({ id }) => id).reverse());
    expect(new Set(up.map(({ id }) => id)).size).toBe(up.length);
    expect(up.length).toBeGreaterThanOrEqual(80);
  }
});

test('outcomes part the list, and the desk sums it up', async () => {
  const [all, renewed, closed] = await Promise.all([
    allPages('NET', 'DESC'),
    allPages('NET', 'DESC', 'RENEWED'),
    allPages('NET', 'DESC', 'CLOSED'),
  ]);
  expect(renewed.length > 0 && closed.length > 0).toBe(true);
  expect(renewed.every(({ outcome }) => outcome === 'RENEWED')).toBe(true);
  expect(closed.every(({ outcome }) => outcome === 'CLOSED')).toBe(true);
  expect([...renewed, ...closed].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
  const { data, errors } = await world.ask(`{ settleDesk { asOf expired renewing worthSettling totalGain worthNet
    fee { usual base perByte weight multiplier readFrom { id } } figureReceipts { figure receipt { rule } } } }`);
  expect(errors).toEqual([]);
  const sum = (values: string[]) => String(values.reduce((total, value) => total + BigInt(value), 0n));
  const worth = all.map(({ net }) => net).filter((net) => BigInt(net) > 0n);
  expect(data.settleDesk).toMatchObject({
    asOf: HEAD,
    expired: all.length,
    renewing: renewed.length,
    worthSettling: worth.length,
    totalGain: sum(all.map(({ callerGain }) => callerGain)),
    worthNet: sum(worth),
  });
  for (const { net, callerGain, fee, amount } of all) {
    expect(BigInt(net)).toBe(BigInt(callerGain) - BigInt(fee));
    expect(callerGain).toBe(amount);
  }
});

test('an older block lists what was expired then', async () => {
  const { data, errors } = await world.ask('{ settlements(at: 100, first: 100) { nodes { expiredAt } } }');
  expect(errors).toEqual([]);
  for (const { expiredAt } of data.settlements.nodes) expect(expiredAt).toBeLessThanOrEqual(100);
});

test.each([1, 4, 16, 17, 25])('SQL sorts by the rules of spec %i as protocol writes them', async (spec) => {
  const db = openDatabase({ url: world.database.url, schema: SCHEMA });
  // so that the end of some files lies far enough back for the rules up to spec 16
  const profile = { ...DEVNET_PROFILE, fileDurationBlocks: 1200 };
  const fees = { base: 1_000_001n, byte: 10_003n, keys: 70_007n };
  const rates = { spec, fees, table: feeTable(spec, MULTIPLIER_ONE), graceBlocks: 100 };
  try {
    const sql = db.sql();
    const scope = { sql, view: { at: null, height: HEAD }, profile };
    const rows = await sql<SettlementRow[]>`select * from (${settlements(rates).source(scope)}) t`;
    expect(rows.length).toBeGreaterThanOrEqual(80);
    for (const row of rows) {
      const told = settlement({
        file: {
          sizeBytes: BigInt(row.sizeBytes),
          expiredAt: row.expiredAt,
          amount: BigInt(row.amount),
          prepaid: BigInt(row.prepaid),
          hasReplicas: false,
        },
        block: HEAD + 1,
        fees,
        spec,
        profile,
      });
      const fee = settlementFee(row.id.length, spec, MULTIPLIER_ONE);
      expect([row.id, row.renews, BigInt(row.gain), BigInt(row.net)], `${orderRules(spec)}, seed ${seed}`).toEqual([
        row.id,
        told.outcome === 'RENEWED',
        told.callerGain,
        told.callerGain - fee,
      ]);
    }
  } finally {
    await db.close();
  }
});
