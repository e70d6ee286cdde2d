import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '../../scripts/start/postgres/database';
import { SCHEMA } from '../../scripts/start/stack';
import { prepareIndexer } from './build';
import type { Mismatch } from './compare';
import { compareHeights } from './compare-heights';
import { compareHistory } from './compare-history';
import { judgedReport } from './judged-report';
import { compareMoney } from './money/compare-money';
import { noOverrides } from './overrides';
import { type Place, placesOf } from './places';
import { quietPolkadot } from './quiet';
import { compareAllReceipts } from './receipts';
import { compareRecords } from './records';
import { type IndexedChain, openIndexed } from './run-chain';
import { openScope, type Scope } from './run-once';
import { blockRows, overlaps } from './sql';
import { openWorkplace } from './workplace';
import { compareYield } from './yield/compare-yield';

/**
 * A comparison that finds nothing proves nothing unless it can find something: a small chain is indexed for real, one row
 * at a time is spoilt in the database, and each spoilt row must be reported, and nothing else.
 */
const BLOCKS = 260;
const MINUTES = 60_000;

let scope: Scope;
let indexed: IndexedChain;
let sql: ReturnType<typeof connect>;
let restore: () => void;

beforeAll(async () => {
  restore = quietPolkadot();
  scope = openScope();
  const silent = () => undefined;
  const place = await openWorkplace(scope, new AbortController().signal, silent);
  await prepareIndexer(place.room, silent);
  const given = { kind: 'simulation' as const, name: 'small', seed: 1, blocks: BLOCKS };
  indexed = await openIndexed(given, place, scope, silent);
  sql = connect(indexed.databaseUrl);
  scope.defer(() => sql.end());
}, 6 * MINUTES);
afterAll(async () => {
  await scope.close();
  restore();
}, MINUTES);

const mismatches = async (): Promise<Mismatch[]> => {
  const { chain, ask, served } = indexed;
  const compared = await compareHeights(chain, ask, [served.head], noOverrides, served.profile);
  expect(compared.undecoded).toEqual([]);
  const keys = compared.results.reduce((sum, result) => sum + result.keysCompared, 0);
  expect(keys).toBeGreaterThan(100);
  return [...compared.results, ...compared.derived].flatMap((result) => result.mismatches);
};
const historyMismatches = async (): Promise<Place[]> => {
  const { chain, ask, served } = indexed;
  const { head, profile } = served;
  return placesOf(await compareHistory(chain, ask, sql, [head], head, noOverrides, profile), 'SlashRecord');
};
const receiptMismatches = async (): Promise<[item: string, field: string | null][]> => {
  const { chain, ask, served } = indexed;
  const results = await compareAllReceipts(chain, ask, [served.head], noOverrides);
  expect(results.map(({ item }) => item).sort()).toEqual(
    ['BLOCK', 'DERIVED', 'EVENT', 'STORAGE'].map((kind) => `Receipt ${kind}`),
  );
  return results.flatMap((result) => result.mismatches).map(({ item, field }) => [item, field]);
};
const recordMismatches = async () =>
  compareRecords(await indexed.chain.blocks(indexed.served.head), await blockRows(sql, SCHEMA)).mismatches;
const table = (name: string) => sql`${sql(SCHEMA)}.${sql(name)}`;
const firstId = async (name: string): Promise<string> => {
  const [row] = await sql<{ id: string }[]>`
    select id from ${table(name)} where upper_inf(_block_range) order by id limit 1`;
  if (!row) throw new Error(`${name} has no current row`);
  return row.id;
};
const current = (id: string) => sql`where id = ${id} and upper_inf(_block_range)`;

it('finds nothing in an index that nobody touched', { timeout: 2 * MINUTES }, async () => {
  expect(await mismatches()).toEqual([]);
  expect(await recordMismatches()).toEqual([]);
});

it('reports a value that is one pico too large', { timeout: 2 * MINUTES }, async () => {
  const id = await firstId('stake_limits');
  await sql`update ${table('stake_limits')} set "limit" = "limit" + 1 ${current(id)}`;
  const [found, ...others] = await mismatches();
  expect(others).toEqual([]);
  expect(found).toMatchObject({ item: 'Staking.StakeLimit', block: indexed.served.head, id, field: 'limit' });
  expect(BigInt(String(found?.index)) - BigInt(String(found?.chain))).toBe(1n);
  await sql`update ${table('stake_limits')} set "limit" = "limit" - 1 ${current(id)}`;
  expect(await mismatches()).toEqual([]);
});

it('reports a receipt whose value the chain does not hold', { timeout: 2 * MINUTES }, async () => {
  expect(await receiptMismatches()).toEqual([]);
  const id = await firstId('sworkers');
  await sql`update ${table('sworkers')} set spower = spower + 1 ${current(id)}`;
  expect(await receiptMismatches()).toEqual([['Receipt STORAGE', 'rawValue']]);
  await sql`update ${table('sworkers')} set spower = spower - 1 ${current(id)}`;
});

it('reports a key without a row, and a row without a key', { timeout: 2 * MINUTES }, async () => {
  const id = await firstId('sworker_codes');
  await sql`update ${table('sworker_codes')} set id = '0xbad' ${current(id)}`;
  const found = (await mismatches()).filter((mismatch) => mismatch.item === 'Swork.Codes');
  expect(found.map(({ id: key, field, chain, index }) => [key, field, chain === null, index === null])).toEqual([
    [id, null, false, true],
    ['0xbad', null, true, false],
  ]);
  await sql`update ${table('sworker_codes')} set id = ${id} ${current('0xbad')}`;
  expect(await mismatches()).toEqual([]);
});

it('reports a row that ended too early, as of the blocks after it', { timeout: 2 * MINUTES }, async () => {
  const id = await firstId('bondeds');
  const { head } = indexed.served;
  await sql`update ${table('bondeds')} set _block_range = int8range(lower(_block_range), ${head}::bigint) ${current(id)}`;
  expect((await mismatches()).map(({ item, id: key, index }) => [item, key, index])).toEqual([
    ['Staking.Bonded', id, null],
  ]);
  await sql`update ${table('bondeds')} set _block_range = int8range(lower(_block_range), null)
    where id = ${id} and upper(_block_range) = ${head}::bigint`;
  expect(await mismatches()).toEqual([]);
});

const yieldMismatches = async (): Promise<[item: string, id: string][]> => {
  const { chain, served } = indexed;
  const results = await compareYield(chain, sql, [served.head], served.head, noOverrides, served.profile);
  // nobody misbehaves on this chain
  for (const { item, keysCompared } of results)
    if (!['Slash due', 'Staking.UnappliedSlashes'].includes(item)) expect([item, keysCompared]).not.toEqual([item, 0]);
  return results.flatMap((result) => result.mismatches).map(({ item, id }) => [item, id]);
};

it('reports a spoilt reward, pool, author, exposure, fee, seat and waiting slash', { timeout: MINUTES }, async () => {
  expect(await yieldMismatches()).toEqual([]);
  const [payment] = await sql<{ id: string; era: number }[]>`
    select id, era from ${table('reward_payments')}
    where validator is not null and amount > 1000 and upper_inf(_block_range) order by block, event_index limit 1`;
  const [seat] = await sql<{ id: string; era: number }[]>`
    select id, era from ${table('validator_eras')} where elected and nominal_own is not null
      and upper_inf(_block_range) order by id limit 1`;
  const [author] = await sql<{ id: string }[]>`
    select id from ${table('validator_eras')} where authoring_payout is not null and upper_inf(_block_range)
    order by id limit 1`;
  if (!payment || !seat || !author) throw new Error('the chain is too short to have a reward and an election');
  const spoil = async (column: string, name: string, id: string, by: number) =>
    sql`update ${table(name)} set ${sql(column)} = ${sql(column)} + ${by} ${current(id)}`;
  const noticed = async (column: string, name: string, id: string, by: number) => {
    await spoil(column, name, id, by);
    const found = await yieldMismatches();
    await spoil(column, name, id, -by);
    return [...new Set(found.map(([item]) => item))];
  };
  // one pico more was paid than the rows of its era come to
  expect(await noticed('amount', 'reward_payments', payment.id, 1)).toEqual(['RewardPayment', 'Reward re-derived']);
  expect(await noticed('used_fee_reduction_quota', 'era_pools', String(payment.era), 10)).toContain(
    'Era pool re-derived',
  );
  expect(await noticed('authoring_payout', 'validator_eras', author.id, 1)).toContain('Authoring re-derived');
  expect(await noticed('own', 'validator_eras', seat.id, 1)).toEqual(['Exposure re-derived']);
  expect(await noticed('guarantee_fee_perbill', 'validator_eras', seat.id, -1)).toContain('Era fee re-derived');
  expect(await noticed('validator_count', 'era_elections', String(seat.era), -1000)).toEqual(['Election re-derived']);
  await sql`insert into ${table('unapplied_slashes')}
    (_id, _block_range, id, era, position, validator, own, others, reporters, payout)
    select gen_random_uuid(), int8range(9, null), '0-0', 0, 0, 'somebody', 1, '[]', '[]', 0`;
  expect(await yieldMismatches()).toContainEqual(['Staking.UnappliedSlashes', '0-0']);
  await sql`delete from ${table('unapplied_slashes')} where id = '0-0'`;
  expect(await yieldMismatches()).toEqual([]);
});

it('reports a spoilt report, judgement, total, slash and snapshot', { timeout: 2 * MINUTES }, async () => {
  expect(await historyMismatches()).toEqual([]);
  const report = await judgedReport(sql, SCHEMA);
  const [snapshot] = await sql<{ id: string }[]>`
    select id from ${table('validator_eras')}
    where stake_limit_at_snapshot is not null and upper_inf(_block_range) order by id limit 1`;
  if (!snapshot) throw new Error('the chain is too short to have an era of its own');
  const summary = await firstId('slot_summaries');
  // the same node with another key sent it, and the sweep punished it or did not
  await sql`insert into ${table('reporters')} (_id, _block_range, id, number, account, owner, anchor, pub_key)
    select gen_random_uuid(), _block_range, 'spoilt', -1, account, owner, anchor, '0xbad'
    from ${table('reporters')} where number = ${report.reporter}`;
  await sql`update ${table('slot_reports')} set reporter = -1 ${current(report.rowId)}`;
  await sql`update ${table('sweep_batches')}
    set verdicts = overlay(verdicts placing ${report.verdict === 'R' ? 'P' : 'R'} from ${report.position} for 1)
    where block = ${report.judgedAt}`;
  await sql`update ${table('slot_summaries')} set total_free = total_free + 1 ${current(summary)}`;
  await sql`update ${table('validator_eras')}
    set stake_limit_at_snapshot = stake_limit_at_snapshot + 1 ${current(snapshot.id)}`;
  await sql`insert into ${table('slash_records')} (_id, _block_range, id, stash, amount, block, event_index, time)
    select gen_random_uuid(), int8range(9, null), '9-9', 'somebody', 1, 9, 9, now()`;
  expect(await historyMismatches()).toEqual([
    ['SlotReport (event)', report.place, 'pubKey'],
    ['SlotReport', report.id, 'punished'],
    ['SlotSummary', summary, 'totalFree'],
    ['SweepBatch', `${report.judgedAt}-${report.position - 1}`, 'verdict'],
    ['SlashRecord', '9-9', null],
    ['ValidatorEra (snapshot)', snapshot.id, 'stakeLimitAtSnapshot'],
  ]);
});

const moneyMismatches = async (): Promise<Place[]> => {
  const { chain, served } = indexed;
  const { head, profile } = served;
  // the ledgers of specs 1 and 2 are empty here
  return placesOf(await compareMoney(chain, sql, [head], head, noOverrides, profile), 'Market.MerchantLedgers');
};

it('reports spoilt money: of the pot, an owner, a file, an order, a reported file and the service', {
  timeout: 2 * MINUTES,
}, async () => {
  expect(await moneyMismatches()).toEqual([]);
  const [movement] = await sql<{ id: string; block: number; fileId: string }[]>`
    select id, block, file_id as "fileId" from ${table('pot_movements')}
    where kind::text = 'ORDER' and block > 1 and upper_inf(_block_range) order by block limit 1`;
  const [credit] = await sql<{ id: string; owner: string; fileId: string }[]>`
    select id, owner, file_id as "fileId" from ${table('file_events')}
    where kind::text = 'OWNER_PAID' and amount > 0 and upper_inf(_block_range) order by block, id limit 1`;
  const [order] = await sql<{ id: string }[]>`
    select id from ${table('storage_orders')} where kind::text = 'NEW' and upper_inf(_block_range) order by block limit 1`;
  if (!movement || !credit || !order) throw new Error('the chain is too short to have an order and a paid owner');
  const reported = await firstId('reported_files');
  const spoilt = [
    sql`update ${table('pot_movements')} set amount = amount + 1 ${current(movement.id)}`,
    sql`update ${table('file_events')} set amount = amount + 1 ${current(credit.id)}`,
    sql`update ${table('storage_orders')} set reserved_part = reserved_part + 1 ${current(order.id)}`,
    sql`update ${table('reported_files')} set size_bytes = size_bytes + 1 ${current(reported)}`,
    sql`update ${table('spower_services')} set last_replicas_update_block = 1 ${current('service')}`,
  ];
  for (const one of spoilt) await one;
  const found = await moneyMismatches();
  const kinds = found.map(([item, id, field]) => [item, item === 'ReportedFile' ? null : id, field]);
  expect(kinds).toEqual([
    ['Storage pot', 'storage', 'movements'],
    ['Owner paid', credit.owner, 'fileReward'],
    ['File money', movement.fileId, 'money'],
    ['File money', credit.fileId, 'money'],
    ['Order legs', order.id, 'legs'],
    ['ReportedFile', null, 'sizeBytes'],
    ['Spower service', 'service', 'lastReplicasUpdateBlock'],
  ]);
});

it('reports a settlement that would be told otherwise from the rows before it', { timeout: MINUTES }, async () => {
  const [settled] = await sql<{ place: string; block: number; fileId: string }[]>`
    select e.block || '-' || e.event_index as place, e.block, e.file_id as "fileId" from ${table('file_events')} e
    where e.kind::text = 'SETTLED' and upper_inf(e._block_range) and not exists (
      select from ${table('file_events')} o where o.file_id = e.file_id and o.block = e.block and o.id <> e.id)
    order by e.block limit 1`;
  if (!settled) throw new Error('nobody settled a file on this chain');
  const { fileId, block } = settled;
  const row = table('files');
  const before = sql`where id = ${fileId} and _block_range @> ${block - 1}::bigint`;
  const [{ expiredAt } = { expiredAt: 0 }] = await sql<{ expiredAt: number }[]>`
    select expired_at as "expiredAt" from ${row} ${before}`;
  // settled while its time still ran: told as if that were long over
  await sql`update ${row} set expired_at = 1 ${before}`;
  const found = (await moneyMismatches()).filter(([item]) => item === 'Settlement told');
  expect(new Set(found.map(([, id]) => id))).toEqual(new Set([settled.place]));
  expect(found.map(([, , field]) => field)).toContain('outcome');
  await sql`update ${row} set expired_at = ${expiredAt} ${before}`;
});

it('reports a movement that no event tells of, though the sum is right', { timeout: MINUTES }, async () => {
  const { chain, served } = indexed;
  const [order] = await sql<{ id: string; block: number }[]>`
    select id, block from ${table('pot_movements')} where kind::text = 'ORDER' and upper_inf(_block_range)
    order by block desc limit 1`;
  if (!order) throw new Error('nobody ordered on this chain');
  await sql`update ${table('pot_movements')} set kind = 'UNSEEN' ${current(order.id)}`;
  const results = await compareMoney(chain, sql, [served.head], served.head, noOverrides, served.profile);
  const unseen = results.flatMap(({ mismatches: all }) => all).filter(({ field }) => field === 'kind');
  expect(unseen.map(({ item, block }) => [item, block])).toEqual([['Storage pot', order.block]]);
});

it('reports a lost event, a lost block and another hash', { timeout: 2 * MINUTES }, async () => {
  await sql`delete from ${table('events')} where id = '7-0'`;
  await sql`delete from ${table('blocks')} where id = '9'`;
  await sql`update ${table('blocks')} set hash = '0xbad' where id = '11'`;
  expect((await recordMismatches()).map(({ block, field }) => [block, field])).toEqual([
    [7, 'rows of Event'],
    [9, null],
    [11, 'hash'],
  ]);
});

it('reports two versions of a row at one block', { timeout: MINUTES }, async () => {
  expect(await overlaps(sql, SCHEMA, 'sworker_codes')).toEqual([]);
  const id = await firstId('sworker_codes');
  await sql`insert into ${table('sworker_codes')} (_id, _block_range, id, expire_block)
    select gen_random_uuid(), _block_range, id, expire_block + 1 from ${table('sworker_codes')} ${current(id)}`;
  expect(await overlaps(sql, SCHEMA, 'sworker_codes')).toEqual([{ id }]);
});
