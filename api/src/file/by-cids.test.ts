import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { cid, files } from '../../test/fixtures';
import { MOST_CIDS } from './by-cids';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const QUERY = `query ($cids: [String!]!, $at: Int) { filesByCids(cids: $cids, at: $at) { line given problem
  file { cid status expiresAtTime replicaCounts { liveOwners } state { sizeBytes expiredAt } } } }`;
const check = async (cids: unknown, at?: number) => ask(QUERY, { cids, at });

test('one entry for each line, in their order, junk and repetitions included', async () => {
  const cids = [files.never, 'hello world', files.stored, '', files.stored, ` ${files.closed} `, '-', 'x'.repeat(300)];
  const { data, errors } = await check(cids);
  expect(errors).toEqual([]);
  const lines = data.filesByCids;
  expect(lines.map((one: { given: string }) => one.given)).toEqual(cids);
  expect(lines.map((one: { line: number }) => one.line)).toEqual(cids.map((_, i) => i + 1));
  expect(lines.map((one: { file: { status: string } | null }) => one.file?.status ?? null)).toEqual([
    'NEVER_ORDERED',
    null,
    'STORED',
    null,
    'STORED',
    'CLOSED',
    null,
    null,
  ]);
  for (const { file, problem } of lines) {
    if (file === null) expect(problem).toMatch(/^[^\n]{10,300}[.]$/);
    else expect(problem).toBeNull();
  }
});

test('each line is the file of that name', async () => {
  const cids = [...files.many, ...Object.values(files).flat()];
  for (const at of [undefined, 60]) {
    const { data } = await check(cids, at);
    for (const { given, file } of data.filesByCids) {
      const alone = await ask(
        `query ($cid: String!, $at: Int) { file(cid: $cid, at: $at) { cid status expiresAtTime
          replicaCounts { liveOwners } state { sizeBytes expiredAt } } }`,
        { cid: given, at },
      );
      expect(file).toEqual(alone.data.file);
    }
  }
});

test('as many lines as are allowed cost as many statements as two', async () => {
  const count = async (n: number): Promise<number> => {
    const before = world.api.settings.db.statementCount();
    const { data, errors } = await check(Array.from({ length: n }, (_, i) => cid(i % 250)));
    expect(errors).toEqual([]);
    expect(data.filesByCids).toHaveLength(n);
    return world.api.settings.db.statementCount() - before;
  };
  expect(await count(MOST_CIDS)).toBe(await count(2));
});

test.each([
  [[], /^"cids" is empty: give at least one CID\.$/],
  [Array.from({ length: MOST_CIDS + 1 }, (_, i) => cid(i % 250)), /^"cids" has 501 lines; at most 500 are checked/],
  ['junk', /"cids"|is not a CID/],
  [[null], /"cids/],
  [[7], /"cids/],
])('%j is one clear sentence', async (cids, sentence) => {
  const { data, errors } = await check(cids);
  const said = errors[0]?.message ?? data.filesByCids[0].problem;
  expect(said).toMatch(sentence);
});

test('500 long gateway addresses fit into one question', async () => {
  const long = `https://gateway.example/ipfs/${files.stored}/${'folder/'.repeat(25)}`.slice(0, 250);
  const { status, errors } = await check(Array.from({ length: MOST_CIDS }, () => long));
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
});
