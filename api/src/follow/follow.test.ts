import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anyText } from '../../test/any-text';
import { settingsFor } from '../../test/api';
import { readModel } from '../../test/ddl';
import { address, cid, files, HEAD, hash, type Row, SCHEMA, writer } from '../../test/fixtures';
import { expectCivil, junkSeed } from '../../test/junk';
import { startTestDatabase, type TestDatabase } from '../../test/postgres';
import { type Stream, subscribe } from '../../test/stream';
import { ordered, putBlock, takeBack } from '../../test/world/block-steps';
import { createReaderRole, createTables, fillWorld, setHead } from '../../test/world/index';
import { stamp } from '../../test/world/time';
import { type RunningApi, startApi } from '../server/server';

const POLL_MS = 40;
const MOST = 30;
const noticed: string[] = [];
let database: TestDatabase;
let api: RunningApi;
let put: (entity: string, rows: Row[]) => Promise<void>;
const streams: Stream[] = [];

beforeAll(async () => {
  database = await startTestDatabase();
  await createTables(database.admin);
  await createReaderRole(database.admin);
  await fillWorld(database.admin);
  put = writer(database.admin, readModel(SCHEMA).tables);
  const log = (level: string, message: string) => {
    if (level !== 'info') noticed.push(message);
  };
  api = await startApi(settingsFor(database.url), log, { pollMs: POLL_MS, maxFollowers: MOST });
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.leave();
  await until(() => api.settings.watch.followers() === 0);
});
afterAll(async () => {
  expect(noticed).toEqual([]);
  await api.close();
  await database.close();
});

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

const QUESTION = `subscription ($cid: String!, $since: String) { fileChanged(cid: $cid, since: $since) {
  block blockHash mark file { cid asOf status sentence replicaCounts { reported live liveOwners }
    state { prepaid } events(first: 1) { nodes { kind block } } } } }`;

const follow = async (id: string, since?: string): Promise<Stream> => {
  const stream = await subscribe(api.url, QUESTION, { cid: id, since });
  streams.push(stream);
  return stream;
};
const read = async (stream: Stream) => {
  const answer = await stream.next();
  expect(answer?.errors).toEqual([]);
  return answer?.data.fileChanged;
};

let head = HEAD;
/** The next block, with what happened in it. */
const makeBlock = async (happens: (block: number) => Promise<void> = async () => undefined): Promise<number> => {
  head += 1;
  await putBlock(put, head, hash(head));
  await happens(head);
  await setHead(database.admin, head, head);
  return head;
};
const takeBackTo = async (to: number): Promise<void> => {
  await takeBack(database.admin, to);
  head = to;
};
const event = (id: string, kind: string, block: number): Row => ({
  id: `${block}-0`,
  fileId: id,
  kind,
  account: address(90),
  block,
  eventIndex: 0,
  time: stamp(block),
  from: block,
});
const order = (id: string, prepaid?: string) => async (block: number) => {
  await put('File', [ordered(id, block, prepaid)]);
  await put('FileEvent', [event(id, 'ORDERED', block)]);
};

describe('following a file', () => {
  test('gives the present at once, then what changes, and nothing for blocks that change nothing', async () => {
    const id = cid(210);
    const stream = await follow(id);
    expect(await read(stream)).toMatchObject({ block: head, file: { cid: id, status: 'NEVER_ORDERED' } });
    await makeBlock();
    const block = await makeBlock(order(id));
    const change = await read(stream);
    expect(change).toMatchObject({
      block,
      blockHash: hash(block),
      mark: `${block}-${hash(block).slice(2, 10)}`,
      file: { asOf: block, status: 'WAITING', events: { nodes: [{ kind: 'ORDERED', block }] } },
    });
  });

  test('follows a fork: back to what was, then on the other branch', async () => {
    const id = cid(211);
    const before = await makeBlock();
    await makeBlock(order(id));
    const stream = await follow(id);
    expect((await read(stream)).file.status).toBe('WAITING');
    await takeBackTo(before);
    await setHead(database.admin, before, before + 1);
    expect(await read(stream)).toMatchObject({ block: before, file: { status: 'NEVER_ORDERED' } });
    // the other branch has the order too, in a block of the same number
    head += 1;
    await putBlock(put, head, hash(9_000 + head));
    await order(id, '777')(head);
    await setHead(database.admin, head, head);
    expect(await read(stream)).toMatchObject({
      block: head,
      blockHash: hash(9_000 + head),
      file: { status: 'WAITING', state: { prepaid: '777' } },
    });
  });

  test('sees another block of the same number', async () => {
    const id = cid(212);
    const before = await makeBlock();
    await makeBlock(order(id, '1'));
    const stream = await follow(id);
    expect((await read(stream)).file.state.prepaid).toBe('1');
    // both at once, as when the indexer writes the new branch in one go
    await takeBackTo(before);
    await makeBlock(async (block) => {
      await database.admin.unsafe(`update "${SCHEMA}".blocks set hash = '${hash(8_000)}' where id = '${block}'`);
      await order(id, '2')(block);
    });
    let prepaid = null;
    while (prepaid !== '2') prepaid = (await read(stream)).file.state?.prepaid ?? null;
  });

  test('one look serves everybody, and it stops when nobody follows', async () => {
    const { db, watch } = api.settings;
    const ids = [files.stored, files.atRisk, cid(213)];
    const all = await Promise.all(Array.from({ length: 24 }, (_, i) => follow(ids[i % 3] as string)));
    await Promise.all(all.map(read));
    expect(watch.followers()).toBe(24);
    const block = await makeBlock(order(cid(213)));
    const [before, since] = [db.statementCount(), Date.now()];
    const told = await Promise.all(all.filter((_, i) => i % 3 === 2).map(read));
    expect(told.map((change) => change.block)).toEqual(told.map(() => block));
    // 8 readers of the changed file read it anew; a look is one transaction whatever their number
    const looks = 1 + (Date.now() - since) / POLL_MS;
    expect(db.statementCount() - before).toBeLessThan(8 * 5 + 20 + 2 * looks);
    for (const stream of streams.splice(0)) stream.leave();
    await until(() => watch.followers() === 0);
    // a poll that went on would never let the count stand still for so long
    for (let last = -1; last !== db.statementCount(); await new Promise((resolve) => setTimeout(resolve, 4 * POLL_MS)))
      last = db.statementCount();
  });

  test('who comes back with a mark is told only what is new', async () => {
    const id = cid(214);
    await makeBlock(order(id, '5'));
    const first = await follow(id);
    const { mark } = await read(first);
    first.leave();
    await makeBlock();
    const unchanged = await follow(id, mark);
    const block = await makeBlock(async (n) => {
      await database.admin.unsafe(
        `update "${SCHEMA}".files set _block_range = int8range(lower(_block_range), ${n}) where id = '${id}' and upper_inf(_block_range)`,
      );
      await put('File', [ordered(id, n, '6')]);
    });
    expect(await read(unchanged)).toMatchObject({ block, file: { state: { prepaid: '6' } } });
    // the same mark later: the present differs from what was seen then
    expect(await read(await follow(id, mark))).toMatchObject({ block, file: { state: { prepaid: '6' } } });
    // a mark of a block that is not the chain's any more says nothing
    expect((await read(await follow(id, `${block}-00abcdef`))).block).toBe(block);
  });

  test('no more than the limit, and there is room again when somebody leaves', async () => {
    const all = await Promise.all(Array.from({ length: MOST }, () => follow(files.stored)));
    await Promise.all(all.map(read));
    const refused = await (await follow(files.stored)).next();
    expect(refused?.errors[0]).toMatchObject({ extensions: { code: 'TOO_MUCH' } });
    all[0]?.leave();
    await until(() => api.settings.watch.followers() < MOST);
    expect((await read(await follow(files.stored))).file.status).toBe('STORED');
  });

  test('junk is refused in one sentence', async () => {
    const seed = junkSeed();
    const text = fc.oneof(anyText(300), fc.constantFrom('', 'Qm', '~', '0-00000000', '99999999999-00000000', '1-xyz'));
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (junk, asMark) => {
        const variables = asMark ? { cid: files.stored, since: junk } : { cid: junk };
        const stream = await subscribe(api.url, QUESTION, variables);
        const answer = await stream.next();
        stream.leave();
        expectCivil({ status: 200, data: null, errors: answer?.errors ?? [] });
      }),
      { numRuns: 40, seed },
    );
  });

  test('the limits of questions hold here too', async () => {
    const deep = `subscription { fileChanged(cid: "${files.stored}") { file { orders(first: 100) { nodes {
      file { orders(first: 100) { nodes { file { orders(first: 100) { nodes { id } } } } } } } } } } }`;
    const stream = await subscribe(api.url, deep);
    const answer = await stream.next();
    expect(answer?.errors[0]?.message).toMatch(/too much/);
    expect(api.settings.watch.followers()).toBe(0);
    stream.leave();
  });
});

test('stopping the API ends every stream in order, at once', async () => {
  const other = await startApi(settingsFor(database.url), () => undefined, { pollMs: POLL_MS, maxFollowers: MOST });
  const stream = await subscribe(other.url, QUESTION, { cid: files.stored });
  expect((await read(stream)).file.status).toBe('STORED');
  const started = Date.now();
  await Promise.all([other.close(), stream.next().then((last) => expect(last).toBeNull())]);
  // after 3 s whoever is still connected is cut off
  expect(Date.now() - started).toBeLessThan(2_900);
});
