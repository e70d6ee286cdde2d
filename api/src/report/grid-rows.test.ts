import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api';
import { address, memberOf } from '../../test/fixtures';
import { subscribe } from '../../test/stream';

let world: TestApi;
beforeAll(async () => {
  world = await startTestApi();
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

const ROWS = `subscription ($owner: String, $account: String, $from: Int, $to: Int, $at: Int) {
  gridCellRows(owner: $owner, account: $account, fromSlot: $from, toSlot: $to, at: $at) { asOf rows {
    slot account owner anchor reported exempt counts punished free spower judgedAtBlock reportBlock late rejected duplicates } } }`;

const answersTo = async (variables: Record<string, unknown>) => {
  const stream = await subscribe(world.api.url, ROWS, variables);
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as the test's own question shaped them
  const answers: any[] = [];
  for (let answer = await stream.next(); answer !== null; answer = await stream.next()) answers.push(answer);
  return answers;
};
const rowsOf = async (variables: Record<string, unknown>) =>
  (await answersTo(variables)).flatMap(({ errors, data }) => {
    expect(errors).toEqual([]);
    return data.gridCellRows.rows;
  });

test('an export of a grid says of every cell what the slot’s report and judgement say', async () => {
  const rows = await rowsOf({ owner: address(16) });
  expect(rows.length).toBeGreaterThan(5);
  const { data } = await world.ask(
    `{ slotReports(first: 100, filter: { owner: "${address(16)}" }) { nodes { slot status account punished judgedAtBlock block late } } }`,
  );
  type Report = { slot: number; status: string; account: string; judgedAtBlock: number | null };
  const reports = new Map(data.slotReports.nodes.map((one: Report) => [one.slot, one]));
  for (const row of rows) {
    expect(reports.get(row.slot)).toMatchObject({
      status: row.reported ? 'REPORTED' : 'MISSED',
      account: row.account,
      punished: row.punished,
      judgedAtBlock: row.judgedAtBlock,
      block: row.reportBlock,
      late: row.late,
    });
    expect(row.counts).toBe(!row.punished);
  }
});

test('one account has the cells its group has of it', async () => {
  const ofGroup = await rowsOf({ owner: address(12), from: 60, to: 150 });
  expect(ofGroup.map(({ slot }: { slot: number }) => slot)).toEqual([60, 90, 120, 150]);
  expect(await rowsOf({ account: address(memberOf(12)), from: 60, to: 150 })).toEqual(ofGroup);
});

test('whoever names nobody, both or a range that ends before it begins gets a sentence', async () => {
  const wrong = [{}, { owner: address(10), account: address(10) }, { owner: address(10), from: 9, to: 3 }];
  for (const variables of wrong) {
    const [answer] = await answersTo(variables);
    expect(answer.errors[0].message).toMatch(/Name the group|beyond "toSlot"/);
  }
});
