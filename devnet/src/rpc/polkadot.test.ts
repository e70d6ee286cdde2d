import type { ApiPromise } from '@polkadot/api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../serve';
import { recordingSource } from '../source/recording';
import type { ChainSource, Hex } from '../source/source';
import { account, EVENTS_KEY, testChain } from '../test-support/chain';
import { connect, quietPolkadot } from '../test-support/client';
import { recordingFolders } from '../test-support/recording';

let loud: () => void;
let closing: (() => Promise<void>)[] = [];

beforeAll(() => {
  loud = quietPolkadot();
});
afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});
afterAll(() => loud());

async function open(source: ChainSource, folder?: string): Promise<{ api: ApiPromise; served: Served }> {
  const served = await serve({ source, port: 0 });
  closing.push(served.close);
  const api = await connect(served.url, folder);
  closing.push(() => api.disconnect());
  return { api, served };
}

describe('polkadot.js', () => {
  it('connects, reads blocks, and decodes Crust’s types at past blocks on both sides of an upgrade', async () => {
    const chain = testChain(4);
    chain.produce(6);
    const { api } = await open(chain);
    expect(api.genesisHash.toHex()).toBe(chain.genesisHash);
    expect(api.runtimeVersion.specVersion.toNumber()).toBe(25);
    expect(api.registry.chainSS58).toBe(66);

    const { block } = await api.rpc.chain.getBlock(chain.blockHash(2));
    expect(block.hash.toHex()).toBe(chain.blockHash(2));
    expect(block.extrinsics[0]?.method.toHuman()).toMatchObject({ section: 'timestamp', method: 'set' });

    const old = await api.at(chain.blockHash(3));
    expect(old.query.system?.added).toBeUndefined();
    expect((await old.query.swork?.identities?.(account(2)))?.toJSON()).toEqual({
      anchor: '0x0a0b',
      punishment_deadline: 3,
      group: null,
    });
    expect(await old.query.swork?.identities?.entries()).toHaveLength(3);
    // block 4 itself was still executed by the old runtime
    const now = await api.at(chain.blockHash(5));
    expect(now.query.system?.added).toBeDefined();
    expect((await now.query.swork?.identities?.(account(2)))?.isEmpty).toBe(true);
    const keys = await api.query.swork?.identities?.keysPaged({ pageSize: 2, args: [] });
    expect(keys?.map((key) => key.toHex())).toEqual(
      chain.keysPaged(keys?.[0]?.toHex().slice(0, 66) as Hex, 2, null, 6),
    );
  });

  it('hears of heads, storage and finality', async () => {
    const chain = testChain();
    chain.produce(1);
    const { api } = await open(chain);
    const heads: number[] = [];
    const final: number[] = [];
    const stored: number[] = [];
    const wait = async (list: number[], length: number) => {
      while (list.length < length) await new Promise((later) => setTimeout(later, 5));
    };
    await api.rpc.chain.subscribeNewHeads((header) => void heads.push(header.number.toNumber()));
    await api.rpc.chain.subscribeFinalizedHeads((header) => void final.push(header.number.toNumber()));
    await api.query.system?.number?.((value: { toString(): string }) => void stored.push(Number(value.toString())));
    await wait(stored, 1);
    chain.produce(2);
    await Promise.all([wait(heads, 3), wait(final, 3), wait(stored, 3)]);
    expect([heads, final, stored]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });
});

describe.each(recordingFolders())('recording %s over RPC', (folder) => {
  it('decodes every block and its events with the runtime of its parent', { timeout: 240_000 }, async () => {
    const source = await recordingSource(folder);
    const { api } = await open(source, folder);
    let events = 0;
    for (let number = 1; number <= source.head(); number += 1) {
      const hash = await api.rpc.chain.getBlockHash(number);
      // polkadot.js asks for the version at the parent's hash: the runtime that executed the block
      const { registry } = await api.getBlockRegistry(hash);
      const [raw, stored] = await Promise.all([
        api.rpc.chain.getBlock.raw(hash) as Promise<{ block: { extrinsics: Hex[] } }>,
        api.rpc.state.getStorage.raw(EVENTS_KEY, hash) as Promise<Hex>,
      ]);
      for (const extrinsic of raw.block.extrinsics) {
        expect(registry.createType('Extrinsic', extrinsic).toHex()).toBe(extrinsic);
      }
      const decoded = registry.createType('Vec<EventRecord>', stored);
      expect(decoded.toHex()).toBe(stored);
      events += decoded.length;
    }
    expect(events).toBeGreaterThanOrEqual(source.head());
  });
});
