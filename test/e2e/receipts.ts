import type { Page } from 'playwright-core';
import { text } from '../../web/messages';

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

/** Opens, one after another as a person does, the receipts of the figures named, and reads those of storage. */
export async function storageReceipts(page: Page, figures: string[]): Promise<ShownReceipt[]> {
  const shown: ShownReceipt[] = [];
  for (const of of figures) {
    const label = text.common.receipt.open(of);
    const mark = page.locator(`main button[popovertarget][aria-label="${label}"]`).first();
    if ((await mark.count()) === 0) continue;
    const sheet = page.locator(`[popover]:popover-open`);
    await mark.click();
    const line = (name: string) => sheet.locator(`[data-line="${name}"] code`).first();
    await line('value').waitFor();
    const raw = await line('value').innerText();
    const codes = [await line('key').innerText(), await line('hash').innerText()];
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    const storageKey = codes.find((code) => KEY.test(code));
    const blockHash = codes.find((code) => HASH.test(code));
    if (storageKey && blockHash) shown.push({ of, raw: raw.split(' ')[0] ?? '', blockHash, storageKey });
  }
  return shown;
}
