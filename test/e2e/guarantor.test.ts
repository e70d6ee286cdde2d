import { expect, inject, test } from 'vitest';
import { parseCsv } from '../../web/lib/export/parse-csv';
import { asker } from './ask';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, graphql } = inject('visited');
const people = visitor();
const ask = asker(graphql);

interface Page<Row> {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Income {
  era: number;
  stash: string;
  state: string;
  amount: string | null;
}

interface Reward {
  era: number | null;
  validator: string | null;
  amount: string;
}

interface Answer {
  guarantor: { paidTotal: string; incomes: Page<Income>; rewards: Page<Reward> };
  unclaimed: { accountTotal: string };
}

const QUERY = `query ($id: String!, $at: Int, $incomes: String, $rewards: String) {
  guarantor(id: $id, at: $at) {
    paidTotal
    incomes(first: 100, after: $incomes) { nodes { era stash state amount } pageInfo { hasNextPage endCursor } }
    rewards(first: 100, after: $rewards) { nodes { era validator amount } pageInfo { hasNextPage endCursor } }
  }
  unclaimed(filter: { account: $id }, at: $at) { accountTotal }
}`;

/** Both lists of a guarantor, whole. */
const everything = async (id: string, at: number) => {
  const [incomes, rewards]: [Income[], Reward[]] = [[], []];
  let after: { incomes: string | null; rewards: string | null } = { incomes: null, rewards: null };
  for (;;) {
    const answer = await ask<Answer>(QUERY, { id, at, ...after });
    const [income, reward] = [answer.guarantor.incomes, answer.guarantor.rewards];
    if (after.incomes === null || income.nodes.length > 0) incomes.push(...income.nodes);
    if (after.rewards === null || reward.nodes.length > 0) rewards.push(...reward.nodes);
    const next = {
      incomes: income.pageInfo.endCursor ?? after.incomes,
      rewards: reward.pageInfo.endCursor ?? after.rewards,
    };
    if (!income.pageInfo.hasNextPage && !reward.pageInfo.hasNextPage) return { ...answer, incomes, rewards };
    after = next;
  }
};

const sumOf = (amounts: readonly (string | null)[]): string =>
  String(amounts.reduce((sum, amount) => sum + BigInt(amount ?? 0), 0n));

const byNodeAndEra = (rows: readonly (readonly [string, string])[]): Record<string, string> => {
  const sums = new Map<string, bigint>();
  for (const [key, amount] of rows) sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount));
  return Object.fromEntries([...sums].filter(([, sum]) => sum > 0n).map(([key, sum]) => [key, String(sum)]));
};

test('what a guarantor’s eras brought is what it was paid, and what waits is what the radar says', async () => {
  const { status, guarantors } = await ask<{
    status: { indexedHeight: number };
    guarantors: { nodes: { id: string }[] };
  }>('{ status { indexedHeight } guarantors(first: 100) { nodes { id } } }');
  const seed = Math.floor(Math.random() * guarantors.nodes.length);
  process.stdout.write(`guarantors are chosen with seed ${seed}\n`);
  const chosen = [...guarantors.nodes.slice(seed), ...guarantors.nodes.slice(0, seed)].slice(0, 8);
  let compared = 0;
  for (const { id } of chosen) {
    const { incomes, rewards, guarantor, unclaimed } = await everything(id, status.indexedHeight);
    const asGuarantor = rewards.filter(({ validator }) => validator !== null && validator !== id);
    const claimed = incomes.filter(({ state }) => state === 'CLAIMED');
    expect(byNodeAndEra(claimed.map(({ era, stash, amount }) => [`${era} ${stash}`, amount ?? '0'])), id).toEqual(
      byNodeAndEra(asGuarantor.map(({ era, validator, amount }) => [`${era} ${validator}`, amount])),
    );
    expect(guarantor.paidTotal, id).toBe(sumOf(asGuarantor.map(({ amount }) => amount)));
    const outstanding = incomes.filter(({ state }) => state === 'OUTSTANDING');
    const asValidator = incomes.some(({ stash }) => stash === id);
    if (!asValidator)
      expect(BigInt(unclaimed.accountTotal) >= BigInt(sumOf(outstanding.map((o) => o.amount)))).toBe(true);
    compared += claimed.length;
  }
  expect(compared).toBeGreaterThan(0);
});

test('its page forecasts the next era and hands over every era as CSV', async () => {
  const { guarantors } = await ask<{ guarantors: { nodes: { id: string }[] } }>(
    '{ guarantors(first: 1) { nodes { id } } }',
  );
  const id = guarantors.nodes[0]?.id ?? '';
  const page = await people.page();
  await visit(page, `${site}/guarantor/${id}`);
  expect(await page.locator('main').innerText()).toContain('That is a forecast');
  const csv = parseCsv(await (await fetch(`${site}/guarantor/${id}/incomes.csv`)).text());
  const at = Number(csv[1]?.at(-1));
  const { guarantor } = await ask<{ guarantor: { incomes: { totalCount: number } } }>(
    'query ($id: String!, $at: Int) { guarantor(id: $id, at: $at) { incomes { totalCount } } }',
    { id, at },
  );
  expect(csv.length - 1).toBe(guarantor.incomes.totalCount);
});
