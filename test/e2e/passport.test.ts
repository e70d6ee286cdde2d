import { expect, inject, test } from 'vitest';
import { readCid } from '../../api/src/cid/read';
import { asker } from './ask';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, graphql } = inject('visited');
const people = visitor();
const ask = asker(graphql);

interface Listed {
  cid: string;
  cidHex: string;
}

/** A stored file of each version of CID; the local chain orders both. */
async function oneOfEachVersion(): Promise<[v0: Listed, v1: Listed]> {
  const list = (direction: string) =>
    `files(first: 100, orderBy: { field: ID, direction: ${direction} }) { nodes { cid cidHex } }`;
  const answer = await ask<Record<'up' | 'down', { nodes: Listed[] }>>(`{ up: ${list('ASC')} down: ${list('DESC')} }`);
  const both = [...answer.up.nodes, ...answer.down.nodes];
  const found = ['Qm', 'bafy'].map((start) => both.find(({ cid }) => cid.startsWith(start)));
  if (found.some((file) => file === undefined)) throw new Error('the index does not hold a file of each CID version');
  return found as [Listed, Listed];
}

test('a CID leads to its page in every way people write it', async () => {
  const [v0, v1] = await oneOfEachVersion();
  const ways: [text: string, cid: string][] = [
    [`  "${v0.cid}" `, v0.cid],
    [`ipfs://${v0.cid}/photos/1.jpg`, v0.cid],
    [`/ipfs/${v1.cid}`, v1.cid],
    [`https://ipfs.io/ipfs/${v0.cid}/a%20b.txt?download=true`, v0.cid],
    [`https://${v1.cid}.ipfs.dweb.link/`, v1.cid],
    [v0.cidHex, v0.cid],
  ];
  const page = await people.page();
  for (const [text, cid] of ways) {
    await visit(page, `${site}/search`);
    await page.locator('main input[name="q"]').fill(text);
    await Promise.all([page.waitForURL(`**/file/${cid}`), page.keyboard.press('Enter')]);
    await page.locator('main', { hasText: cid }).waitFor();
  }
  // an address written by hand leads to the file's one address, too
  await visit(page, `${site}/file/${encodeURIComponent(`ipfs://${v1.cid}/x`)}`);
  expect(new URL(page.url()).pathname).toBe(`/file/${v1.cid}`);
});

test('another spelling is another file, and the one that was ordered is offered first', async () => {
  const [v0] = await oneOfEachVersion();
  const other = readCid(v0.cid)?.content.toV1().toString() ?? '';
  const page = await people.page();
  await visit(page, `${site}/search?q=${other}`);
  const choices = page.locator('main li a');
  expect(await choices.first().getAttribute('href')).toBe(`/file/${v0.cid}`);
  await visit(page, `${site}/file/${other}`);
  expect(await page.locator('main h1').innerText()).toMatch(/^Nobody has ordered this file/);
  await Promise.all([
    page.waitForURL(`**/file/${v0.cid}`),
    page.locator('main aside').getByRole('link', { name: v0.cid }).click(),
  ]);
});

test('a file can be read from its order to its deletion, and after', async () => {
  const { files } = await ask<{
    files: {
      nodes: {
        cid: string;
        lives: { from: number; to: number }[];
        events: { nodes: { kind: string; block: number }[] };
      }[];
    };
  }>(
    `{ files(first: 50, filter: { status: CLOSED }) { nodes { cid lives { from to } events(first: 100) { nodes { kind block } } } } }`,
  );
  const file = files.nodes.find(({ events }) => events.nodes.some(({ kind }) => kind === 'EXPIRED'));
  if (file === undefined) throw new Error('no file of the index has lived to its end');
  const blockOf = (kind: string) => file.events.nodes.findLast((event) => event.kind === kind)?.block ?? 0;
  const [life] = file.lives;
  if (life === undefined) throw new Error(`${file.cid} has no life`);
  const page = await people.page();
  const stateAt = async (block: number | null) => {
    await visit(page, `${site}/file/${file.cid}${block === null ? '' : `?at=${block}`}`);
    return page.locator('main h1').innerText();
  };
  expect(await stateAt(life.from - 1)).toMatch(/^Nobody has ordered/);
  expect(await stateAt(life.from)).toMatch(/^Waiting since block/);
  expect(await stateAt(blockOf('FIRST_REPLICA'))).toMatch(/^(Stored|At risk|Unreachable): /);
  expect(await stateAt(life.to - 1)).toMatch(/^Expired: /);
  expect(await stateAt(null)).toMatch(/^Closed in block/);
  // what the chain has forgotten still stands on its page
  const main = await page.locator('main').innerText();
  for (const words of [
    'Ordered',
    'First replica: the paid time began',
    'Paid time over',
    'Closed: the chain deleted it',
    'Life 1',
  ])
    expect(main).toContain(words);
  await page.getByRole('link', { name: 'Life 1' }).click();
  await page.waitForURL(`**/file/${file.cid}?at=${life.to - 1}`);
  await page.locator('main h1', { hasText: 'Expired' }).waitFor();
});
