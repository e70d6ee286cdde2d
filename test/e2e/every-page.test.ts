import { describe, expect, inject, test } from 'vitest';
import { seriousViolations } from './axe';
import { FIXED, onePathOfEachKind, visit } from './routes';
import { visitor } from './visitor';

const { site } = inject('visited');
const people = visitor();

/** pages that say why there is nothing to show */
const EXPECTED: Record<string, number> = { '/nodes?sort=colour': 400, '/nowhere/at/all': 404 };
const PHONE = { width: 390, height: 844 };

let paths: Promise<string[]> | undefined;
/** Found once, by following links. */
function everyPath(): Promise<string[]> {
  paths ??= people
    .page()
    .then((page) => onePathOfEachKind(page, site))
    .then((kinds) => [
      ...new Set([...FIXED, ...Object.values(kinds), '/search?q=a', '/nodes?sort=colour', '/nowhere/at/all']),
    ]);
  return paths;
}

test('links lead to every kind of page, and each answers', async () => {
  const page = await people.page();
  for (const path of await everyPath()) {
    const status = await visit(page, site + path);
    expect(status, path).toBe(EXPECTED[path] ?? 200);
    expect(await page.title(), path).not.toBe('');
    expect(await page.locator('h1').count(), path).toBe(1);
  }
});

test('no page is wider than a phone', async () => {
  const page = await people.page({ viewport: PHONE, isMobile: true, hasTouch: true });
  for (const path of await everyPath()) {
    await visit(page, site + path);
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wide, `${path} overflows by ${wide} px at ${PHONE.width} px`).toBeLessThanOrEqual(0);
  }
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('no page has a serious accessibility mistake', async () => {
    const page = await people.page({ colorScheme });
    for (const path of await everyPath()) {
      await visit(page, site + path);
      expect(await seriousViolations(page), path).toEqual([]);
    }
  });
});

test('nothing was fetched from elsewhere', () => {
  expect(people.foreignRequests).toEqual([]);
});
