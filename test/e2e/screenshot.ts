import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/start/paths';
import { launchBrowser } from './browser';

/** Photographs the home page of a running site for the README. */
export async function main(site: string): Promise<void> {
  const folder = join(ROOT, 'docs');
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' });
    await page.goto(site, { waitUntil: 'load' });
    await page.locator('main h1').waitFor();
    await page.waitForTimeout(1_000); // live parts settle
    await page.screenshot({ path: join(folder, 'screenshot.png') });
  } finally {
    await browser.close();
  }
  process.stdout.write(`docs/screenshot.png shows ${site}\n`);
}
