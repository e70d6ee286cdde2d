import { shareByWorkload } from '@moho/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Ask, startTestApi, type TestApi } from '../../test/api';
import { address, CRU, memberOf, owners } from '../../test/fixtures';
import { subscribe } from '../../test/stream';

let world: TestApi;
let ask: Ask;
beforeAll(async () => {
  world = await startTestApi();
  ask = world.ask;
});
afterEach(() => expect(world.failures.splice(0)).toEqual([]));
afterAll(() => world.close());

const SHEET = `query ($owner: String!, $from: Int!, $to: Int!, $first: Int, $after: String, $last: Int, $before: String) {
  groupPayout(owner: $owner, fromEra: $from, toEra: $to) { amount unclaimed undivided
    members(first: $first, after: $after, last: $last, before: $before) {
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor startCursor } nodes { member amount workload countedSlots lostSlots } }
    eras { era amount payment { block amount } slots sweepEndBlocks workload undivided
      shares { member amount workload countedSlots lostSlots } figureReceipts { figure receipt { kind block } } } } }`;
const ROWS = `subscription ($owner: String!, $from: Int, $to: Int) { payoutRows(owner: $owner, fromEra: $from, toEra: $to) {
  asOf rows { era paymentId eraAmount eraWorkload member amount workload countedSlots lostSlots slots } } }`;

const rowsOf = async (variables: Record<string, unknown>) => {
  const stream = await subscribe(world.api.url, ROWS, variables);
  // biome-ignore lint/suspicious/noExplicitAny: rows are read as the test's own question shaped them
  const rows: any[] = [];
  for (let answer = await stream.next(); answer !== null; answer = await stream.next()) {
    expect(answer.errors).toEqual([]);
    rows.push(...answer.data.payoutRows.rows);
  }
  return rows;
};

test('what the owner was paid is the sum of its members’ parts, with the payment’s own block', async () => {
  for (const owner of owners) {
    const { data } = await ask(SHEET, { owner: address(owner), from: 1, to: 1 });
    const [era] = data.groupPayout.eras;
    expect(era.payment).toEqual({ block: 190 + owner, amount: String(CRU) });
    expect(era.amount).toBe(String(CRU));
    const { receipt } = era.figureReceipts.find(({ figure }: { figure: string }) => figure === 'amount');
    expect(receipt).toEqual({ kind: 'EVENT', block: 190 + owner });
    const sum = era.shares.reduce((total: bigint, share: { amount: string }) => total + BigInt(share.amount), 0n);
    expect(sum + BigInt(era.undivided)).toBe(CRU);
    expect(era.slots.every((slot: number) => slot >= 149 && slot < 180)).toBe(true);
    const shares = shareByWorkload(
      CRU,
      era.shares.map(({ member, workload }: { member: string; workload: string }) => ({
        who: member,
        workload: BigInt(workload),
      })),
    );
    expect(era.shares.map(({ amount }: { amount: string }) => BigInt(amount))).toEqual(
      shares.map(({ amount }) => amount),
    );
  }
});

test('a member that missed its slots has no part, and the owner’s amount stands undivided', async () => {
  const { data } = await ask(SHEET, { owner: address(16), from: 1, to: 1 });
  const { undivided, members } = data.groupPayout;
  expect(undivided).toBe(String(CRU));
  expect(members.nodes).toEqual([
    { member: address(memberOf(16)), amount: '0', workload: '0', countedSlots: 0, lostSlots: 1 },
  ]);
});

test('the rows of the export are those of the sheet', async () => {
  for (const owner of [10, 16]) {
    const { data } = await ask(SHEET, { owner: address(owner), from: 1, to: 1 });
    const [era] = data.groupPayout.eras;
    const rows = await rowsOf({ owner: address(owner), from: 0, to: 9 });
    expect(rows).toEqual(
      era.shares.map((share: object) => ({
        ...share,
        era: 1,
        paymentId: `${190 + owner}-0`,
        eraAmount: era.amount,
        eraWorkload: era.workload,
        slots: era.slots,
      })),
    );
  }
});

test('members come in pages', async () => {
  const whole = await ask(SHEET, { owner: address(10), from: 1, to: 1 });
  const { nodes, pageInfo } = whole.data.groupPayout.members;
  const next = await ask(SHEET, { owner: address(10), from: 1, to: 1, first: 1, after: pageInfo.endCursor });
  expect(next.data.groupPayout.members).toMatchObject({ totalCount: nodes.length, nodes: [] });
  const back = await ask(SHEET, { owner: address(10), from: 1, to: 1, last: 1 });
  expect(back.data.groupPayout.members.nodes).toEqual(nodes.slice(-1));
  const { errors } = await ask(SHEET, { owner: address(11), from: 1, to: 1, first: 1, after: pageInfo.endCursor });
  expect(errors[0]?.message).toMatch(/place this list does not have/);
});

test('too long a range is refused in one sentence', async () => {
  const { errors } = await ask(SHEET, { owner: address(10), from: 0, to: 124 });
  expect(errors[0]?.message).toBe('Ask for at most 124 eras at once, not for 125.');
});
