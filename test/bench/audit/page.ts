import type { Page } from 'playwright-core';
import { text } from '../../../web/messages';
import { launchBrowser } from '../../e2e/browser';

/** What a browser saw of a large group's page. Milliseconds. */
export interface PageSeen {
  /** from the request until a key press moved the chosen cell */
  interactiveMs: number;
  /** tasks over 50 ms while the whole grid was scrolled, in every zoom */
  longTasksMs: number[];
  /** elements in the page, at most */
  mostNodes: number;
  /** pixels scrolled */
  scrolled: number;
}

export const PAGE_LIMITS = { interactiveMs: 1500, nodes: 3000 } as const;
/** a fast turn of a wheel for each frame */
const STEP_PX = 120;

/** Long tasks are noted from the first moment on. */
const noteLongTasks = (): void => {
  const notes = window as unknown as { longTasks: number[] };
  notes.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.longTasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
};

const takeLongTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const notes = window as unknown as { longTasks: number[] };
    return notes.longTasks.splice(0);
  });

/** Scrolls the whole grid, down and then sideways, one step for each frame, and counts elements on the way. */
const scrollThrough = (page: Page, step: number): Promise<{ mostNodes: number; scrolled: number }> =>
  page.evaluate(async (pixels) => {
    const grid = document.querySelector('[role=grid]') as HTMLElement;
    const ends = { scrollTop: grid.scrollHeight - grid.clientHeight, scrollLeft: grid.scrollWidth - grid.clientWidth };
    grid.scrollTop = 0;
    grid.scrollLeft = 0;
    let mostNodes = 0;
    let scrolled = 0;
    for (const side of ['scrollTop', 'scrollLeft'] as const) {
      while (grid[side] < ends[side] - 1) {
        grid[side] += pixels;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        scrolled += pixels;
        mostNodes = Math.max(mostNodes, document.getElementsByTagName('*').length);
      }
    }
    return { mostNodes, scrolled };
  }, step);

const chosen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.getAttribute('aria-label') ?? '';
  });

/** From the request until the grid answers the keyboard. */
const untilInteractive = async (page: Page, url: string): Promise<number> => {
  const since = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('[role=grid] canvas').first().waitFor();
  const before = await chosen(page);
  await page.locator('[role=grid]').focus();
  while ((await chosen(page)) === before) await page.keyboard.press('ArrowLeft');
  return performance.now() - since;
};

/** Opens the page of a large group in a real browser and scrolls its whole grid in every zoom. */
export const seePage = async (url: string): Promise<PageSeen> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(noteLongTasks);
    await page.goto(url, { waitUntil: 'load' }); // the server's first answer is not what people wait for each day
    const interactiveMs = await untilInteractive(page, url);
    const seen: PageSeen = { interactiveMs, longTasksMs: [], mostNodes: 0, scrolled: 0 };
    for (const zoom of text.group.grid.zooms) {
      await page.getByRole('button', { name: zoom, exact: true }).click();
      await page.waitForFunction(() => document.querySelector('[role=grid] canvas') !== null);
      await takeLongTasks(page); // what loading and the zoom itself took is not scrolling
      const { mostNodes, scrolled } = await scrollThrough(page, STEP_PX);
      seen.longTasksMs.push(...(await takeLongTasks(page)));
      seen.mostNodes = Math.max(seen.mostNodes, mostNodes);
      seen.scrolled += scrolled;
    }
    return seen;
  } finally {
    await browser.close();
  }
};

/** What of it is beyond the limits, in sentences. */
export const pageProblems = ({ interactiveMs, longTasksMs, mostNodes }: PageSeen): string[] => [
  ...(interactiveMs <= PAGE_LIMITS.interactiveMs
    ? []
    : [`the page answers after ${Math.round(interactiveMs)} ms, above ${PAGE_LIMITS.interactiveMs} ms`]),
  ...(longTasksMs.length === 0
    ? []
    : [
        `while scrolling ${longTasksMs.length} tasks took over 50 ms, the longest ${Math.round(Math.max(...longTasksMs))} ms`,
      ]),
  ...(mostNodes <= PAGE_LIMITS.nodes ? [] : [`the page held ${mostNodes} elements, above ${PAGE_LIMITS.nodes}`]),
];
