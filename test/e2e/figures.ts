import { errors, type Page } from 'playwright-core';

/** What an open receipt says, line by line; a line is missing when the receipt does not say it. */
export interface OpenReceipt {
  label: string;
  /** texts by kind of line: value, rule, block, item, event, key, raw, sources, hash, call */
  lines: Record<string, string[]>;
}

/** What looks like a figure and is not marked as one, as sentences. Runs in the page. */
const UNMARKED = `(() => {
  const shown = (element) => element.innerText.replace(/\\s+/g, ' ').trim().slice(0, 60);
  const figures = (selector, isFine) =>
    [...document.querySelectorAll('main ' + selector)]
      .filter((element) => /\\d/.test(element.innerText) && !isFine(element))
      .map((element) => selector + ': ' + shown(element));
  const inFigure = (element) => element.closest('[data-figure]') !== null;
  // an address is a name, not a figure
  const holdsFigure = (element) => element.querySelector('[data-figure], a[href^="/account/"]') !== null;
  return [
    ...figures('td[data-numeric]', inFigure),
    ...figures('[data-stat]', holdsFigure),
    ...figures('[data-amount]', inFigure),
  ];
})()`;

/** Marked figures without a receipt of their own, in their row or in what they stand in. Runs in the page. */
const WITHOUT_RECEIPT = `[...document.querySelectorAll('main [data-figure]')]
  .filter((element) => (element.closest('tr') ?? element).querySelector('button[popovertarget][data-receipt]') === null)
  .map((element) => element.dataset.figure + ': ' + element.innerText.slice(0, 60))`;

export const unmarkedFigures = (page: Page): Promise<string[]> => page.evaluate(UNMARKED);
export const figuresWithoutReceipt = (page: Page): Promise<string[]> => page.evaluate(WITHOUT_RECEIPT);

const EVERY = 12;

/**
 * Marks to try on a page: all that stand alone; of each table and list the first and last row and every twelfth between
 * them, begun at a row that the seed names, so that many runs try them all.
 */
const tried = (seed: number) => `[...document.querySelectorAll('main button[data-receipt]')].flatMap((button, i) => {
  const row = button.closest('tr, li');
  const edge = row === null || row.previousElementSibling === null || row.nextElementSibling === null;
  return edge || i % ${EVERY} === ${seed % EVERY} ? [i] : [];
})`;

const READ = `(() => {
  const sheet = document.querySelector('[popover][role=dialog]:popover-open');
  if (sheet === null) return null;
  const lines = {};
  for (const line of sheet.querySelectorAll('[data-line]')) {
    const text = line.querySelector('code') ?? line.querySelector('dd') ?? line;
    (lines[line.dataset.line] ??= []).push(text.textContent.trim());
  }
  return { label: sheet.getAttribute('aria-label'), lines };
})()`;

const PATIENCE_MS = 10_000;
const onlyTimeout = (error: unknown): void => {
  if (!(error instanceof errors.TimeoutError)) throw error;
};

/** Opens receipts one after another by keyboard alone, and closes each the same way. */
export async function openReceipts(page: Page, seed: number): Promise<OpenReceipt[]> {
  const places = await page.evaluate<number[]>(tried(seed));
  const marks = page.locator('main button[data-receipt]');
  const sheet = page.locator('[popover][role=dialog]:popover-open');
  const opened: OpenReceipt[] = [];
  for (const i of places) {
    const mark = marks.nth(i);
    await mark.focus();
    await page.keyboard.press('Enter');
    // the receipt is asked for when it is opened; one that does not come is read as it stands: without its lines
    await sheet.locator('[data-line="call"]').first().waitFor({ timeout: PATIENCE_MS }).catch(onlyTimeout);
    const receipt = await page.evaluate<OpenReceipt | null>(READ);
    opened.push(receipt ?? { label: `mark ${i}, which does not open`, lines: {} });
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  }
  return opened;
}
