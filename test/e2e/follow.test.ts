import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { expect, inject, test } from 'vitest';
import { asker } from './ask';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, graphql } = inject('visited');
const people = visitor();

const STATES = ['STORED', 'AT_RISK', 'UNREACHABLE', 'WAITING', 'EXPIRED', 'CLOSED', 'ILLEGAL'] as const;
const NEVER = 'QmPK1s3pNYLi9ERiq3BDxKa4XosgWwFRQUydHUtz4YgpqB';

interface Followed {
  cid: string;
  status: string;
  expiresAtTime: string | null;
  replicaCounts: { live: number };
  events: { nodes: { id: string; time: string }[] };
}
const FIELDS = '{ cid status expiresAtTime replicaCounts { live } events(first: 50) { nodes { id time } } }';

const ask = asker(graphql);

/** One file of each state this chain has, and one that nobody ordered. */
async function oneOfEach(): Promise<Followed[]> {
  const lists = STATES.map((s) => `${s}: files(first: 1, filter: { status: ${s} }) { nodes ${FIELDS} }`).join(' ');
  const found = await ask<Record<string, { nodes: Followed[] }> & { never: never }>(`{ ${lists} }`);
  const never = await ask<{ file: Followed }>(`{ file(cid: "${NEVER}") ${FIELDS} }`);
  return [...Object.values(found).flatMap(({ nodes }) => nodes), never.file];
}

/** What is wrong with these texts as XML, by the browser's own parser; and whether one brought a script along. */
const IN_BROWSER = `(texts) => texts.map((text) => {
  const xml = new DOMParser().parseFromString(text, 'image/svg+xml');
  const error = xml.querySelector('parsererror');
  const root = xml.documentElement;
  return {
    error: error === null ? null : error.textContent,
    root: root.localName,
    title: xml.querySelector('title')?.textContent ?? null,
    label: root.getAttribute('aria-label'),
    words: [...xml.querySelectorAll('text')].map((t) => t.textContent).join(' '),
    foreign: [...xml.querySelectorAll('*')].filter((e) => !['svg','title','clipPath','rect','g','text'].includes(e.localName)
      || [...e.attributes].some((a) => /^on/i.test(a.name))).length,
  };
})`;
interface Read {
  error: string | null;
  root: string;
  title: string | null;
  label: string | null;
  words: string;
  foreign: number;
}

const HOSTILE = [
  'junk',
  '"><script>alert(1)</script>',
  '<svg onload=alert(1)>',
  ']]>&lt;',
  '%00',
  '\u202Egnp',
  'Qm'.padEnd(46, '<'),
  '🪨'.repeat(30),
  "' or 1=1 --",
];

test('a badge is a picture of the state, whatever it is asked for', async () => {
  const files = await oneOfEach();
  const page = await people.page();
  await visit(page, site);
  const read = async (names: string[], status: number): Promise<Read[]> => {
    const bodies = [];
    for (const name of names) {
      const response = await fetch(`${site}/badge/${encodeURIComponent(name)}.svg`);
      expect(response.status, name).toBe(status);
      expect(response.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
      bodies.push(await response.text());
    }
    return page.evaluate<Read[], string[]>(`(${IN_BROWSER})(${JSON.stringify(bodies)})`, bodies);
  };
  const drawn = await read(
    files.map(({ cid }) => cid),
    200,
  );
  expect(drawn.length).toBeGreaterThan(3);
  for (const [i, { error, root, title, label, words, foreign }] of drawn.entries()) {
    const { status, replicaCounts } = files[i] as Followed;
    expect([error, root, foreign]).toEqual([null, 'svg', 0]);
    expect(label).toBe(title);
    if (status === 'STORED' || status === 'AT_RISK') expect(words).toContain(`${replicaCounts.live} live`);
  }
  expect(new Set(drawn.map(({ words }) => words)).size).toBe(drawn.length);
  for (const { error, root, words, foreign } of await read(HOSTILE, 400)) {
    expect([error, root, foreign]).toEqual([null, 'svg', 0]);
    expect(words).toBe('Crust not a CID');
  }
});

test('feeds and calendars are read by real parsers, and asked for again cost nothing', async () => {
  const { orders } = await ask<{ orders: { nodes: { account: string }[] } }>(
    '{ orders(first: 1) { nodes { account } } }',
  );
  const account = orders.nodes[0]?.account ?? '';
  for (const file of await oneOfEach()) {
    const feed = parseAtomFeed(await (await fetch(`${site}/file/${file.cid}/feed.atom`)).text());
    const ids = (feed.entries ?? []).map(({ id }) => id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of file.events.nodes) expect(ids.filter((one) => one.endsWith(`/event/${id}`))).toHaveLength(1);
    for (const entry of feed.entries ?? []) expect(entry.links?.[0]?.href).toMatch(new RegExp(`^${site}/file/`));
    const calendar = await (await fetch(`${site}/file/${file.cid}/expiry.ics`)).text();
    const events = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent');
    expect(events).toHaveLength(file.expiresAtTime === null ? 0 : 1);
  }
  const paths = [`/account/${account}/feed.atom`, `/account/${account}/expiry.ics`];
  const mine = parseAtomFeed(await (await fetch(site + paths[0])).text());
  expect(mine.entries?.length).toBeGreaterThan(0);
  ICAL.parse(await (await fetch(site + paths[1])).text());
  for (const path of [...paths, `/file/${NEVER}/feed.atom`, `/file/${NEVER}/expiry.ics`, `/badge/${NEVER}.svg`]) {
    const first = await fetch(site + path);
    await first.text();
    const again = await fetch(site + path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    const [status, body, newTag] = [again.status, await again.text(), again.headers.get('etag')];
    // between the two a block may have come that changed it: then the tag is another
    if (newTag === first.headers.get('etag')) expect([path, status, body]).toEqual([path, 304, '']);
    else expect(status).toBe(200);
  }
});

test('what cannot be followed is refused in one sentence', async () => {
  for (const path of ['feed.atom', 'expiry.ics', 'live']) {
    for (const junk of HOSTILE) {
      const response = await fetch(`${site}/file/${encodeURIComponent(junk)}/${path}`);
      expect(response.status, `${path} of ${junk}`).toBe(400);
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(await response.text()).toMatch(/^[^\n]+\.\n$/);
    }
  }
  expect((await fetch(`${site}/account/nobody/feed.atom`)).status).toBe(400);
});

test('a page names its feed and calendar, and says how to follow', async () => {
  const [file] = await oneOfEach();
  const page = await people.page();
  await visit(page, `${site}/file/${file?.cid}`);
  const link = page.locator('link[rel=alternate][type="application/atom+xml"]');
  await link.waitFor({ state: 'attached' });
  expect((await fetch(new URL((await link.getAttribute('href')) ?? '', site))).status).toBe(200);
  const section = page.locator('main section#follow');
  expect(await section.locator('code').allInnerTexts()).toEqual(
    expect.arrayContaining([`${site}/file/${file?.cid}/feed.atom`, expect.stringContaining(`/badge/${file?.cid}.svg`)]),
  );
  await page.locator('main [data-connection=open]').waitFor();
});
