import { describe, expect, inject, test } from 'vitest';
import { seriousViolations } from './axe';
import { FIXED, onePathOfEachKind, visit } from './routes';
import { visitor } from './visitor';

const { site } = inject('visited');
const people = visitor();

/** pages that say why there is nothing to show */
const EXPECTED: Record<string, number> = { '/nodes?sort=colour': 400, '/nowhere/at/all': 404 };
/** Each page is opened once by either visitor: both themes and both widths are seen, and no page is loaded more often. */
const VISITORS = {
  'at a desk, in the light theme': { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  'on a phone, in the dark theme': {
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  },
} as const;

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

test('links lead to every kind of page', async () => {
  expect((await everyPath()).length).toBeGreaterThan(FIXED.length);
});

describe.each(Object.entries(VISITORS))('%s', (_, options) => {
  test('every page answers, fits its window and has no serious accessibility mistake', async () => {
    const page = await people.page(options);
    for (const path of await everyPath()) {
      expect(await visit(page, site + path), path).toBe(EXPECTED[path] ?? 200);
      expect(await page.title(), path).not.toBe('');
      expect(await page.locator('h1').count(), path).toBe(1);
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(wide, `${path} overflows by ${wide} px`).toBeLessThanOrEqual(0);
      expect(await seriousViolations(page), path).toEqual([]);
    }
  });
});

test('nothing was fetched from elsewhere', () => {
  expect(people.foreignRequests).toEqual([]);
});
