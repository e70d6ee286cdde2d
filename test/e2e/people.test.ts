import { expect, inject, test } from 'vitest';
import { asker } from './ask';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, graphql } = inject('visited');
const people = visitor();
const ask = asker(graphql);

async function anyCid(): Promise<string> {
  const { files } = await ask<{ files: { nodes: { cid: string }[] } }>('{ files(first: 1) { nodes { cid } } }');
  const [file] = files.nodes;
  if (!file) throw new Error('the index holds no file');
  return file.cid;
}

test('a CID pasted into the search box leads to its page', async () => {
  const cid = await anyCid();
  const page = await people.page();
  await visit(page, site);
  await page.locator('main input[name="q"]').first().fill(cid);
  await Promise.all([page.waitForURL(`**/file/${cid}`), page.keyboard.press('Enter')]);
  await page.locator('main', { hasText: cid }).waitFor();
  await page.locator('main button[data-receipt]').first().click();
  const receipt = page.locator('[popover][role=dialog]:popover-open', { hasText: /state_getStorage|chain_getBlock/ });
  await receipt.waitFor();
});

test('a CID nobody ordered gets a page that says so', async () => {
  const page = await people.page();
  const status = await visit(page, `${site}/file/QmPK1s3pNYLi9ERiq3BDxKa4XosgWwFRQUydHUtz4YgpqB`);
  expect(status).toBeLessThan(500);
  expect(await page.locator('main').innerText()).toMatch(/never|nobody|not|no order/i);
});

test('nodes can be sorted by a column, and the address keeps the order', async () => {
  const page = await people.page();
  await visit(page, `${site}/nodes`);
  const sorters = page.locator('main th a');
  expect(await sorters.count()).toBeGreaterThan(1);
  const rows = async () => (await page.locator('main tbody tr').allInnerTexts()).map((text) => text.split(/\s/)[0]);
  const orders = new Set<string>();
  for (const turn of [0, 1, 2, 3]) {
    const before = page.url();
    await sorters.nth(turn % (await sorters.count())).click();
    await page.waitForURL((url) => url.href !== before);
    const sorted = page.locator('main th[aria-sort="ascending"], main th[aria-sort="descending"]');
    await sorted.waitFor();
    orders.add((await rows()).join(' '));
  }
  expect(orders.size, 'sorting never changed the order of the rows').toBeGreaterThan(1);
});

test('a word with a dotted line says what it means, by keyboard and by touch', async () => {
  const page = await people.page();
  await visit(page, `${site}/nodes`);
  const word = page.locator('main th button[popovertarget]').first();
  const meaning = page.locator('[data-term]:popover-open');
  await word.focus();
  await page.keyboard.press('Enter');
  await meaning.waitFor({ state: 'visible' });
  expect((await meaning.innerText()).length).toBeGreaterThan(30);
  await page.keyboard.press('Escape');
  await meaning.waitFor({ state: 'hidden' });
  const phone = await people.page({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await visit(phone, site);
  await phone.locator('main dt button[popovertarget]').first().tap();
  const box = await phone.locator('[data-term]:popover-open').boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
});

test('on a phone a file is a short card that unfolds', async () => {
  const page = await people.page({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await visit(page, `${site}/files`);
  const card = page.locator('main tbody tr').first();
  const shown = () => card.locator('td[data-minor]:visible').count();
  const folded = await card.boundingBox();
  expect(await shown()).toBe(0);
  await card.locator('label', { has: page.locator('input[type=checkbox]') }).tap();
  expect(await shown()).toBe(await card.locator('td[data-minor]').count());
  expect((await card.boundingBox())?.height).toBeGreaterThan(folded?.height ?? 0);
});

test('without scripts a page says what it needs', async () => {
  const page = await people.page({ javaScriptEnabled: false });
  await page.goto(`${site}/files`, { waitUntil: 'load' });
  expect(await page.locator('noscript').innerText()).toContain('JavaScript');
});

test('the guarantors of a node are paged, each named once', async () => {
  const { validators } = await ask<{ validators: { nodes: { id: string; guarantorCount: number }[] } }>(
    '{ validators(first: 1, orderBy: { field: GUARANTORS, direction: DESC }) { nodes { id guarantorCount } } }',
  );
  const [node] = validators.nodes;
  if (!node) throw new Error('the index holds no node');
  const page = await people.page();
  await visit(page, `${site}/node/${node.id}`);
  const list = page.locator('main section#guarantors');
  const named = new Set<string>();
  for (;;) {
    for (const link of await list.locator('tbody a[href^="/guarantor/"]').all())
      named.add((await link.getAttribute('href')) ?? '');
    const next = list.locator('a[rel=next]');
    if ((await next.count()) === 0) break;
    await visit(page, new URL((await next.getAttribute('href')) ?? '', site).href);
  }
  expect(named.size).toBe(node.guarantorCount);
});
