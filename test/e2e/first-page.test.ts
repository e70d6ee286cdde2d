import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { crustTypesBundle } from '../../devnet/src/codec/types-bundle';
import { text } from '../../web/messages';
import { type ChainReader, connectChain } from '../conformance/chain';
import { type ChainEntry, type Fields, MAP_ITEMS } from '../conformance/chain-items';
import { measured } from './measured';
import { type ShownReceipt, storageReceipts } from './receipts';
import { visit } from './routes';
import { visitor } from './visitor';

const { site, chain, graphql, startedAt, installSeconds } = inject('visited');
const people = visitor();
const ALLOWED_SECONDS = 180;
const words = text.file.facts;

/** The page's words for the stored row, and the chain's names of the same fields. */
const FIGURES: [words: string, field: string][] = [
  [words.size, 'sizeBytes'],
  [words.expires, 'expiredAt'],
  [words.prepaid, 'prepaid'],
  [words.amount, 'amount'],
  [words.calculated, 'calculatedAt'],
  [words.spower, 'spower'],
];

let reader: ChainReader;
beforeAll(async () => {
  reader = await connectChain(chain, crustTypesBundle as never);
});
afterAll(() => reader.close());

const files = MAP_ITEMS.find(({ name }) => name === 'Market.Files');

async function filesAt(block: number): Promise<ChainEntry[]> {
  if (!files) throw new Error('the comparison has no map of files');
  return (await reader.entries(files, block)).entries;
}

/** Asks the chain over its HTTP side, as the receipt's own call does. */
async function rpc<T>(method: string, params: unknown[]): Promise<T> {
  const response = await fetch(chain.replace('ws://', 'http://'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  return ((await response.json()) as { result: T }).result;
}

/** Figures shown that differ from the chain's row at the same block, as sentences; `undefined` while none is shown. */
function differences(shown: ShownReceipt[], row: Fields): string[] | undefined {
  const compared = FIGURES.flatMap(([of, field]) => {
    const receipt = shown.find((one) => one.of === of);
    return receipt ? [{ of, raw: receipt.raw, expected: String(row[field]) }] : [];
  });
  if (compared.length < 4) return undefined;
  return compared
    .filter(({ raw, expected }) => raw !== expected)
    .map(({ of, raw, expected }) => `${of}: ${raw} ≠ ${expected}`);
}

test(`the page of a stored file equals the chain within ${ALLOWED_SECONDS} s of npm start`, {
  timeout: 400_000,
}, async () => {
  const head = await reader.head();
  const stored = (await filesAt(head)).filter(({ fields }) => Number(fields.reportedReplicaCount) > 0);
  const cids = stored.map(({ fields, id }) => ({ id, expires: Number(fields.expiredAt) }));
  const file = cids.sort((a, b) => b.expires - a.expires)[0];
  expect(file, 'the chain stores no file').toBeDefined();
  const cid = await cidOf(file?.id ?? '');

  const page = await people.page();
  const deadline = Date.now() + 380_000;
  for (;;) {
    const status = await visit(page, `${site}/file/${cid}`);
    const shown =
      status === 200
        ? await storageReceipts(
            page,
            FIGURES.map(([of]) => of),
          )
        : [];
    const asOf = shown[0] ? Number(await blockNumber(shown[0].blockHash)) : -1;
    if (asOf >= head) {
      const row = (await filesAt(asOf)).find(({ id }) => id === file?.id);
      expect(row, `the chain has the file at block ${asOf}`).toBeDefined();
      expect(differences(shown, row?.fields ?? {})).toEqual([]);
      for (const { storageKey, blockHash, of } of shown) {
        expect(await rpc('state_getStorage', [storageKey, blockHash]), `receipt of ${of}`).toMatch(/^0x/);
      }
      break;
    }
    expect(Date.now(), `the site has shown block ${asOf} of ${head}`).toBeLessThan(deadline);
    await page.waitForTimeout(500);
  }
  if (startedAt === undefined) return;
  const seconds = (Date.now() - startedAt) / 1000;
  if (installSeconds !== undefined) measured(`npm ci ${installSeconds.toFixed(0)} s`);
  measured(`npm start to the first true page ${seconds.toFixed(0)} s`);
  expect(seconds).toBeLessThan(ALLOWED_SECONDS);
});

async function blockNumber(hash: string): Promise<bigint> {
  const header = await rpc<{ number: string }>('chain_getHeader', [hash]);
  return BigInt(header.number);
}

/** The chain keys a file by the bytes of its CID's text or of the CID; the API knows both. */
async function cidOf(cidHex: string): Promise<string> {
  const bytes = Buffer.from(cidHex.slice(2), 'hex').toString('utf8');
  if (/^[\x21-\x7e]+$/.test(bytes)) return bytes;
  throw new Error(`the chain names a file by bytes that are no text: ${cidHex} (asked at ${graphql})`);
}
