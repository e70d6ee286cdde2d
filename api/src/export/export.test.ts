import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, files, HEAD } from '../../test/fixtures';
import { arbitraries, expectCivil, junkSeed } from '../../test/junk';
import { subscribe } from '../../test/stream';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

const FILE_ROWS = `subscription ($f: FileRowsFilter, $at: Int) { fileRows(filter: $f, at: $at) { asOf rows {
  cid status sizeBytes expiredAt expiresAtTime liveOwners liveReplicas reportedReplicas storedEntries spower amount
  prepaid orders spent firstOrderBlock } } }`;
const WAITING_ROWS = `subscription ($at: Int) { waitingRows(at: $at) { asOf rows {
  cid waitingSince waitingSinceTime ageBlocks sizeBytes amount tips orders reason reportedBlock } } }`;
const SETTLEMENT_ROWS = `subscription ($o: SettlementOutcome, $at: Int) { settlementRows(outcome: $o, at: $at) { asOf rows {
  cid sizeBytes prepaid expiredAt overdueBlocks callerGain fee net outcome renewalCost prepaidAfter expiredAtAfter callData } } }`;
const UNCLAIMED_ROWS = `subscription ($f: UnclaimedFilter, $at: Int) { unclaimedRows(filter: $f, at: $at) { asOf rows {
  era erasLeft lostTime stash total account isValidator amount state callData } } }`;
const INCOME_ROWS = `subscription ($g: String!, $at: Int) { guarantorIncomeRows(guarantor: $g, at: $at) { asOf rows {
  era stash nominal value clipped guaranteeFeePerbill state amount erasLeft yearlyPerbill } } }`;
const REPLICA_ROWS = `subscription ($a: String!, $at: Int) { replicaRows(heldBy: $a, at: $at) { asOf rows {
  owner who anchor validAt live notLiveBecause file { cid status sizeBytes } } } }`;

const all = async (query: string, variables: Record<string, unknown>) => {
  const stream = await subscribe(world.api.url, query, variables);
  // biome-ignore lint/suspicious/noExplicitAny: rows are read as the test's own question shaped them
  const batches: any[] = [];
  for (let answer = await stream.next(); answer !== null; answer = await stream.next()) {
    expect(answer.errors).toEqual([]);
    batches.push(Object.values(answer.data)[0]);
  }
  return batches;
};
const rowsOf = async (query: string, variables: Record<string, unknown>) =>
  (await all(query, variables)).flatMap(({ rows }) => rows);

test('an export says of every file what its page says', async () => {
  const rows = await rowsOf(FILE_ROWS, { f: { orderedBy: address(90) } });
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    const { data } = await ask(
      `query ($cid: String!) { file(cid: $cid) { cid status expiresAtTime replicaCounts { reported live liveOwners entries }
        state { sizeBytes expiredAt spower amount prepaid } firstOrder { block } orders { nodes { totalFee payer } } } }`,
      { cid: row.cid },
    );
    const { cid, status, expiresAtTime, state, replicaCounts, firstOrder, orders } = data.file;
    expect(row).toEqual({
      cid,
      status,
      expiresAtTime,
      ...state,
      liveOwners: replicaCounts.liveOwners,
      liveReplicas: replicaCounts.live,
      reportedReplicas: replicaCounts.reported,
      storedEntries: replicaCounts.entries,
      orders: orders.nodes.length,
      spent: String(orders.nodes.reduce((sum: bigint, o: { totalFee: string }) => sum + BigInt(o.totalFee), 0n)),
      firstOrderBlock: firstOrder.block,
    });
  }
});

test('files on chain come first, the nearest end of the paid time before all, then those that are gone', async () => {
  const rows = await rowsOf(FILE_ROWS, { f: { orderedBy: address(90) } });
  const place = ({ status, expiredAt }: { status: string; expiredAt: number }) =>
    ['CLOSED', 'ILLEGAL'].includes(status) ? 2e9 : expiredAt === 0 ? 1e9 : expiredAt;
  const places = rows.map(place);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(new Set(rows.map((row) => row.cid)).size).toBe(rows.length);
  expect(rows[0].cid).toBe(files.expired);
  expect(
    rows
      .slice(-2)
      .map((row) => row.cid)
      .sort(),
  ).toEqual([files.closed, files.illegal].sort());
});

test('a status leaves out all others, and a block of the past is another list', async () => {
  const of = async (f: object, at?: number) => (await rowsOf(FILE_ROWS, { f, at })).map((row) => row.cid);
  expect(await of({ orderedBy: address(90), status: 'AT_RISK' })).toEqual([files.atRisk]);
  expect(await of({ orderedBy: address(90) }, 31)).toEqual([files.closed, files.illegal].sort());
  expect(await all(FILE_ROWS, { f: { orderedBy: address(10) } })).toEqual([{ asOf: HEAD, rows: [] }]);
});

test('every file on chain, each once', async () => {
  const rows = await rowsOf(FILE_ROWS, {});
  const { data } = await ask('{ files(first: 100) { totalCount nodes { cid } } }');
  expect(rows.map((row) => row.cid)).toEqual(data.files.nodes.map((file: { cid: string }) => file.cid));
  expect(rows.length).toBe(data.files.totalCount);
});

test('an export of replicas is the list of replicas, for owners and for machines', async () => {
  for (const account of [address(10), address(45), address(16)]) {
    const rows = await rowsOf(REPLICA_ROWS, { a: account });
    const { data } = await ask(
      `query ($a: String!) { holder(account: $a) { replicas liveReplicas bytes files(first: 100) { totalCount nodes {
        file { cid status state { sizeBytes } } replica { owner who anchor validAt live notLiveBecause } } } } }`,
      { a: account },
    );
    const listed = data.holder.files.nodes.map(
      (node: { file: { cid: string; status: string; state: object }; replica: object }) => ({
        ...node.replica,
        file: { cid: node.file.cid, status: node.file.status, ...node.file.state },
      }),
    );
    const sorted = (list: { file: { cid: string } }[]) => [...list].sort((a, b) => (a.file.cid < b.file.cid ? -1 : 1));
    expect(rows.length).toBeGreaterThan(0);
    expect(sorted(rows)).toEqual(sorted(listed));
    expect(data.holder.replicas).toBe(rows.length);
    expect(data.holder.files.totalCount).toBe(rows.length);
    expect(data.holder.liveReplicas).toBe(rows.filter((row) => row.live).length);
    const bytes = rows.reduce((sum, row) => sum + BigInt(row.file.sizeBytes), 0n);
    expect(data.holder.bytes).toBe(String(bytes));
  }
});

test.each([HEAD, 160])('the waiting room and the settle desk are exported as their lists are, at %s', async (at) => {
  const { data, errors } = await ask(
    `query ($at: Int) {
      waitingFiles(first: 100, at: $at) { totalCount nodes { cid: id waitingSince waitingSinceTime ageBlocks sizeBytes amount
        tips orders: orderCount reason reportedBlock } }
      settlements(first: 100, at: $at) { totalCount nodes { cid: id sizeBytes prepaid expiredAt overdueBlocks callerGain fee net
        outcome renewalCost prepaidAfter expiredAtAfter call { callData } } } }`,
    { at },
  );
  expect(errors).toEqual([]);
  expect(await all(WAITING_ROWS, { at })).toEqual([{ asOf: at, rows: data.waitingFiles.nodes }]);
  expect(data.waitingFiles.nodes.length).toBe(data.waitingFiles.totalCount);
  expect(data.waitingFiles.totalCount).toBeGreaterThan(1);
  const settled = data.settlements.nodes.map(({ call, ...row }: { call: { callData: string } }) => ({
    ...row,
    ...call,
  }));
  expect(await all(SETTLEMENT_ROWS, { at })).toEqual([{ asOf: at, rows: settled }]);
  const parts = await Promise.all(['RENEWED', 'CLOSED'].map((o) => rowsOf(SETTLEMENT_ROWS, { o, at })));
  expect(
    parts
      .flat()
      .map(({ cid }) => cid)
      .sort(),
  ).toEqual(settled.map(({ cid }: { cid: string }) => cid).sort());
});

test.each([190, 205])('what nobody claimed is exported with everybody’s part, at %s', async (at) => {
  const { data, errors } = await ask(
    `query ($at: Int) { unclaimed(at: $at) { total eras(first: 100) { totalCount nodes { era erasLeft lostTime stash total
      validatorAmount parts { account: guarantor amount state } call { callData } } } } }`,
    { at },
  );
  expect(errors).toEqual([]);
  const { total, eras } = data.unclaimed;
  expect(eras.totalCount).toBeGreaterThan(1);
  // biome-ignore lint/suspicious/noExplicitAny: as the question above shaped it
  const lines = eras.nodes.flatMap(({ validatorAmount, parts, call, ...of }: any) => [
    { ...of, ...call, account: of.stash, isValidator: true, amount: validatorAmount, state: 'PAID' },
    ...parts.map((part: object) => ({ ...of, ...call, ...part, isValidator: false })),
  ]);
  expect(await all(UNCLAIMED_ROWS, { at })).toEqual([{ asOf: at, rows: lines }]);
  for (const { era, stash, total: whole } of eras.nodes) {
    const own = lines.filter((line: { era: number; stash: string }) => line.era === era && line.stash === stash);
    const sum = own.reduce((rest: bigint, { amount }: { amount: string }) => rest - BigInt(amount), BigInt(whole));
    // the part of one who is not bonded any more goes to nobody
    if (!own.some(({ state }: { state: string }) => state === 'UNBONDED')) expect(sum).toBe(0n);
    expect(sum >= 0n).toBe(true);
  }
  expect(String(eras.nodes.reduce((sum: bigint, one: { total: string }) => sum + BigInt(one.total), 0n))).toBe(total);
  expect(new Set(lines.map(({ state }: { state: string }) => state))).toEqual(new Set(['PAID', 'UNBONDED']));
  const { account } = lines.find(({ isValidator }: { isValidator: boolean }) => !isValidator);
  const own = await rowsOf(UNCLAIMED_ROWS, { f: { account }, at });
  expect(own).toEqual(lines.filter((line: { account: string }) => line.account === account));
  expect(await rowsOf(UNCLAIMED_ROWS, { f: { maxErasLeft: 0 }, at })).toEqual([]);
});

test.each([HEAD, 190])('incomes of a guarantor are exported as its list has them, at %s', async (at) => {
  const { data, errors } = await ask(
    `query ($g: String!, $at: Int) { guarantor(id: $g, at: $at) { incomes(first: 100) { totalCount nodes {
      era stash nominal value clipped guaranteeFeePerbill state amount erasLeft yearlyPerbill } } }
      unclaimed(filter: { account: $g }, at: $at) { accountTotal } }`,
    { g: address(75), at },
  );
  expect(errors).toEqual([]);
  const { nodes, totalCount } = data.guarantor.incomes;
  expect(nodes.length).toBe(totalCount);
  expect(totalCount).toBeGreaterThan(1);
  expect(await all(INCOME_ROWS, { g: address(75), at })).toEqual([{ asOf: at, rows: nodes.toReversed() }]);
  const waiting = nodes.filter(({ state }: { state: string }) => state === 'OUTSTANDING');
  const sum = waiting.reduce((sum: bigint, { amount }: { amount: string }) => sum + BigInt(amount), 0n);
  expect(String(sum)).toBe(data.unclaimed.accountTotal);
  expect(sum > 0n).toBe(at === 190);
});

test('without a block an export is of the newest one', async () => {
  for (const query of [WAITING_ROWS, SETTLEMENT_ROWS, UNCLAIMED_ROWS])
    expect((await all(query, {}))[0]).toMatchObject({ asOf: HEAD });
});

test('a wrong question is one sentence', async () => {
  const refused = async (query: string, variables: Record<string, unknown>) => {
    const { next } = await subscribe(world.api.url, query, variables);
    return (await next())?.errors[0];
  };
  expect(await refused(FILE_ROWS, { f: { orderedBy: 'me' } })).toMatchObject({
    message: '"me" is not an account address.',
    extensions: { code: 'BAD_INPUT' },
  });
  expect(await refused(FILE_ROWS, { at: HEAD + 1 })).toMatchObject({ extensions: { code: 'BAD_INPUT' } });
  expect(await refused(FILE_ROWS, { f: { status: 'NEVER_ORDERED' } })).toMatchObject({
    extensions: { code: 'BAD_INPUT' },
  });
  expect(world.api.settings.exports.running()).toBe(0);
});

const seed = junkSeed();

test.each([
  ['fileRows.filter.orderedBy', FILE_ROWS, 'String', (junk: unknown) => ({ f: { orderedBy: junk } })],
  ['fileRows.filter.status', FILE_ROWS, 'Enum', (junk: unknown) => ({ f: { status: junk } })],
  ['fileRows.at', FILE_ROWS, 'Int', (junk: unknown) => ({ at: junk })],
  ['replicaRows.heldBy', REPLICA_ROWS, 'String', (junk: unknown) => ({ a: junk })],
  ['waitingRows.at', WAITING_ROWS, 'Int', (junk: unknown) => ({ at: junk })],
  ['settlementRows.at', SETTLEMENT_ROWS, 'Int', (junk: unknown) => ({ at: junk })],
  ['settlementRows.outcome', SETTLEMENT_ROWS, 'Enum', (junk: unknown) => ({ o: junk })],
  ['unclaimedRows.filter.account', UNCLAIMED_ROWS, 'String', (junk: unknown) => ({ f: { account: junk } })],
  ['unclaimedRows.filter.maxErasLeft', UNCLAIMED_ROWS, 'Int', (junk: unknown) => ({ f: { maxErasLeft: junk } })],
  ['unclaimedRows.at', UNCLAIMED_ROWS, 'Int', (junk: unknown) => ({ at: junk })],
  ['guarantorIncomeRows.guarantor', INCOME_ROWS, 'String', (junk: unknown) => ({ g: junk })],
  ['guarantorIncomeRows.at', INCOME_ROWS, 'Int', (junk: unknown) => ({ g: address(75), at: junk })],
  ['replicaRows.at', REPLICA_ROWS, 'Int', (junk: unknown) => ({ a: address(10), at: junk })],
] as const)('junk for %s', async (_name, query, kind, variables) => {
  await fc.assert(
    fc.asyncProperty(arbitraries[kind] as fc.Arbitrary<unknown>, async (junk) => {
      const { next, leave } = await subscribe(world.api.url, query, variables(junk));
      const first = await next();
      if (first !== null) expectCivil({ status: 200, ...first });
      leave();
    }),
    { numRuns: 12, seed },
  );
});
