import { readSlotLetter } from '@moho/protocol';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { crustTypesBundle } from '../../devnet/src/codec/types-bundle';
import { withUnusual } from '../../web/components/report-grid/unusual';
import { text } from '../../web/messages';
import { connectChain } from '../conformance/chain';
import { asker } from './ask';
import { chainLetters } from './chain-letters';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, graphql, chain } = inject('visited');
const people = visitor();
const ask = asker(graphql);

interface Grid {
  slots: number[];
  rows: { account: string; letters: string }[];
  unusual: { account: string; slot: number; offset: number; habit: number | null }[];
}

/** The largest group there is, as the API tells of it at one block, so that a chain that goes on changes nothing. */
async function largestGroup(): Promise<{ owner: string; at: number; grid: Grid }> {
  const { validators } = await ask<{ validators: { nodes: { id: string; asOf: number }[] } }>(
    '{ validators(first: 1, orderBy: { field: MEMBERS, direction: DESC }) { nodes { id asOf } } }',
  );
  const [node] = validators.nodes;
  if (!node) throw new Error('the index holds no node');
  const { audit } = await ask<{ audit: { grid: Grid } }>(
    'query ($account: String!, $at: Int) { audit(account: $account, at: $at) { grid(slots: 168) { slots rows { account letters } unusual { account slot offset habit } } } }',
    { account: node.id, at: node.asOf },
  );
  const { slots, rows, unusual } = audit.grid;
  const clock = { firstSlot: slots[0] ?? 0, slotBlocks: DEVNET_PROFILE.slotBlocks };
  return { owner: node.id, at: node.asOf, grid: { slots, unusual, rows: withUnusual(rows, unusual, clock) } };
}

const chosen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.getAttribute('aria-label') ?? '';
  });

test('the grid of a group is walked by keyboard, and a cell opens with every report of its slot', async () => {
  const { owner, at, grid } = await largestGroup();
  const page = await people.page();
  await visit(page, `${site}/group/${owner}?at=${at}`);
  await page.locator('[role=grid] canvas').first().waitFor();
  await page.getByRole('button', { name: text.group.grid.orders.name, exact: true }).click();
  await page.locator('[role=grid]').focus();
  await page.keyboard.press('Control+Home');
  const seen = new Set<string>();
  const letterOf = () => page.locator('[role=gridcell]').getAttribute('data-letter');
  const labels: string[] = [];
  for (let i = 0; i < 30; i += 1) {
    labels.push(await chosen(page));
    seen.add(labels.at(-1) ?? '');
    await page.keyboard.press('ArrowRight');
  }
  expect(seen.size).toBe(Math.min(30, grid.slots.length));
  await page.keyboard.press('Home');
  expect(await chosen(page)).toBe(labels[0]);
  if (grid.rows.length > 1) {
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).not.toBe(labels[0]);
  }
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const panel = page.locator('section[data-slot]');
  await panel.locator('[role=status]').waitFor({ state: 'attached' });
  const slot = Number(await panel.getAttribute('data-slot'));
  const letter = (await letterOf()) ?? '';
  const account = decodeURIComponent((await panel.locator('a[href*="/group/"]').getAttribute('href')) ?? '').match(
    /group\/(\w+)/,
  )?.[1];
  const row = grid.rows.find((one) => one.account === account);
  expect(readSlotLetter(row?.letters[grid.slots.indexOf(slot)] ?? '?').punished).toBe(readSlotLetter(letter).punished);
  const { slotReports } = await ask<{ slotReports: { nodes: { status: keyof typeof text.group.slot.kinds }[] } }>(
    'query ($account: String!, $slot: Int!, $at: Int) { slotReports(filter: { account: $account, slot: $slot }, first: 50, at: $at) { nodes { status } } }',
    { account, slot, at },
  );
  const items = panel.locator('li');
  if (slotReports.nodes.length > 0) await items.first().waitFor();
  const said = await items.allInnerTexts();
  expect(said).toHaveLength(slotReports.nodes.length);
  for (const [i, { status }] of slotReports.nodes.entries()) expect(said[i]).toContain(text.group.slot.kinds[status]);
  await page.keyboard.press('Escape');
  await page.locator('[role=grid]').focus();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
});

/** Slots that together show every letter there is to see, as few as possible. */
const showingAll = (rows: readonly string[], slots: readonly number[]): number[] => {
  const missing = new Set(rows.join(''));
  missing.delete('O');
  const chosen: number[] = [];
  const lettersOf = (place: number) => new Set(rows.map((row) => row[place] ?? '-'));
  for (let place = 0; place < slots.length && missing.size > 0; place += 1) {
    const letters = lettersOf(place);
    if (letters.has('O') || ![...letters].some((letter) => missing.has(letter))) continue;
    for (const letter of letters) missing.delete(letter);
    chosen.push(slots[place] as number);
  }
  return chosen;
};

/** An unusual time by a key's habit is told from many slots; one that is late by any measure from its own. */
const withoutHabit = (letter: string, onChain: string): string =>
  /^l$/i.test(letter) && /^r$/i.test(onChain) ? (letter === 'L' ? 'R' : 'r') : letter;

test('the table says of every cell what the API says, and of every kind of cell what the chain holds', async () => {
  const { owner, at, grid } = await largestGroup();
  const page = await people.page();
  await visit(page, `${site}/group/${owner}?at=${at}&view=table`);
  const letters = new Map<string, string>();
  for (;;) {
    await page.locator('td[data-letter]').first().waitFor();
    const rows = await page.$$eval('tr[data-account]', (all) =>
      all.map((one) => ({
        account: one.getAttribute('data-account') ?? '',
        letters: [...one.querySelectorAll('td')].map((cell) => cell.innerText).join(''),
      })),
    );
    for (const row of rows) letters.set(row.account, row.letters + (letters.get(row.account) ?? ''));
    const older = page.getByRole('link', { name: text.group.table.older, exact: true });
    if ((await older.count()) === 0) break;
    await visit(page, new URL((await older.getAttribute('href')) ?? '', site).href);
  }
  const expected = new Map(grid.rows.map((row) => [row.account, row.letters]));
  for (const [account, row] of letters) expect(row, account).toBe(expected.get(account));
  expect(letters.size).toBe(Math.min(20, grid.rows.length));
  expect(new Set([...letters.values()].join('')).size).toBeGreaterThan(1);

  const reader = await connectChain(chain, crustTypesBundle as never);
  try {
    const slots = showingAll([...letters.values()], grid.slots.slice(0, -2)); // the last but one is being judged
    let compared = 0;
    for (const slot of slots) {
      const letterOf = await chainLetters(reader, slot, DEVNET_PROFILE);
      for (const [account, row] of letters) {
        const shown = row[grid.slots.indexOf(slot)] ?? '';
        const onChain = letterOf(account, owner);
        expect(withoutHabit(shown, onChain), `${account} in slot ${slot}`).toBe(onChain);
        compared += 1;
      }
    }
    console.log(`${compared} cells of ${slots.length} slots are what the chain holds`);
    expect(compared).toBeGreaterThan(0);
  } finally {
    await reader.close();
  }
});
