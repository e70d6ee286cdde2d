import { expect, inject, test } from 'vitest';
import { figuresWithoutReceipt, type OpenReceipt, openReceipts, unmarkedFigures } from './figures';
import { FIXED, onePathOfEachKind, visit } from './routes';
import { visitor } from './visitor';

const { site, chain } = inject('visited');
const people = visitor();

const MOST_CALLS = 120;
const seed = Math.floor(Math.random() * 1000);

let paths: Promise<string[]> | undefined;
/** One page of each kind; /design shows samples, which belong to no chain. */
function everyPath(): Promise<string[]> {
  paths ??= people
    .page()
    .then((page) => onePathOfEachKind(page, site))
    .then((kinds) => [...new Set([...FIXED, ...Object.values(kinds)])].filter((path) => path !== '/design'));
  return paths;
}

/** What is missing in a receipt, as a sentence; undefined when it says all that one must. */
function lack({ label, lines }: OpenReceipt): string | undefined {
  const place = lines.key ?? lines.event ?? lines.sources ?? lines.hash;
  const missing = [
    ...(lines.value?.every((text) => text !== '') ? [] : ['value']),
    ...(lines.block?.every((text) => /\d/.test(text)) ? [] : ['block']),
    ...(lines.call?.every((text) => text.includes('"jsonrpc"')) ? [] : ['RPC call']),
    ...(place === undefined ? ['storage key, event, block or what was counted'] : []),
  ];
  return missing.length === 0 ? undefined : `${label}: no ${missing.join(', no ')}`;
}

const opened: OpenReceipt[] = [];

test('every figure of every page opens its receipt by keyboard', { timeout: 300_000 }, async () => {
  process.stdout.write(`rows tried from seed ${seed}\n`);
  const page = await people.page();
  for (const path of await everyPath()) {
    expect(await visit(page, site + path), path).toBe(200);
    await page.waitForLoadState('networkidle'); // marks open once the page's script has run
    expect.soft(await unmarkedFigures(page), `${path}: figures that are not marked as such`).toEqual([]);
    expect.soft(await figuresWithoutReceipt(page), `${path}: figures without a receipt`).toEqual([]);
    const receipts = await openReceipts(page, seed);
    expect
      .soft(
        receipts.flatMap((receipt) => lack(receipt) ?? []),
        path,
      )
      .toEqual([]);
    opened.push(...receipts);
  }
  expect(opened.length).toBeGreaterThan(100);
});

test('the calls that receipts name answer what the receipts say', { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  const seen = new Set<string>();
  let compared = 0;
  for (const { label, lines } of opened) {
    const [call, ...others] = lines.call ?? [];
    // of receipts with several places only the lines of one could be told apart
    if (call === undefined || others.length > 0 || seen.has(call) || seen.size >= MOST_CALLS) continue;
    seen.add(call);
    const response = await fetch(chain.replace('ws://', 'http://'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: call,
    });
    const { result, error } = (await response.json()) as { result?: unknown; error?: { message: string } };
    if (error) wrong.push(`${label}: ${error.message}`);
    const raw = lines.raw?.[0];
    if (!call.includes('"state_getStorage"') || lines.event !== undefined || !raw?.startsWith('0x')) continue;
    compared += 1;
    if (result !== raw) wrong.push(`${label}: says ${raw.slice(0, 80)}, the chain ${String(result).slice(0, 80)}`);
  }
  expect(wrong).toEqual([]);
  expect(compared, 'no stored value was compared').toBeGreaterThan(10);
});
