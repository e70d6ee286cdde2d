import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, memberOf } from '../../test/fixtures';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

const SILENT = 16;
const MISSES = `query ($owner: String!, $fromEra: Int, $toEra: Int, $at: Int) {
  missCosts(owner: $owner, fromEra: $fromEra, toEra: $toEra, at: $at) {
    member era judgedSlot missedSlots punishedUntilSlot missing problem ownerLoss guarantors { loss } } }`;

test('a silent member is named with the slots it missed; who reported is not', async () => {
  const { data } = await ask(MISSES, { owner: address(SILENT) });
  expect(data.missCosts).toMatchObject([
    {
      member: address(memberOf(SILENT)),
      era: 1,
      judgedSlot: 90,
      missedSlots: [90],
      punishedUntilSlot: 330,
      missing: String(5_000_000_000n + 1000n * BigInt(SILENT)),
    },
  ]);
  expect((await ask(MISSES, { owner: address(11) })).data.missCosts).toEqual([]);
});

test('where the rows do not give the chain’s own era, nothing is told but that', async () => {
  const { data } = await ask(MISSES, { owner: address(SILENT) });
  expect(data.missCosts[0].problem).toMatch(/do not follow from the sweep/);
  expect([data.missCosts[0].ownerLoss, data.missCosts[0].guarantors]).toEqual([null, []]);
});

test('an era that has not closed by the block asked about is not told of', async () => {
  expect((await ask(MISSES, { owner: address(SILENT), at: 170 })).data.missCosts).toEqual([]);
  const one = `query ($era: Int!) { missCost(owner: "${address(SILENT)}", member: "${address(memberOf(SILENT))}", era: $era) { era } }`;
  expect((await ask(one, { era: 1 })).data.missCost).toEqual({ era: 1 });
  expect((await ask(one, { era: 2 })).data.missCost).toBeNull();
});

test.each([
  [{ fromEra: 5, toEra: 4 }, /beyond "toEra"/],
  [{ fromEra: 0, toEra: 28 }, /at most 28 eras/],
  [{ fromEra: -1 }, /from 0 on/],
])('%o is refused in one sentence', async (args, sentence) => {
  const { errors } = await ask(MISSES, { owner: address(SILENT), ...args });
  expect(errors[0]?.message).toMatch(sentence);
});
