import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../../scripts/start/paths';
import { launchBrowser } from '../browser';
import { everyShot } from './pages';

const SIZES = [
  { name: '1440', width: 1440, height: 900, phone: false },
  { name: '390', width: 390, height: 844, phone: true },
];
const THEMES = ['light', 'dark'] as const;

/** Photographs every page of a running site, wide and narrow, light and dark. `--only` takes those whose name contains it. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      site: { type: 'string', default: 'http://127.0.0.1:3000' },
      api: { type: 'string', default: 'http://127.0.0.1:4350/graphql' },
      folder: { type: 'string', default: join(ROOT, '.moho', 'screenshots') },
      only: { type: 'string', default: '' },
    },
  });
  const shots = await everyShot(values.api);
  mkdirSync(values.folder, { recursive: true });
  const browser = await launchBrowser();
  let taken = 0;
  try {
    for (const { name: size, width, height, phone } of SIZES) {
      for (const colorScheme of THEMES) {
        const viewport = { width, height };
        const context = await browser.newContext({ viewport, colorScheme, isMobile: phone, hasTouch: phone });
        const page = await context.newPage();
        for (const { name, path } of shots) {
          const file = `${name}-${size}-${colorScheme}.png`;
          if (!file.includes(values.only)) continue;
          await page.goto(values.site + path, { waitUntil: 'load' });
          await page.locator('main h1').first().waitFor();
          await page.screenshot({ path: join(values.folder, file), fullPage: true, animations: 'disabled' });
          taken += 1;
        }
        await context.close();
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${taken} screenshots of ${values.site} are in ${values.folder}\n`);
}
