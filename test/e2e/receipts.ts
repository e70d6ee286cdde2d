import type { Page } from 'playwright-core';

/** What a figure's receipt says. */
export interface ShownReceipt {
  /** what the figure is, in the page's words */
  of: string;
  /** the exact value, its unit removed */
  raw: string;
  blockHash: string;
  storageKey: string;
}

const HASH = /^0x[0-9a-f]{64}$/;
const KEY = /^0x[0-9a-f]{65,}$/;

/** Every storage receipt of the page, read from its text (they are there whether open or not). */
export async function storageReceipts(page: Page): Promise<ShownReceipt[]> {
  const sheets = await page.$$eval('[popover][role=dialog]', (dialogs) =>
    dialogs.map((dialog) => ({
      title: dialog.querySelector('strong')?.textContent ?? '',
      codes: [...dialog.querySelectorAll('dl code')].map((code) => code.textContent ?? ''),
    })),
  );
  return sheets.flatMap(({ title, codes }) => {
    const storageKey = codes.find((code) => KEY.test(code));
    const blockHash = codes.find((code) => HASH.test(code));
    const raw = codes.find((code) => !code.startsWith('0x'));
    if (!storageKey || !blockHash || raw === undefined) return [];
    return [{ of: title.split(': ').slice(1).join(': '), raw: raw.split(' ')[0] ?? '', blockHash, storageKey }];
  });
}
