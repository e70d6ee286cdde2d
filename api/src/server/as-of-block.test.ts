import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, files, HEAD } from '../../test/fixtures';

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

describe('as of a block', () => {
  test.each([
    [0, 'from 1 on'],
    [-5, 'from 1 on'],
    [HEAD + 1, `beyond the head of the index, which is block ${HEAD}`],
    [2_147_483_647, 'beyond the head'],
  ])('at %i is refused', async (at, part) => {
    const { errors } = await ask('query ($at: Int) { files(at: $at) { totalCount } }', { at });
    expect(errors[0]?.extensions?.code).toBe('BAD_INPUT');
    expect(errors[0]?.message).toContain(part);
  });

  test('what hangs below a row is read at the same block', async () => {
    const question = `query ($id: String!, $at: Int) { validator(id: $id, at: $at) {
      isCandidate guarantorCount guarantees(first: 50) { totalCount } stashAccount { asOf roles } } }`;
    const before = (await ask(question, { id: address(10), at: 149 })).data.validator;
    const after = (await ask(question, { id: address(10), at: 150 })).data.validator;
    expect(before).toMatchObject({ guarantorCount: 13, guarantees: { totalCount: 13 }, stashAccount: { asOf: 149 } });
    expect(after).toMatchObject({ guarantorCount: 1, guarantees: { totalCount: 1 }, stashAccount: { asOf: 150 } });
    const chilled = { id: address(21), at: 200 };
    expect((await ask(question, chilled)).data.validator).toMatchObject({ isCandidate: false });
    expect((await ask(question, { ...chilled, at: 199 })).data.validator).toMatchObject({ isCandidate: true });
  });

  test('records do not exist before their block', async () => {
    const { data } = await ask(
      'query ($cid: String!) { a: file(cid: $cid, at: 119) { orders { nodes { block } } } b: file(cid: $cid) { orders { nodes { block } } } }',
      { cid: files.reordered },
    );
    expect(data.a.orders.nodes).toEqual([{ block: 32 }]);
    expect(data.b.orders.nodes).toEqual([{ block: 120 }, { block: 32 }]);
  });
});
