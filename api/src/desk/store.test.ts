import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api';
import { readModel } from '../../test/ddl';
import { address, CRU, HEAD, hash, type Put, SCHEMA, writer } from '../../test/fixtures';
import { stamp } from '../../test/world/time';

let world: TestApi;
let put: Put;
beforeAll(async () => {
  world = await startTestApi();
  put = writer(world.database.admin, readModel(SCHEMA).tables);
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

const NODE = address(10);

const nodeAt = async (at: number | null): Promise<{ asOf: number; guarantorCount: number; totalStake: string }> => {
  const { data, errors } = await world.ask(
    'query ($at: Int, $id: String!) { candidate(id: $id, at: $at) { asOf guarantorCount totalStake } }',
    { at, id: NODE },
  );
  expect(errors).toEqual([]);
  return data.candidate;
};

/** The next block of the index, in which somebody guarantees more to the node. */
const grow = async (block: number, blockHash: string, guarantor: number): Promise<void> => {
  await put('Block', [
    {
      id: String(block),
      number: block,
      hash: blockHash,
      parentHash: hash(block - 1),
      time: stamp(block),
      specVersion: 25,
      extrinsicCount: 0,
      eventCount: 0,
      from: block,
    },
  ]);
  await put('Guarantee', [
    {
      id: `${address(guarantor)}-${NODE}`,
      guarantor: address(guarantor),
      validator: NODE,
      position: 0,
      value: String(CRU),
      from: block,
    },
  ]);
  await world.database.admin.unsafe(
    `update "${SCHEMA}"._metadata set value = '${block}'::jsonb where key = 'lastProcessedHeight'`,
  );
};

test('the table follows the head, stays as it was for blocks of the past, and forgets a block that a fork replaced', async () => {
  const before = await nodeAt(null);
  expect(before.asOf).toBe(HEAD);
  await grow(HEAD + 1, hash(7001), 200);
  const after = await nodeAt(null);
  expect(after).toEqual({
    asOf: HEAD + 1,
    guarantorCount: before.guarantorCount + 1,
    totalStake: String(BigInt(before.totalStake) + CRU),
  });
  expect(await nodeAt(HEAD)).toEqual(before);
  expect(await nodeAt(HEAD + 1)).toEqual(after);

  // the same number is another block now, in which two guaranteed
  await world.database.admin.unsafe(`delete from "${SCHEMA}".blocks where number = ${HEAD + 1}`);
  await grow(HEAD + 1, hash(7002), 201);
  expect((await nodeAt(null)).guarantorCount).toBe(before.guarantorCount + 2);
  expect((await nodeAt(HEAD + 1)).guarantorCount).toBe(before.guarantorCount + 2);
});

test('a table in memory costs no statement but the two that name its block, whatever is asked of it', async () => {
  await nodeAt(null);
  const count = () => world.api.settings.db.statementCount();
  for (const question of [
    '{ nodes(first: 100) { nodes { totalStake realised { medianPerbill } rank { score parts { points } } figureReceipts { figure } } } }',
    '{ nodes(first: 5, amount: "1000000000000", orderBy: { field: MY_RETURN, direction: DESC }) { totalCount nodes { myIncome } } }',
    `{ candidate(id: "${NODE}", amount: "77") { myIncome reportsPerbill } }`,
  ]) {
    const since = count();
    const { errors } = await world.ask(question);
    expect(errors).toEqual([]);
    expect(count() - since, question).toBe(2);
  }
});

test('many who ask at once wait for one reading', async () => {
  await grow(HEAD + 2, hash(7003), 202);
  await world.ask('{ status { ready } }');
  const since = world.api.settings.db.statementCount();
  const answers = await Promise.all(Array.from({ length: 12 }, () => nodeAt(null)));
  expect(new Set(answers.map(({ guarantorCount }) => guarantorCount)).size).toBe(1);
  // two for each question, and one reading: a transaction's two, its head, four of the table and what new eras and slots need
  expect(world.api.settings.db.statementCount() - since).toBeLessThanOrEqual(2 * 12 + 12);
});
