import type { Page } from 'playwright-core';

/** Every kind of page; those with a name in them are found by following links, as people do. */
export const FIXED = [
  '/',
  '/nodes',
  '/compare',
  '/market',
  '/store',
  '/waiting',
  '/settle',
  '/unclaimed',
  '/plan',
  '/plan?amount=250',
  '/docs/yield',
  '/reports',
  '/check',
  '/status',
  '/words',
  '/design',
];
export const KINDS = [
  '/file/',
  '/node/',
  '/group/',
  '/guarantor/',
  '/block/',
  '/extrinsic/',
  '/report/',
  '/account/',
  '/era/',
];
/** Pages below a page of a kind; what else stands there is a download. */
const BELOW = [
  '/account/*/files',
  '/node/*/files',
  '/node/*/limit',
  '/group/*/payout',
  '/group/*/misses',
  '/group/*/misses/*/*',
];
const WANTED = [...KINDS, ...BELOW];
const MOST_PAGES = 40;

/** The kind of page a path leads to; a star stands for a name. Undefined for lists and downloads. */
const kindOf = (path: string): string | undefined =>
  WANTED.find((kind) => {
    const pattern = kind.includes('*') ? kind : `${kind}*`;
    return new RegExp(`^${pattern.replaceAll('*', '[^/]+')}$`).test(path);
  });

/** Opens a page and returns its status. */
export async function visit(page: Page, url: string): Promise<number> {
  const response = await page.goto(url, { waitUntil: 'load' });
  await page.locator('main h1').first().waitFor(); // a page arrives in pieces: first its frame, then what it says
  return response?.status() ?? 0;
}

/** Paths that `page` links to on its own site. */
export async function linkedPaths(page: Page): Promise<string[]> {
  const hrefs = await page.$$eval('a[href]', (links) => links.map((link) => link.getAttribute('href') ?? ''));
  const { origin } = new URL(page.url());
  return [
    ...new Set(
      hrefs
        .map((href) => new URL(href, origin))
        .filter((url) => url.origin === origin)
        .map((url) => url.pathname),
    ),
  ];
}

/**
 * One path of every kind (and every list such as /nodes, under its own name), found by following links breadth first from the fixed pages and `seeds`.
 * Throws when a kind cannot be reached.
 */
export async function onePathOfEachKind(
  page: Page,
  site: string,
  seeds: string[] = [],
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const lists = new Set<string>();
  const queue = [...FIXED, ...seeds];
  const seen = new Set(queue);
  for (let visited = 0; queue.length > 0 && visited < MOST_PAGES; visited += 1) {
    const path = queue.shift() ?? '/';
    await visit(page, site + path);
    for (const next of await linkedPaths(page)) {
      if (/^\/[a-z]+$/.test(next) && !seen.has(next)) {
        seen.add(next);
        queue.push(next);
        lists.add(next);
      }
      const kind = kindOf(next);
      if (!kind || seen.has(next)) continue;
      seen.add(next);
      if (found[kind] === undefined)
        queue.unshift(next); // a new kind first: it leads to the others
      else queue.push(next);
      found[kind] ??= next;
    }
    if (WANTED.every((kind) => found[kind] !== undefined))
      return { ...found, ...Object.fromEntries([...lists].map((path) => [path, path])) };
  }
  const missing = WANTED.filter((kind) => found[kind] === undefined);
  throw new Error(`no link leads to a page of kind ${missing.join(', ')}`);
}
