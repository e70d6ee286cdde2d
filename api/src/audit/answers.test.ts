import { readSlotLetter } from '@moho/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../test/api';
import { address, HEAD, memberOf, owners } from '../../test/fixtures';

let world: TestApi;
beforeAll(async () => {
  world = await startTestApi();
});
afterAll(async () => {
  expect(world.failures).toEqual([]);
  await world.close();
});

interface Row {
  account: string;
  isMember: boolean;
  letters: string;
  rates: { slots: number; reported: number; due: number }[];
  streak: { reported: boolean; slots: number; open: boolean } | null;
}
interface Grid {
  slots: number[];
  judgedThrough: number;
  rows: Row[];
  rates: { reported: number; due: number; perbill: number }[];
}

const grid = async (account: string, at?: number): Promise<Grid> => {
  const { data, errors } = await world.ask(
    `query ($account: String!, $at: Int) { audit(account: $account, at: $at) { grid(slots: 24) {
      slots judgedThrough rates { reported due perbill }
      rows { account isMember letters rates { slots reported due } streak { reported slots open } } } } }`,
    { account, at },
  );
  expect(errors).toEqual([]);
  return data.audit.grid;
};

test('every cell says what the rows of reports and judgements say, at the head and at an earlier block', async () => {
  for (const at of [undefined, 200]) {
    for (const owner of owners) {
      const { slots, rows, judgedThrough } = await grid(address(owner), at);
      expect(slots.at(-1)).toBe((at ?? HEAD) - ((at ?? HEAD) % 30));
      const [row] = rows as [Row];
      expect(rows).toHaveLength(1);
      expect(row).toMatchObject({ account: address(memberOf(owner)), isMember: true });
      const { data } = await world.ask(
        'query ($account: String!, $at: Int) { slotReports(filter: { account: $account }, first: 100, at: $at) { nodes { slot status punished } } }',
        { account: row.account, at },
      );
      const reports = new Map<number, { status: string; punished: boolean | null }>(
        data.slotReports.nodes.map((node: { slot: number; status: string; punished: boolean }) => [node.slot, node]),
      );
      expect(reports.size).toBeGreaterThan(3);
      slots.forEach((slot, i) => {
        const { status, punished } = readSlotLetter(row.letters[i] as string);
        const report = reports.get(slot);
        const none = slot <= judgedThrough ? 'ABSENT' : 'OPEN';
        expect(status, `${owner} in slot ${slot}`).toBe(report?.status ?? none);
        expect(punished).toBe(report?.punished ?? false);
      });
    }
  }
});

test('a member is the same alone as in its group', async () => {
  for (const owner of owners) {
    const inGroup = await grid(address(owner));
    const alone = await grid(address(memberOf(owner)));
    expect(alone.rows).toEqual(inGroup.rows);
    expect(alone.rates).toEqual(inGroup.rates);
  }
});

test('an account that never reported has no machines, and nothing was due', async () => {
  const nobody = await grid(address(90));
  expect(nobody.rows).toEqual([]);
  expect(nobody.rates.every(({ due, perbill }) => due === 0 && perbill === null)).toBe(true);
});

test('what lies ahead: punished machines come back after their deadline was judged, codes hold the whole limit', async () => {
  const { data, errors } = await world.ask(
    `query ($account: String!) { audit(account: $account) {
      machines { account punished punishmentDeadline fullPowerBlock fullPowerTime workload }
      codes { expireBlock refusedFromSlot limitFallsBlock machineCount workload limitShare } }
      group(owner: $account) { stakeLimit } }`,
    { account: address(16) },
  );
  expect(errors).toEqual([]);
  const [machine] = data.audit.machines;
  expect(machine).toMatchObject({ punished: true, punishmentDeadline: '450' });
  // the slot at the deadline is judged by the sweep of the slot after it
  expect(machine.fullPowerBlock - (machine.fullPowerBlock % 30)).toBe(480);
  expect(Date.parse(machine.fullPowerTime)).toBeGreaterThan(0);
  expect(data.audit.codes).toMatchObject([{ machineCount: 1, expireBlock: 1_000_000, workload: '0', limitShare: '0' }]);
  const running = await world.ask(
    'query ($account: String!) { audit(account: $account) { codes { limitShare } } group(owner: $account) { stakeLimit } }',
    { account: address(10) },
  );
  expect(running.data.audit.codes.map((code: { limitShare: string }) => code.limitShare)).toEqual([
    running.data.group.stakeLimit,
  ]);
});
