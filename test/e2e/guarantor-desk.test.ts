import { expect, inject, test } from 'vitest';
import { parseCsv } from '../../web/lib/export/parse-csv';
import { asker } from './ask';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, graphql } = inject('visited');
const people = visitor();
const ask = asker(graphql);

test('nodes are weighed, chosen and compared without any script, and the address holds it all', async () => {
  const page = await people.page({ javaScriptEnabled: false });
  await visit(page, `${site}/nodes`);
  await page.locator('main input[name=amount]').fill('250');
  await page.locator('main summary').last().click();
  await page.locator('main input[name=w_fee]').fill('9');
  await Promise.all([
    page.waitForURL((url) => url.searchParams.get('w_fee') === '9' && url.searchParams.get('amount') === '250'),
    page.locator('main form button[type=submit]').first().click(),
  ]);
  const chosen: string[] = [];
  for (const nth of [0, 1]) {
    const link = page.locator('main tbody tr').nth(nth).locator('td').first().locator('a[href*="pick="]');
    const href = new URL((await link.getAttribute('href')) ?? '', site);
    await visit(page, href.href);
    chosen.splice(0, 2, ...(href.searchParams.get('pick') ?? '').split(','));
  }
  expect(new Set(chosen).size).toBe(2);
  const compare = await page.locator('main a[href^="/compare"]', { hasText: '2' }).first().getAttribute('href');
  await visit(page, new URL(compare ?? '', site).href);
  expect(await page.locator('main input[name=w_fee]').inputValue()).toBe('9');
  expect(await page.locator('main input[name=amount]').inputValue()).toBe('250');
  for (const stash of chosen) expect(await page.locator(`main a[href="/node/${stash}"]`).count()).toBeGreaterThan(0);
  // a name, two nodes, receipts
  expect(await page.locator('main table').first().locator('thead th').count()).toBe(4);
});

test('the table that is downloaded is the list of the same address, in its order', async () => {
  const { nodes } = await ask<{ nodes: { nodes: { stash: string; stakeLimit: string | null }[]; totalCount: number } }>(
    '{ nodes(first: 100, orderBy: { field: STAKE_LIMIT, direction: ASC }) { totalCount nodes { stash stakeLimit } } }',
  );
  const response = await fetch(`${site}/nodes/table.csv?sort=STAKE_LIMIT&dir=ASC`);
  expect(response.headers.get('content-type')).toContain('text/csv');
  const [head = [], ...rows] = parseCsv(await response.text());
  const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  expect(rows.length).toBe(nodes.totalCount);
  expect([...column('node')].sort()).toEqual(nodes.nodes.map(({ stash }) => stash).sort());
  const limits = column('stake_limit_pico')
    .filter((limit) => limit !== '')
    .map((limit) => BigInt(limit ?? ''));
  expect(limits).toEqual([...limits].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
});
