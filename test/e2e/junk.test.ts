import { expect, inject, test } from 'vitest';
import { text } from '../../web/messages';
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
  '\u202Egnp.exe',
  `z${'\u0301'.repeat(60)}`,
  'ا'.repeat(299),
];

test('junk in the search box gets a page with words, never an error', async () => {
  const page = await people.page();
  let answers: number[] = [];
  // a page that comes to life rewrites its own address, which is a navigation without any answer
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) answers.push(response.status());
  });
  for (const junk of JUNK) {
    await page.goto(site, { waitUntil: 'domcontentloaded' });
    const box = page.locator('input[name="q"]').first();
    await box.fill(junk);
    answers = [];
    await Promise.all([
      page.waitForURL(({ pathname }) => pathname !== '/', { waitUntil: 'domcontentloaded' }),
      box.press('Enter'),
    ]);
    expect(answers.length, junk).toBeGreaterThan(0);
    expect(Math.max(...answers), junk).toBeLessThan(500);
    await page.locator('main h1').first().waitFor(); // a page arrives in pieces
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

const QUESTIONS: [path: string, name: string, wrong: string][] = [
  ['/nodes', 'sort', 'colour'],
  ['/nodes', 'dir', 'sideways'],
  ['/nodes', 'at', '5'],
  ['/nodes', 'after', '<cursor>'],
  ['/nodes', 'elected', 'perhaps'],
  ['/nodes', 'amount', 'all'],
  ['/nodes', 'w_fee', '11'],
  ['/nodes/table.csv', 'mine', 'x'],
  ['/compare', 'ids', 'me'],
  ['/files', 'status', 'GONE'],
  ['/files', 'owner', 'me'],
  ['/files', 'sort', 'colour'],
  ['/blocks', 'after', '%00'],
  ['/eras', 'after', '-1 or 1=1'],
  ['/era/1', 'sort', 'colour'],
  ['/file/QmPK1s3pNYLi9ERiq3BDxKa4XosgWwFRQUydHUtz4YgpqB', 'at', 'yesterday'],
  ['/node/cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd', 'at', '-1'],
  ['/guarantor/cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd', 'at', '1e9'],
  ['/account/cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd', 'at', '5'],
  ['/block/1', 'at', '5'],
  ['/extrinsic/1-0', 'sort', 'x'],
  ['/search', 'sort', 'x'],
  ['/market', 'at', '5'],
  ['/store', 'unit', 'parsec'],
  ['/store', 'at', '5'],
  ['/badge/QmPK1s3pNYLi9ERiq3BDxKa4XosgWwFRQUydHUtz4YgpqB.svg', 'at', '5'],
  ['/file/QmPK1s3pNYLi9ERiq3BDxKa4XosgWwFRQUydHUtz4YgpqB/feed.atom', 'at', '5'],
  ['/status', 'at', '5'],
  ['/waiting', 'at', 'yesterday'],
  ['/settle', 'at', '-1'],
  ['/settle/files.csv', 'outcome', 'BURNT'],
  ['/unclaimed', 'within', '3'],
  ['/unclaimed', 'account', 'me'],
  ['/unclaimed/rewards.csv', 'account', 'me'],
  ['/node/cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd/claim/3', 'sort', 'x'],
  ['/guarantor/cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd/incomes.csv', 'at', 'yesterday'],
  ['/words', 'at', '5'],
  ['/account/cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd/files', 'status', 'GONE'],
  ['/account/cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd/files.csv', 'at', 'yesterday'],
  ['/node/cTJp8A3DSBq5FQm55gxsXY8auJTu8y2chytgHYV6fCG7ptzVd/files', 'sort', 'colour'],
  ['/check', 'cids', 'x'],
  ['/', 'at', '5'],
];

test('a question a page cannot answer is refused with 400 and one sentence that names it', async () => {
  for (const [path, name, wrong] of QUESTIONS) {
    const response = await fetch(`${site}${path}?${new URLSearchParams([[name, wrong]])}`, { redirect: 'manual' });
    expect(response.status, `${path}?${name}=${wrong}`).toBe(400);
    const page = await response.text();
    expect(page, `${path}?${name}=${wrong}`).toContain(text.problem.badInputTitle);
    expect(
      page.includes(`“${name}”`) || page.includes(`“${wrong.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}”`),
    ).toBe(true);
    expect(response.headers.get('content-security-policy')).toContain('nonce-');
  }
});

test('a value too large for the chain, or an empty one, is no reason to fail', async () => {
  for (const query of ['at=', 'at=99999999999', 'at=4294967296'])
    expect((await fetch(`${site}/file/QmPK1s3pNYLi9ERiq3BDxKa4XosgWwFRQUydHUtz4YgpqB?${query}`)).status).toBeLessThan(
      500,
    );
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
