import { guaranteeCall, planCalls } from '@moho/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, CRU } from '../../test/fixtures';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

const PLAN = `query ($amount: BigInt!, $guarantor: String, $mayCut: Boolean, $maxPerNode: BigInt, $minReports: Int, $maxChange: Int) {
  plan(amount: $amount, guarantor: $guarantor, mayCut: $mayCut, maxPerNode: $maxPerNode, minReportsPerbill: $minReports,
    maxFeeChangePerbill: $maxChange) {
    asOf era parts unit candidateCount allowedCount freeBonded targetsElsewhere standing income bound isBest unplaced
    positions { stash held amount } calls { call stash amount callData }
    runnerUp { without income loss positions { stash held amount } } } }`;

const AMOUNT = String(25n * CRU);

// biome-ignore lint/suspicious/noExplicitAny: answers are read as the test's own question shaped them
const plan = async (variables: Record<string, unknown>): Promise<any> => {
  const { data, errors } = await ask(PLAN, { amount: AMOUNT, ...variables });
  expect(errors).toEqual([]);
  return data.plan;
};

interface Position {
  stash: string;
  held: string;
  amount: string;
}

test('a plan spends what there is, stays under its bound, and its calls lead to it', async () => {
  for (const guarantor of [null, address(70)]) {
    for (const mayCut of [false, true]) {
      const told = await plan({ guarantor, mayCut });
      const positions: Position[] = told.positions;
      const added = positions.reduce((sum, { held, amount }) => sum + BigInt(amount) - BigInt(held), 0n);
      expect(added + BigInt(told.unplaced)).toBe(BigInt(AMOUNT));
      expect(BigInt(told.standing) <= BigInt(told.income) && BigInt(told.income) <= BigInt(told.bound)).toBe(true);
      expect(told.isBest).toBe(told.income === told.bound);
      const given = positions.map(({ stash, held, amount }) => ({
        stash,
        heldPico: BigInt(held),
        amountPico: BigInt(amount),
      }));
      expect(told.calls).toEqual(
        planCalls(given, 100_000_000n).map(({ call, stash, amountPico }) => ({
          call,
          stash,
          amount: String(amountPico),
          callData: guaranteeCall(call, stash, amountPico).callData,
        })),
      );
      if (told.runnerUp) expect(BigInt(told.runnerUp.loss)).toBe(BigInt(told.income) - BigInt(told.runnerUp.income));
      expect(told.freeBonded === null).toBe(guarantor === null);
    }
  }
});

test('constraints hold for what is added', async () => {
  const free = await plan({});
  expect(free.allowedCount).toBe(free.candidateCount);
  expect(free.positions.length).toBeGreaterThan(0);
  const maxPerNode = 3n * CRU;
  const narrow = await plan({ maxPerNode: String(maxPerNode) });
  expect(narrow.positions.every(({ amount }: Position) => BigInt(amount) <= maxPerNode)).toBe(true);
  expect(BigInt(narrow.income) <= BigInt(free.income)).toBe(true);
  const { data } = await ask('{ nodes(first: 100) { nodes { stash reportsPerbill } } }');
  const reliable = data.nodes.nodes.filter((node: { reportsPerbill: number | null }) => node.reportsPerbill === 1e9);
  expect((await plan({ minReports: 1e9 })).allowedCount).toBe(reliable.length);
  expect((await plan({ maxChange: 0 })).allowedCount).toBeLessThanOrEqual(free.allowedCount);
});

test('what cannot be is refused in one sentence', async () => {
  const refused = async (variables: Record<string, unknown>) =>
    (await ask(PLAN, { amount: AMOUNT, ...variables })).errors[0];
  expect((await refused({ amount: '0' }))?.message).toMatch(/^"amount" is from 1 to /);
  expect((await refused({ maxPerNode: '0' }))?.message).toMatch(/^"maxPerNode" is from 1 to /);
  expect((await refused({ minReports: -1 }))?.message).toMatch(/^"minReportsPerbill" is from 0 to /);
  const { data } = await ask('{ nodes(first: 1) { nodes { stash } } }');
  expect((await refused({ guarantor: data.nodes.nodes[0].stash }))?.message).toMatch(/stands for election itself/);
});
