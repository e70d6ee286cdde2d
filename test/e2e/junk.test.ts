import { expect, inject, test } from 'vitest';
import { KINDS } from './routes';
import { visitor } from './visitor';

const { site } = inject('visited');
const people = visitor();

const JUNK = [
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '%00',
  '\u0000',
  '../../etc/passwd',
  '🪨'.repeat(200),
  '-1',
  '99999999999999999999999999',
  '0x',
  '0xzz',
  'Qm',
  'NaN',
  '{"a":1}',
  '%E0%A4%A',
  ' ',
];

test('junk in the search box gets a page with words, never an error', async () => {
  const page = await people.page();
  for (const junk of JUNK) {
    await page.goto(site, { waitUntil: 'domcontentloaded' });
    const box = page.locator('input[name="q"]').first();
    await box.fill(junk);
    const [response] = await Promise.all([
      page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
      box.press('Enter'),
    ]);
    expect(response?.status(), junk).toBeLessThan(500);
    expect((await page.locator('main').innerText()).trim().length, junk).toBeGreaterThan(0);
  }
});

test('junk in an address never makes the site fail', async () => {
  for (const kind of KINDS) {
    for (const junk of JUNK) {
      const response = await fetch(`${site}${kind}${encodeURIComponent(junk)}`, { redirect: 'manual' });
      expect(response.status, kind + junk).toBeLessThan(500);
    }
  }
});

test('junk in the parameters of a page never makes the site fail', async () => {
  const names = ['q', 'sort', 'order', 'dir', 'page', 'after', 'before', 'first', 'at', 'filter', 'from', 'to'];
  for (const path of ['/', '/nodes', '/market', '/status', '/search']) {
    for (const junk of JUNK) {
      const query = new URLSearchParams(names.map((name) => [name, junk]));
      const response = await fetch(`${site}${path}?${query}`, { redirect: 'manual' });
      expect(response.status, `${path}?${query}`).toBeLessThan(500);
    }
  }
});
