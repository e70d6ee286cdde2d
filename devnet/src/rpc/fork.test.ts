import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NUMBER_KEY } from '../test-support/chain';
import { rpcOver } from '../test-support/http';
import { openSocket, results } from '../test-support/socket';
import { CRU, type Wallet, wallet } from '../test-support/wallet';

const LAG = 4;
let w: Wallet;
beforeAll(async () => {
  w = await wallet({ finalityLag: LAG });
});
afterAll(() => w.close());

const hex = (block: number) => `0x${block.toString(16)}`;
const ask = (method: string, ...params: unknown[]) => rpcOver(w.port).call(method, ...params);

describe('a fork over RPC', () => {
  it('tells newHeads of the block that made the branch the best, allHeads of all, finalizedHeads of none twice', async () => {
    const [best, all, final] = await Promise.all([w.url, w.url, w.url].map(openSocket));
    best?.send('chain_subscribeNewHeads');
    all?.send('chain_subscribeAllHeads');
    final?.send('chain_subscribeFinalizedHeads');
    for (const each of [best, all, final]) await each?.take(2);
    const head = w.chain.head();
    w.chain.produce(1);
    w.chain.fork(3);
    w.chain.produce(1);
    const numbers = async (socket: typeof best) =>
      results((await socket?.rest()) ?? []).map((header) => (header as { number: string }).number);
    expect(await numbers(best)).toEqual([head + 1, head + 2, head + 3].map(hex));
    expect(await numbers(all)).toEqual([1, -1, 0, 1, 2, 3].map((i) => hex(head + i)));
    expect(await numbers(final)).toEqual([head - 3, head - 2, head - 1].map(hex));
    for (const each of [best, all, final]) each?.close();
  });

  it('answers for the hashes of the old branch, without state once another block of their height is final', async () => {
    const head = w.chain.head();
    const old = w.chain.blockHash(head);
    const asked = async () => ({
      header: (await ask('chain_getHeader', old)).result,
      block: (await ask('chain_getBlock', old)).result,
      value: (await ask('state_getStorage', NUMBER_KEY, old)).result,
      many: (await ask('state_queryStorageAt', [NUMBER_KEY, '0x1234'], old)).result,
      keys: (await ask('state_getKeysPaged', '0x', 1000, null, old)).result,
      version: (await ask('state_getRuntimeVersion', old)).result,
      metadata: (await ask('state_getMetadata', old)).result,
    });
    const before = await asked();
    w.chain.fork(2);
    expect(await asked()).toEqual(before);
    expect((await ask('chain_getBlockHash', head)).result).toBe(w.chain.blockHash(head));
    expect((await ask('chain_getBlockHash', head)).result).not.toBe(old);
    expect((await ask('state_queryStorage', [NUMBER_KEY], old)).error).toMatchObject({ code: 4001 });
    w.chain.produce(LAG);
    expect((await ask('chain_getBlock', old)).result).toEqual(before.block);
    expect((await ask('state_getStorage', NUMBER_KEY, old)).error).toEqual({
      code: -32603,
      message: 'Unknown error occurred',
      data: `Client(UnknownBlock("State already discarded for BlockId::Hash(${old})"))`,
    });
  });

  it('storage is told anew when the branch changes it', async () => {
    const socket = await openSocket(w.url);
    const free = () => w.chain.storage(NUMBER_KEY, w.chain.head());
    socket.send('state_subscribeStorage', [NUMBER_KEY]);
    await socket.take(2);
    w.chain.fork(1);
    expect(results(await socket.rest())).toEqual([
      { block: w.chain.blockHash(w.chain.head()), changes: [[NUMBER_KEY, free()]] },
    ]);
    socket.close();
  });

  it('retracts an extrinsic of the old branch, finds it on the new one, and finalizes it there', async () => {
    const who = await w.funded('sr25519', 'Retracted', CRU);
    w.chain.produce(LAG);
    const call = w.transfer(w.alice, CRU / 10n);
    await call.signAsync(who, { era: 0 });
    const socket = await openSocket(w.url);
    socket.send('author_submitAndWatchExtrinsic', call.toHex());
    await socket.take(1);
    w.chain.produce(1);
    const first = w.chain.blockHash(w.chain.head());
    w.chain.fork(1);
    w.chain.fork(2);
    w.chain.produce(LAG);
    const told = results(await socket.rest()) as (string | Record<string, string>)[];
    const kinds = told.map((each) => (typeof each === 'string' ? each : Object.keys(each)[0]));
    expect(kinds).toEqual(['ready', 'inBlock', 'retracted', 'inBlock', 'retracted', 'inBlock', 'finalized']);
    expect(told[1]).toEqual({ inBlock: first });
    expect(told[2]).toEqual({ retracted: first });
    const final = (told.at(-1) as { finalized: `0x${string}` }).finalized;
    const block = w.chain.blockNumber(final);
    expect(block === undefined ? [] : w.chain.extrinsics(block)).toContain(call.toHex());
    socket.close();
  });

  it('a mortal extrinsic that named a block of the old branch is retracted and invalid', async () => {
    const who = await w.funded('ed25519', 'Born on the old branch', CRU);
    const head = w.chain.head();
    const call = w.transfer(w.alice, CRU / 10n);
    // left alone, polkadot.js names a final block
    const era = w.api.createType('ExtrinsicEra', { current: head, period: 64 });
    await call.signAsync(who, { era, blockHash: w.chain.blockHash(head), nonce: 0 });
    expect(call.era.asMortalEra.birth(head)).toBe(head);
    const socket = await openSocket(w.url);
    socket.send('author_submitAndWatchExtrinsic', call.toHex());
    await socket.take(1);
    w.chain.produce(1);
    w.chain.fork(2);
    const kinds = results(await socket.rest()).map((each) =>
      typeof each === 'string' ? each : Object.keys(each as object)[0],
    );
    expect(kinds).toEqual(['ready', 'inBlock', 'retracted', 'invalid']);
    socket.close();
  });
});
