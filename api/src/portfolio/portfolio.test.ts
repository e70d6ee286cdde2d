import { compareHealth, durability } from '@moho/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, files } from '../../test/fixtures';
import { CLIENT, FRIEND, LAST_ILLEGAL, ONCE_ILLEGAL, putClients, SETTLER } from '../../test/world/clients';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
  await putClients(world.database.admin);
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

interface Listed {
  cid: string;
  status: string;
  replicaCounts: { liveOwners: number; reported: number };
  state: { sizeBytes: string; expiredAt: number; prepaid: string; spower: string; endedAtBlock: number | null };
}

const FILE =
  'cid status replicaCounts { liveOwners reported } state { sizeBytes expiredAt prepaid spower endedAtBlock }';

/** Every file of every page of a list. */
const listed = async (account: string, args: string, at?: number): Promise<Listed[]> => {
  const found: Listed[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await ask(
      `query ($a: String!, $at: Int, $after: String) { portfolio(account: $a, at: $at) {
        files(first: 7, after: $after ${args}) { totalCount nodes { file { ${FILE} } } pageInfo { hasNextPage endCursor } } } }`,
      { a: account, at, after },
    );
    expect(errors).toEqual([]);
    const { nodes, pageInfo, totalCount } = data.portfolio.files;
    found.push(...nodes.map((node: { file: Listed }) => node.file));
    if (!pageInfo.hasNextPage) {
      expect(found.length).toBe(totalCount);
      expect(new Set(found.map((file) => file.cid)).size).toBe(found.length);
      return found;
    }
    after = pageInfo.endCursor;
  }
};

const everything = async (account: string, at?: number): Promise<Listed[]> => [
  ...(await listed(account, '', at)),
  ...(await listed(account, 'status: CLOSED', at)),
  ...(await listed(account, 'status: ILLEGAL', at)),
];

test.each([undefined, 300, 200, 96, 70, 35])('totals and report are those of the listed files, at %s', async (at) => {
  const all = await everything(CLIENT, at);
  const { data } = await ask(
    `query ($a: String!, $at: Int) { portfolio(account: $a, at: $at) {
      totals { files filesOnChain bytesOnChain prepaid orders spent }
      durability { liveOwners shares { status files bytes sharePerbill } worst { file { ${FILE} } } } }
      orders(first: 100) { nodes { fileId block kind account payer totalFee } } }`,
    { a: CLIENT, at },
  );
  const { totals, durability: report } = data.portfolio;
  const onChain = all.filter((file) => file.state.endedAtBlock === null);
  const sum = (values: string[]) => String(values.reduce((total, value) => total + BigInt(value), 0n));
  const orders = (
    data.orders.nodes as { block: number; kind: string; account: string; payer: string; totalFee: string }[]
  )
    .filter((one) => one.block <= (at ?? 300) && one.kind !== 'RENEW')
    .filter((one) => one.account === CLIENT || one.payer === CLIENT);
  expect(totals).toEqual({
    files: all.length,
    filesOnChain: onChain.length,
    bytesOnChain: sum(onChain.map((file) => file.state.sizeBytes)),
    prepaid: sum(onChain.map((file) => file.state.prepaid)),
    orders: orders.length,
    spent: sum(orders.filter((one) => one.payer === CLIENT).map((one) => one.totalFee)),
  });
  const expected = durability(
    all.map((file) => ({ status: file.status as 'STORED', files: 1, bytes: BigInt(file.state.sizeBytes) })),
  );
  expect(report.shares).toEqual(expected.map((share) => ({ ...share, bytes: String(share.bytes) })));
  const health = (file: Listed) => ({
    id: file.cid,
    status: file.status as 'STORED',
    liveOwnerCount: file.replicaCounts.liveOwners,
    expiredAt: file.state.expiredAt,
  });
  const bad = all.filter((file) => ['UNREACHABLE', 'AT_RISK'].includes(file.status));
  expect(report.worst.map((one: { file: Listed }) => one.file.cid)).toEqual(
    bad
      .map(health)
      .sort(compareHealth)
      .slice(0, 10)
      .map((file) => file.id),
  );
  expect(all.length).toBeGreaterThan(0);
});

test('the statuses divide the list', async () => {
  const all = await listed(CLIENT, '');
  const parts: Listed[] = [];
  for (const status of ['STORED', 'AT_RISK', 'UNREACHABLE', 'WAITING', 'EXPIRED']) {
    const part = await listed(CLIENT, `status: ${status}`);
    expect(part.every((file) => file.status === status)).toBe(true);
    expect(part.length).toBeGreaterThan(0);
    parts.push(...part);
  }
  expect(parts.map((file) => file.cid).sort()).toEqual(all.map((file) => file.cid).sort());
});

test('a page that looks at few files at a time goes on until all have been looked at, and loses none', async () => {
  for (const status of ['STORED', 'AT_RISK', 'UNREACHABLE'])
    for (const direction of ['ASC', 'DESC']) {
      const order = `status: ${status}, orderBy: { field: EXPIRES, direction: ${direction} }`;
      const whole = (await listed(CLIENT, order)).map((file) => file.cid);
      for (const within of [1, 2, 3]) {
        const found: string[] = [];
        let empty = 0;
        for (let after: string | null = null, pages = 0; ; pages += 1) {
          const { data, errors } = await ask(
            `query ($a: String!, $after: String) { portfolio(account: $a) {
              files(first: 2, after: $after, within: ${within}, ${order}) { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
            { a: CLIENT, after },
          );
          expect(errors).toEqual([]);
          const { nodes, pageInfo } = data.portfolio.files;
          found.push(...nodes.map(({ id }: { id: string }) => id));
          if (nodes.length === 0) empty += 1;
          expect(pages).toBeLessThan(100);
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor;
        }
        expect(found, `${status} ${direction} ${within}`).toEqual(whole);
        if (within === 1) expect(empty).toBeGreaterThan(0);
      }
    }
});

test('of a CID’s many ends the last one counts', async () => {
  const gone = async (status: string) => (await listed(CLIENT, `status: ${status}`)).map((file) => file.cid);
  expect(await gone('CLOSED')).toContain(ONCE_ILLEGAL);
  expect(await gone('ILLEGAL')).toContain(LAST_ILLEGAL);
  for (const status of ['CLOSED', 'ILLEGAL'])
    for (const file of await listed(CLIENT, `status: ${status}`)) expect(file.status).toBe(status);
});

test('the nearest end of the paid time comes first, and what has none comes last', async () => {
  const ends = (await listed(CLIENT, '')).map((file) => file.state.expiredAt || Number.POSITIVE_INFINITY);
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  expect(ends[0]).toBe(200);
  expect(ends.at(-1)).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  ['SIZE', (file: Listed) => BigInt(file.state.sizeBytes)],
  ['SPOWER', (file: Listed) => BigInt(file.state.spower)],
  ['PREPAID', (file: Listed) => BigInt(file.state.prepaid)],
  ['REPLICAS', (file: Listed) => BigInt(file.replicaCounts.reported)],
] as const)('sorted by %s, page by page', async (field, of) => {
  for (const direction of ['ASC', 'DESC']) {
    const values = (await listed(CLIENT, `orderBy: {field: ${field}, direction: ${direction}}`)).map(of);
    const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(values).toEqual(direction === 'ASC' ? sorted : sorted.reverse());
  }
});

test('a renewal is nobody’s order, and who pays for another’s has ordered too', async () => {
  expect(await everything(SETTLER)).toEqual([]);
  const friend = await ask(
    `query ($a: String!) { portfolio(account: $a) { totals { files spent } files { nodes { id spent orders firstOrderBlock } } } }`,
    { a: FRIEND },
  );
  expect(friend.data.portfolio).toEqual({
    totals: { files: 1, spent: '6000' },
    files: { nodes: [{ id: files.atRisk, spent: '6000', orders: 1, firstOrderBlock: 150 }] },
  });
});

test.each([CLIENT, SETTLER, FRIEND])('lists, feeds and portfolio mean the same files of %s', async (account) => {
  const own = new Set((await everything(account)).map((file) => file.cid));
  const { data, errors } = await ask(
    `query ($a: String!) {
      mine: files(first: 100, filter: { orderedBy: $a }) { nodes { cid } }
      told: fileEvents(first: 100, filter: { orderedBy: $a }) { nodes { id fileId } }
      all: fileEvents(first: 100) { nodes { id fileId } pageInfo { hasNextPage } } }`,
    { a: account },
  );
  expect(errors).toEqual([]);
  const kept = (await listed(account, '')).map((file) => file.cid).sort();
  expect(data.mine.nodes.map((file: Listed) => file.cid).sort()).toEqual(kept);
  expect(data.all.pageInfo.hasNextPage).toBe(false);
  expect(data.told.nodes).toEqual(data.all.nodes.filter((event: { fileId: string }) => own.has(event.fileId)));
});

test.each([undefined, 200, 96])('the changes of its files are those of each file’s own history, at %s', async (at) => {
  const { data, errors } = await ask(
    `query ($a: String!, $at: Int) { portfolio(account: $a, at: $at) { totals { files }
      statusChanges { files complete fromBlock changes { fileId block time status liveOwners } } } }`,
    { a: CLIENT, at },
  );
  expect(errors).toEqual([]);
  const { files: looked, complete, fromBlock, changes } = data.portfolio.statusChanges;
  expect([looked, complete]).toEqual([data.portfolio.totals.files, true]);
  const expected: unknown[] = [];
  for (const { cid: fileId } of await everything(CLIENT, at)) {
    const answer = await ask(
      'query ($cid: String!, $at: Int) { file(cid: $cid, at: $at) { statusHistory { block time status liveOwners } } }',
      { cid: fileId, at },
    );
    const steps: { block: number; status: string }[] = answer.data.file.statusHistory;
    expected.push(
      ...steps
        .filter(({ block, status }, i) => block > fromBlock && status !== (steps[i - 1]?.status ?? null))
        .map((step) => ({ ...step, fileId })),
    );
  }
  expect(changes.length).toBeGreaterThan(3);
  expect(changes).toHaveLength(expected.length);
  expect(changes).toEqual(expect.arrayContaining(expected));
  const blocks = changes.map(({ block }: { block: number }) => block);
  expect(blocks).toEqual([...blocks].sort((a, b) => b - a));
});

test('an account that ordered nothing has an empty portfolio', async () => {
  const { data, errors } = await ask(
    `query ($a: String!) { portfolio(account: $a) { totals { files spent } durability { liveOwners shares { files } worst { id } } files { totalCount } } }`,
    { a: address(250) },
  );
  expect(errors).toEqual([]);
  expect(data.portfolio).toEqual({
    totals: { files: 0, spent: '0' },
    durability: { liveOwners: 0, shares: [], worst: [] },
    files: { totalCount: 0 },
  });
});
