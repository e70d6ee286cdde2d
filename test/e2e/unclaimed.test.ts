import { expect, inject, test } from 'vitest';
import { parseCsv } from '../../web/lib/export/parse-csv';
import { asker } from './ask';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, graphql } = inject('visited');
const people = visitor();
const ask = asker(graphql);

interface Payment {
  stash: string;
  validator: string | null;
  era: number | null;
  amount: string;
  block: number;
}

interface Outstanding {
  era: number;
  stash: string;
  total: string;
  validatorAmount: string;
  parts: { guarantor: string; amount: string; state: string }[];
}

const CLAIMS = 12;

const outstandingAt = async (filter: object, at: number): Promise<Outstanding[]> => {
  const { unclaimed } = await ask<{ unclaimed: { eras: { nodes: Outstanding[] } } }>(
    `query ($filter: UnclaimedFilter, $at: Int) { unclaimed(filter: $filter, at: $at) { eras(first: 100) { nodes {
      era stash total validatorAmount parts { guarantor amount state } } } } }`,
    { filter, at },
  );
  return unclaimed.eras.nodes;
};

/** Amounts by account, those of one account added. */
const summed = (amounts: readonly (readonly [string, string])[]): Record<string, string> => {
  const sums = new Map<string, bigint>();
  for (const [who, amount] of amounts) sums.set(who, (sums.get(who) ?? 0n) + BigInt(amount));
  return Object.fromEntries([...sums].sort().map(([who, sum]) => [who, String(sum)]));
};

test('what the radar said of an era is what the chain paid when somebody claimed it, to the pico', async () => {
  const seed = Math.floor(Math.random() * 1000);
  process.stdout.write(`claims are chosen with seed ${seed}\n`);
  const { rewards } = await ask<{ rewards: { nodes: Payment[] } }>(
    '{ rewards(first: 100) { nodes { stash validator era amount block } } }',
    {},
  );
  const claims = new Map<string, Payment[]>();
  for (const payment of rewards.nodes) {
    const key = `${payment.block} ${payment.era} ${payment.validator}`;
    claims.set(key, [...(claims.get(key) ?? []), payment]);
  }
  // the page of payments may begin in the middle of the oldest claim
  const whole = [...claims.values()].slice(0, -1).filter(([one]) => one?.validator != null);
  expect(whole.length).toBeGreaterThan(0);
  const chosen = whole.map((claim, i) => whole[(i * 7 + seed) % whole.length] ?? claim).slice(0, CLAIMS);
  for (const payments of chosen) {
    const [{ validator, era, block } = { validator: null, era: null, block: 0 }] = payments;
    const name = `era ${era} of ${validator} claimed in block ${block}`;
    const before = (await outstandingAt({ validator, era }, block - 1))[0];
    if (before === undefined || validator === null) throw new Error(`${name} was not outstanding a block before`);
    const paid = before.parts.flatMap(({ guarantor, amount, state }) =>
      state === 'PAID' ? [[guarantor, amount] as const] : [],
    );
    expect(summed([...paid, [validator, before.validatorAmount]]), name).toEqual(
      summed(payments.map(({ stash, amount }) => [stash, amount])),
    );
    expect(await outstandingAt({ validator, era }, block), name).toEqual([]);
  }
});

test('the radar of a past block can be taken along, everybody’s part in a line', async () => {
  const { status } = await ask<{ status: { indexedHeight: number } }>('{ status { indexedHeight } }', {});
  const at = status.indexedHeight - 20;
  const page = await people.page();
  await visit(page, `${site}/unclaimed?at=${at}`);
  expect(await page.locator('main').innerText()).toContain(`You are looking at block ${at.toLocaleString('en')}`);
  const { unclaimed } = await ask<{ unclaimed: { eraCount: number; total: string } }>(
    'query ($at: Int) { unclaimed(at: $at) { eraCount total } }',
    { at },
  );
  expect(unclaimed.eraCount).toBeGreaterThan(0);
  const csv = await fetch(`${site}/unclaimed/rewards.csv?at=${at}`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  const [head = [], ...lines] = parseCsv(await csv.text());
  const column = (name: string) => lines.map((line) => line[head.indexOf(name)] ?? '');
  expect(column('is_node').filter((is) => is === 'yes').length).toBe(unclaimed.eraCount);
  const paid = column('account_gets_pico').reduce((sum, amount) => sum + BigInt(amount), 0n);
  expect(paid <= BigInt(unclaimed.total)).toBe(true);
  if (!column('state').includes('UNBONDED')) expect(String(paid)).toBe(unclaimed.total);
});

test('a row leads to who gets what, and to the call that claims it', async () => {
  const page = await people.page();
  await visit(page, `${site}/unclaimed`);
  await page.getByText('who gets what').first().click();
  await page.waitForURL(/\/claim\/\d+$/);
  await page.getByRole('heading', { name: 'The call' }).waitFor();
  const [, stash, era] = /\/node\/([^/]+)\/claim\/(\d+)$/.exec(page.url()) ?? [];
  const { unclaimed } = await ask<{ unclaimed: { eras: { nodes: { call: { callData: string } }[] } } }>(
    `query ($stash: String!, $era: Int!) { unclaimed(filter: { validator: $stash, era: $era }) { eras { nodes { call { callData } } } } }`,
    { stash, era: Number(era) },
  );
  expect(await page.locator('main').innerText()).toContain(unclaimed.eras.nodes[0]?.call.callData);
});
