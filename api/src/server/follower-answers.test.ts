import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address } from '../../test/fixtures';

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

describe('what a follower of an account asks', () => {
  test('files by the end of their paid time; those that wait have none', async () => {
    const list = 'files(first: 100, orderBy: {field: EXPIRED_AT, direction: ASC}';
    const ends = async (filter: string): Promise<number[]> => {
      const { data, errors } = await ask(`{ ${list}, filter: {${filter}}) { nodes { state { expiredAt } } } }`);
      expect(errors).toEqual([]);
      return data.files.nodes.map(({ state }: { state: { expiredAt: number } }) => state.expiredAt);
    };
    const all = (await ends('')).filter((end) => end > 0);
    expect(all.length).toBeGreaterThan(2);
    expect(await ends('expiresFrom: 0')).toEqual(all);
    expect(await ends('expiresTo: 200')).toEqual(all.filter((end) => end <= 200));
    expect(await ends('expiresFrom: 201, expiresTo: 960')).toEqual(all.filter((end) => end > 200 && end <= 960));
  });

  test('an end of paid time is no event of the chain: the question is refused, not answered with nothing', async () => {
    const { errors } = await ask('{ fileEvents(filter: { kind: EXPIRED }) { nodes { id } } }');
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_INPUT' }, message: expect.stringContaining('paid time') },
    ]);
  });

  test('events of the files it ordered, and of no others', async () => {
    const events = async (account: string) =>
      (
        await ask('query ($a: String) { fileEvents(first: 100, filter: { orderedBy: $a }) { nodes { id fileId } } }', {
          a: account,
        })
      ).data.fileEvents.nodes;
    expect(await events(address(91))).toEqual([]);
    const all = (await ask('{ fileEvents(first: 100) { nodes { id fileId } } }')).data.fileEvents.nodes;
    expect(await events(address(90))).toEqual(all);
  });
});
