import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { Keyring } from '@polkadot/keyring';
import { hexToU8a } from '@polkadot/util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SPEC25_METADATA, SPEC25_VERSION } from '../../codec/metadata';
import { crustRegistry } from '../../codec/registry';
import { decodeChain } from '../../test-support/decode-chain';
import type { Hex } from '../source';
import type { Economy } from './economy';
import { simulationSource } from './index';
import { smallEconomy } from './small-economy';

const GENESIS_TIME = 1_700_000_000_000;
const base = {
  seed: 7,
  blocks: 400,
  profile: DEVNET_PROFILE,
  blockTimeMs: 0,
  genesisTimeMs: GENESIS_TIME,
  economy: smallEconomy,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moho-simulation-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const visitor = new Keyring({ type: 'sr25519' }).addFromUri('//Visitor');
const visitorId = `0x${Buffer.from(visitor.publicKey).toString('hex')}` as Hex;
const withVisitor = (seed: number): Economy => {
  const economy = smallEconomy(seed);
  return {
    ...economy,
    genesis(rt, s, lay) {
      economy.genesis(rt, s, lay);
      rt.pallets.balances.endow(visitorId, 10n ** 15n);
    },
  };
};

/** A transfer signed by polkadot.js, as a wallet would make it. */
function transfer(source: { genesisHash: Hex }, nonce: number, value: bigint, tip = 0): Hex {
  const { registry } = crustRegistry(SPEC25_METADATA(DEVNET_PROFILE), 25);
  const method = registry.createType('Call', { callIndex: [5, 0], args: [`0x${'42'.repeat(32)}`, value] });
  const extrinsic = registry.createType('Extrinsic', { method }, { version: 4 });
  const { genesisHash } = source;
  extrinsic.sign(visitor, { blockHash: genesisHash, genesisHash, nonce, tip, runtimeVersion: SPEC25_VERSION });
  return extrinsic.toHex();
}

describe('determinism', () => {
  test('the same seed and genesis time give the same hashes, another seed others', async () => {
    const [a, b, c] = await Promise.all([
      simulationSource(base),
      simulationSource(base),
      simulationSource({ ...base, seed: 8 }),
    ]);
    for (const block of [0, 1, 199, 400]) expect(a.blockHash(block)).toBe(b.blockHash(block));
    expect(a.blockHash(400)).not.toBe(c.blockHash(400));
    expect(a.keysPaged('0x', 10_000, null, 400).map((k) => a.storage(k, 400))).toEqual(
      b.keysPaged('0x', 10_000, null, 400).map((k) => b.storage(k, 400)),
    );
  });

  test('a restart makes the same chain again, with what people submitted and the blocks asked for', async () => {
    const options = { ...base, blocks: 50, dataDir: folder, economy: withVisitor };
    const first = await simulationSource(options);
    expect(first.submit(transfer(first, 0, 10n ** 12n))).toMatchObject({ ok: true });
    expect(first.submit(transfer(first, 1, 10n ** 12n))).toMatchObject({ ok: true });
    first.produce(3);
    const body = first.extrinsics(51);
    first.close();
    const again = await simulationSource({ ...options, blocks: 9, genesisTimeMs: 5 });
    expect(again.head()).toBe(53);
    for (let block = 0; block <= 53; block++) expect(again.blockHash(block)).toBe(first.blockHash(block));
    expect(again.extrinsics(51)).toEqual(body);
    expect(again.nextNonce(visitorId)).toBe(2);
    again.close();
  });

  test('a journal line cut short by a crash is dropped; another seed or another history is refused in one sentence', async () => {
    const options = { ...base, blocks: 20, dataDir: folder };
    const first = await simulationSource(options);
    first.produce(2);
    const journal = join(folder, 'journal.ndjson');
    const whole = readFileSync(journal, 'utf8');
    appendFileSync(journal, '{"block":23,"ha');
    expect((await simulationSource(options)).head()).toBe(22);
    expect(readFileSync(journal, 'utf8')).toBe(whole);
    await expect(simulationSource({ ...options, seed: 9 })).rejects.toThrow(/another chain/);
    appendFileSync(journal, `{"block":23,"hash":"0x${'00'.repeat(32)}","submitted":[]}\n`);
    await expect(simulationSource(options)).rejects.toThrow(/block 23 .* differently/);
  });
});

describe('the pool', () => {
  test('takes a wallet’s extrinsic into the next block and says why it refuses others', async () => {
    const source = await simulationSource({ ...base, blocks: 5, economy: withVisitor });
    const good = transfer(source, 0, 10n ** 12n, 5);
    expect(source.queryFee(good)).toMatchObject({ weight: 218_087_000, class: 'normal' });
    const message = (encoded: Hex) => {
      const result = source.submit(encoded);
      return result.ok ? 'ok' : `${result.code} ${result.message} ${result.data}`;
    };
    const broken = `${good.slice(0, -2)}${good.endsWith('00') ? '01' : '00'}` as Hex;
    expect(message(broken)).toMatch(/^1010 .*bad signature/);
    expect(message(transfer({ genesisHash: `0x${'11'.repeat(32)}` }, 0, 1n))).toMatch(/bad signature/);
    expect(message('0x1234')).toMatch(/^1001 /);
    expect(message('0x0434')).toMatch(/^1002 /);
    expect(message(good)).toBe('ok');
    expect(message(good)).toMatch(/^1013 /);
    expect(message(transfer(source, 0, 10n ** 12n))).toMatch(/^101[34] /);
    expect(source.pending()).toEqual([good]);
    expect(source.nextNonce(visitorId)).toBe(1);
    const before = source.head();
    source.produce(1);
    expect(source.extrinsics(before + 1)).toContain(good);
    expect(source.pending()).toEqual([]);
    expect(message(good)).toMatch(/^1012 .*banned/);
    expect(message(transfer(source, 1, 1n, Number(10n ** 15n)))).toMatch(/fees/);
    expect(hexToU8a(good).length).toBeGreaterThan(100);
  });

  test('keeps an extrinsic of the future until its turn', async () => {
    const source = await simulationSource({ ...base, blocks: 5, economy: withVisitor });
    const [second, first] = [transfer(source, 1, 10n ** 12n), transfer(source, 0, 10n ** 12n)];
    source.submit(second);
    source.produce(1);
    expect(source.extrinsics(6)).not.toContain(second);
    source.submit(first);
    source.produce(1);
    expect(source.extrinsics(7).slice(-2)).toEqual([first, second]);
  });
});

test('polkadot.js reads every stored value, key, event and extrinsic, and writes back the same bytes', async () => {
  const source = await simulationSource({ ...base, blocks: 900 });
  const decoded = decodeChain(
    source,
    Array.from({ length: 901 }, (_, block) => block),
  );
  expect(decoded.problems.slice(0, 5)).toEqual([]);
  expect(decoded.keys).toBeGreaterThan(1000);
  expect(decoded.extrinsics).toBeGreaterThan(1800);
  for (const item of ['ErasStakers', 'Guarantors', 'Ledger', 'ErasAuthoringPayout', 'ErasMarketPayout', 'StakeLimit']) {
    expect(decoded.items).toContain(`Staking.${item}`);
  }
});

test('the default chain is made fast enough', async () => {
  const before = process.cpuUsage();
  const source = await simulationSource({ ...base, blocks: 2000 });
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000; // work, not time: the machine may have other things to do
  console.log(`2000 blocks in ${Math.round(ms)} ms of CPU`);
  expect(source.head()).toBe(2000);
  expect(ms).toBeLessThan(10_000);
});
