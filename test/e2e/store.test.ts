import { randomBytes } from 'node:crypto';
import type { ApiPromise } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';
import { u8aToHex } from '@polkadot/util';
import { base58Encode } from '@polkadot/util-crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectWallet } from '../../devnet/src/tools/connect';
import { splitEvents } from '../../web/lib/api/events';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, graphql, chain } = inject('visited');
const people = visitor();
let wallet: ApiPromise;
beforeAll(async () => {
  wallet = await connectWallet(chain);
});
afterAll(() => wallet.disconnect());

const PATIENCE_MS = 90_000;
const SIZE = 123_457n;

/** CIDv0 of a content nobody has. */
const newCid = (): string => base58Encode(Uint8Array.from([0x12, 0x20, ...randomBytes(32)]));

/** Signs bytes with a development key, as a person does with a wallet, and waits until they are in a block. */
async function sign(callData: string): Promise<void> {
  const call = wallet.registry.createType('Call', callData);
  const pallet = wallet.tx[call.section]?.[call.method];
  if (pallet === undefined) throw new Error(`the chain has no ${call.section}.${call.method}`);
  const alice = new Keyring({ type: 'sr25519' }).addFromUri('//Alice');
  await new Promise<void>((done, failed) => {
    pallet(...call.args)
      .signAndSend(alice, { nonce: -1 }, ({ status, events, isError }) => {
        if (isError) failed(new Error(`the pool let the order go: ${status.type}`));
        if (!status.isInBlock && !status.isFinalized) return;
        if (events.some(({ event }) => event.section === 'market' && event.method === 'FileSuccess')) done();
        else failed(new Error(`no order: ${events.map(({ event }) => event.method).join(', ')}`));
      })
      .catch(failed);
  });
}

/** Events of a stream as they come. */
async function* eventsOf(response: Response): AsyncGenerator<{ name: string; data: string }> {
  const decoder = new TextDecoder();
  let rest = '';
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return;
    const split = splitEvents(rest + decoder.decode(value, { stream: true }));
    rest = split.rest;
    yield* split.events;
  }
}

test('from a CID to its order: the page gives the call, the chain takes it, and everything that follows the file is told', {
  timeout: 2 * PATIENCE_MS,
}, async () => {
  const cid = newCid();
  const page = await people.page();
  await visit(page, `${site}/store`);
  await page.locator('main input[name=cid]').fill(cid);
  await page.locator('main input[name=size]').fill(`${SIZE}`);
  await page.locator('main select[name=unit]').selectOption('B');
  await page.locator('main input[name=tips]').fill('0.000000000042');
  await Promise.all([page.waitForURL('**/store?*'), page.locator('main button[type=submit]').first().click()]);
  await page.locator('main [data-connection=open]').waitFor();
  expect(await page.locator('main [data-status]').getAttribute('data-status')).toBe('NEVER_ORDERED');
  await page.evaluate('window.sameDocument = true');

  const leaving = new AbortController();
  const stream = await fetch(`${site}/file/${cid}/live`, { signal: leaving.signal });
  expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const told = eventsOf(stream);
  const next = async () => JSON.parse((await told.next()).value?.data ?? '{}') as { status?: string; block?: number };
  expect((await next()).status).toBe('NEVER_ORDERED');
  const query = `subscription { fileChanged(cid: "${cid}") { block file { status state { sizeBytes } } } }`;
  const subscription = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  const answers = eventsOf(subscription);
  const answer = async () => JSON.parse((await answers.next()).value?.data ?? '{}').data.fileChanged;
  expect((await answer()).file).toEqual({ status: 'NEVER_ORDERED', state: null });

  // what the page gives says exactly what was typed, read by somebody else's decoder
  const callData = await page.locator('main [data-call]').innerText();
  const call = wallet.registry.createType('Call', callData);
  expect(`${call.section}.${call.method}`).toBe('market.placeStorageOrder');
  expect(call.args.map((arg) => arg.toHex())).toEqual([
    u8aToHex(new TextEncoder().encode(cid)),
    wallet.registry.createType('u64', SIZE).toHex(),
    wallet.registry.createType('Compact<u128>', 42).toHex(),
    '0x',
  ]);
  await sign(callData);

  const changed = await answer();
  expect(changed.file).toEqual({ status: 'WAITING', state: { sizeBytes: String(SIZE) } });
  expect(await next()).toMatchObject({ status: 'WAITING', block: changed.block });
  leaving.abort();
  await page.locator('main [data-status=WAITING]').waitFor({ timeout: PATIENCE_MS });
  expect(await page.locator('main li[data-step=order]').getAttribute('data-state')).toBe('done');
  expect(await page.evaluate('window.sameDocument')).toBe(true);

  const feed = await (await fetch(`${site}/file/${cid}/feed.atom`)).text();
  expect(feed).toContain('Ordered');
});

test('the estimator works without scripts, and names what it cannot use', async () => {
  const page = await people.page({ javaScriptEnabled: false });
  await page.goto(`${site}/store`, { waitUntil: 'load' });
  await page.locator('main input[name=size]').fill('2');
  await page.locator('main select[name=unit]').selectOption('MiB');
  await page.locator('main button[type=submit]').first().click();
  expect(await page.locator('main').innerText()).toMatch(/2 MiB cost/);
  await page.goto(`${site}/store?size=9&unit=GiB&cid=${encodeURIComponent('<b>no cid</b>')}`, { waitUntil: 'load' });
  const told = await page.locator('main form').last().innerText();
  expect(told).toMatch(/from 0 to 8589934591 bytes/);
  expect(told).toMatch(/is not a CID/);
});
