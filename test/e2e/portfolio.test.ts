import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { parseCsv } from '../../web/lib/export/parse-csv';
import { asker } from './ask';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, graphql } = inject('visited');
const people = visitor();
const ask = asker(graphql);

/** Lines of a CSV file as objects by its header. */
const records = (text: string): Record<string, string>[] => {
  const [head = [], ...lines] = parseCsv(text);
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
};

const textOf = async (download: Download): Promise<string> => {
  let text = '';
  for await (const chunk of await download.createReadStream()) text += chunk;
  return text;
};

const click = async (page: Page, button: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText(button, { exact: true }).click(),
  ]);
  return textOf(download);
};

interface Line {
  problem: string | null;
  file: { cid: string; status: string; replicaCounts: { liveOwners: number } } | null;
}

const NEVER_ORDERED = 'QmPK1s3pNYLi9ERiq3BDxKa4XosgWwFRQUydHUtz4YgpqB';

async function someLines(): Promise<string[]> {
  const { files } = await ask<{ files: { nodes: { cid: string }[] } }>('{ files(first: 20) { nodes { cid } } }');
  return [...files.nodes.map(({ cid }) => cid), 'no CID at all', NEVER_ORDERED, `ipfs://${files.nodes[0]?.cid}/a/b`];
}

/** The checked table says the same as the API, line by line. */
async function expectChecked(page: Page, given: string[]): Promise<void> {
  await page.locator('main table').waitFor();
  const rows = await page.locator('main tbody tr').allInnerTexts();
  const { filesByCids } = await ask<{ filesByCids: Line[] }>(
    'query ($cids: [String!]!) { filesByCids(cids: $cids) { problem file { cid status replicaCounts { liveOwners } } } }',
    { cids: given },
  );
  expect(rows).toHaveLength(given.length);
  const links = await page
    .locator('main tbody tr')
    .evaluateAll((all) => all.map((row) => row.querySelector('a')?.getAttribute('href') ?? null));
  expect(links).toEqual(filesByCids.map(({ file }) => (file === null ? null : `/file/${file.cid}`)));
  filesByCids.forEach(({ problem }, i) => {
    if (problem !== null) expect(rows[i]).toContain('is not a CID');
  });
}

const send = (page: Page) => page.locator('main form button[type=submit]').first().click();

test('a pasted list is checked line by line, and comes as CSV', async () => {
  const given = await someLines();
  const page = await people.page();
  await visit(page, `${site}/check`);
  await page.locator('main textarea').fill(given.join('\n'));
  await send(page);
  await expectChecked(page, given);
  const lines = records(await click(page, 'Download as CSV'));
  expect(lines.map((line) => line.given)).toEqual(given);
  const { filesByCids } = await ask<{ filesByCids: Line[] }>(
    'query ($cids: [String!]!) { filesByCids(cids: $cids) { problem file { cid status replicaCounts { liveOwners } } } }',
    { cids: given },
  );
  lines.forEach((line, i) => {
    expect(line.cid).toBe(filesByCids[i]?.file?.cid ?? '');
    expect(line.problem).toBe(filesByCids[i]?.problem ?? '');
  });
});

test('an uploaded list is checked, also where scripts do not run', async () => {
  const given = await someLines();
  const file = join(tmpdir(), `moho-check-${process.pid}.csv`);
  writeFileSync(file, `cid,note\r\n${given.map((line) => `${line},"a, b"\r\n`).join('')}`);
  for (const javaScriptEnabled of [true, false]) {
    const page = await people.page({ javaScriptEnabled });
    await page.goto(`${site}/check`, { waitUntil: 'load' });
    await page.locator('main input[type=file]').setInputFiles(file);
    await send(page);
    if (javaScriptEnabled) await expectChecked(page, given);
    else
      await page
        .locator('main table tbody tr')
        .nth(given.length - 1)
        .waitFor();
  }
});

test('a list that is too long or empty is one sentence', async () => {
  const page = await people.page();
  await visit(page, `${site}/check`);
  for (const [list, sentence] of [
    [`${NEVER_ORDERED}\n`.repeat(501), /501 lines; at most 500/],
    [' \n ', /nothing to check/],
  ] as const) {
    await page.locator('main textarea').fill(list);
    await send(page);
    await page.locator('main [role=alert]', { hasText: sentence }).waitFor();
  }
});

interface Portfolio {
  portfolio: {
    totals: { files: number; filesOnChain: number };
    durability: { shares: { status: string; files: number }[] };
  };
}

test('the durability report says what the API sums, and its exports hold every file of it', async () => {
  const { orders } = await ask<{ orders: { nodes: { account: string }[] } }>(
    '{ orders(first: 1, filter: { kind: NEW }) { nodes { account } } }',
  );
  const account = orders.nodes[0]?.account as string;
  const { portfolio } = await ask<Portfolio>(
    'query ($account: String!) { portfolio(account: $account) { totals { files filesOnChain } durability { shares { status files } } } }',
    { account },
  );
  const page = await people.page();
  await visit(page, `${site}/account/${account}`);
  await page.locator(`main a[href="/account/${account}/files"]`).first().click();
  await page.waitForURL('**/files');
  const shown = page.locator('main [data-files]');
  await shown.first().waitFor();
  const counts = await shown.evaluateAll((cells) =>
    cells.map((cell) => ({
      status: cell.getAttribute('data-files'),
      files: Number(cell.textContent?.replace(/\D/g, '')),
    })),
  );
  // a block may have been made between the two
  const sum = counts.reduce((all, { files }) => all + files, 0);
  expect(sum).toBeGreaterThanOrEqual(portfolio.totals.files);
  expect(portfolio.durability.shares.reduce((all, { files }) => all + files, 0)).toBe(portfolio.totals.files);
  const at = Number((await page.locator('main input[name=at]').inputValue()).replace(/\D/g, ''));
  const then = await ask<Portfolio>(
    'query ($account: String!, $at: Int) { portfolio(account: $account, at: $at) { totals { files filesOnChain } durability { shares { status files } } } }',
    { account, at },
  );
  await visit(page, `${site}/account/${account}/files?at=${at}`);
  await shown.first().waitFor();
  expect(
    await shown.evaluateAll((cells) =>
      cells.map((cell) => ({
        status: cell.getAttribute('data-files'),
        files: Number(cell.textContent?.replace(/\D/g, '')),
      })),
    ),
  ).toEqual(then.portfolio.durability.shares);
  const lines = records(await click(page, 'CSV'));
  for (const { status, files } of then.portfolio.durability.shares)
    expect(lines.filter((line) => line.status === status).length, status).toBe(files);
  expect(lines.length).toBe(then.portfolio.totals.files);
  expect(new Set(lines.map((line) => line.as_of_block))).toEqual(new Set([String(at)]));
  const json = JSON.parse(await click(page, 'JSON')) as { asOf: number; rows: { cid: string; spent: string }[] };
  expect(json.rows.map(({ cid }) => cid)).toEqual(lines.map((line) => line.cid));
  expect(json.rows.map(({ spent }) => spent)).toEqual(lines.map((line) => line.spent_pico));
});

test("a node's files lead to the machines that can serve them", async () => {
  const { replicas } = await ask<{ replicas: { nodes: { owner: string | null; who: string }[] } }>(
    '{ replicas(first: 1) { nodes { owner who } } }',
  );
  const [replica] = replicas.nodes;
  for (const account of [replica?.owner ?? replica?.who, replica?.who]) {
    const page = await people.page();
    await visit(page, `${site}/node/${account}/files`);
    const { holder } = await ask<{ holder: { asOf: number } }>(
      'query ($account: String!) { holder(account: $account) { asOf } }',
      { account },
    );
    const at = `?at=${holder.asOf}`;
    const csv = await fetch(`${site}/node/${account}/files.csv${at}`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const lines = records(await csv.text());
    const then = await ask<{ holder: { replicas: number; liveReplicas: number; bytes: string } }>(
      'query ($account: String!, $at: Int) { holder(account: $account, at: $at) { replicas liveReplicas bytes } }',
      { account, at: holder.asOf },
    );
    expect(lines.length).toBe(then.holder.replicas);
    expect(lines.filter((line) => line.live === 'yes').length).toBe(then.holder.liveReplicas);
    expect(String(lines.reduce((sum, line) => sum + BigInt(line.size_bytes ?? 0), 0n))).toBe(then.holder.bytes);
  }
});

test.each([
  ['/waiting', 'waitingFiles'],
  ['/settle', 'settlements'],
])('%s shows a block of the past, and its whole list can be taken along', async (path, list) => {
  const { status } = await ask<{ status: { indexedHeight: number } }>('{ status { indexedHeight } }');
  const at = status.indexedHeight - 50;
  const page = await people.page();
  await visit(page, `${site}${path}?at=${at}`);
  expect(await page.locator('main').innerText()).toContain(`You are looking at block ${at.toLocaleString('en')}`);
  const then = await ask<Record<string, { totalCount: number }>>(
    `query ($at: Int) { ${list}(first: 1, at: $at) { totalCount } }`,
    { at },
  );
  const total = then[list]?.totalCount ?? 0;
  const shown = await page.locator('main table').first().locator('tbody tr').count();
  if (total > 0) expect(shown).toBe(Math.min(total, 25));
  for (const wanted of [`?at=${at}`, ...(path === '/settle' ? [`?at=${at}&outcome=CLOSED`] : [])]) {
    const csv = await fetch(`${site}${path}/files.csv${wanted}`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const lines = records(await csv.text());
    if (wanted.includes('outcome')) expect(lines.every((line) => line.outcome === 'CLOSED')).toBe(true);
    else expect(lines.length).toBe(total);
    expect(lines.every((line) => line.as_of_block === String(at))).toBe(true);
  }
});

test('an export of nonsense is one sentence', async () => {
  for (const path of ['/account/me/files.csv', '/node/0x12/files.json']) {
    const response = await fetch(site + path);
    expect(response.status, path).toBe(400);
    expect(await response.text()).toMatch(/^[^\n]{20,300}\.\n$/);
  }
});
