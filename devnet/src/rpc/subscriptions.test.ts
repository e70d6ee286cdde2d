import { afterEach, describe, expect, it } from 'vitest';
import { type Served, serve } from '../serve';
import type { Hex } from '../source/source';
import { account, identityKey, NUMBER_KEY, type TestChain, testChain } from '../test-support/chain';
import { type Message, openSocket, results } from '../test-support/socket';

let served: Served | undefined;
let socket: Awaited<ReturnType<typeof openSocket>> | undefined;

afterEach(async () => {
  socket?.close();
  await served?.close();
});

async function listen(chain: TestChain) {
  served = await serve({ source: chain, port: 0 });
  socket = await openSocket(served.url);
  return socket;
}

const numbers = (messages: Message[]): string[] =>
  results(messages).map((header) => (header as { number: Hex }).number);

describe('subscriptions', () => {
  it.each([
    ['chain_subscribeNewHead', 'chain_newHead', 'chain_unsubscribeNewHead'],
    ['chain_subscribeNewHeads', 'chain_newHead', 'chain_unsubscribeNewHeads'],
    ['chain_subscribeAllHeads', 'chain_allHead', 'chain_unsubscribeAllHeads'],
    ['chain_subscribeFinalizedHeads', 'chain_finalizedHead', 'chain_unsubscribeFinalizedHeads'],
  ])('%s: id first, the head at once, every new block, silence after the end', async (begin, notification, end) => {
    const chain = testChain();
    const { send, take, rest } = await listen(chain);
    send(begin);
    const [opened, now] = await take(2);
    expect(opened?.result).toBeTypeOf('string');
    expect(now).toMatchObject({ method: notification, params: { subscription: opened?.result } });
    chain.produce(2);
    expect(numbers([now as Message, ...(await take(2))])).toEqual(['0x0', '0x1', '0x2']);
    send(end, opened?.result);
    expect(await take(1)).toMatchObject([{ result: true }]);
    chain.produce(1);
    send(end, opened?.result);
    expect(await rest()).toMatchObject([{ result: false }]);
  });

  it('finalized heads come late and none is left out', async () => {
    const chain = testChain();
    chain.finalityLag = 2;
    const { send, take } = await listen(chain);
    send('chain_subscribeFinalizedHeads');
    expect(numbers((await take(2)).slice(1))).toEqual(['0x0']);
    chain.produce(3);
    chain.finalityLag = 0;
    chain.produce(1);
    expect(numbers(await take(4))).toEqual(['0x1', '0x2', '0x3', '0x4']);
  });

  it('storage: all keys at once, then only what changed, absent values as null', async () => {
    const chain = testChain();
    chain.produce(1);
    const first = identityKey(account(1));
    const { send, take } = await listen(chain);
    send('state_subscribeStorage', [NUMBER_KEY, first]);
    await take(1);
    chain.produce(3);
    const expected = [1, 2, 3, 4].map((block) => ({
      block: chain.blockHash(block),
      changes: [
        [NUMBER_KEY, chain.storage(NUMBER_KEY, block)],
        ...(block === 3 ? [] : [[first, chain.storage(first, block)]]),
      ],
    }));
    expect(results(await take(4))).toEqual(expected);
    expect(expected[3]?.changes[1]).toEqual([first, null]);
    send('state_subscribeStorage');
    expect(await take(1)).toMatchObject([{ error: { code: -32602 } }]);
  });

  it('runtime version: now, and at an upgrade', async () => {
    const chain = testChain(2);
    const { send, take, rest } = await listen(chain);
    send('state_subscribeRuntimeVersion');
    const [, now] = await take(2);
    chain.produce(3);
    expect(results([now as Message, ...(await rest())])).toMatchObject([{ specVersion: 24 }, { specVersion: 25 }]);
  });

  it('an extrinsic is ready, then in a block, then final', async () => {
    const chain = testChain();
    chain.finalityLag = 1;
    const { send, take, rest } = await listen(chain);
    send('author_submitAndWatchExtrinsic', '0x0804AA');
    expect(results((await take(2)).slice(1))).toEqual(['ready']);
    chain.produce(3);
    const inBlock = chain.blockHash(1);
    expect(results(await rest())).toEqual([{ inBlock }, { finalized: inBlock }]);
    send('author_submitAndWatchExtrinsic', '0x0804ff');
    expect(await take(1)).toMatchObject([{ error: { code: 1010, message: 'Invalid Transaction' } }]);
  });

  it('a source that makes the block at once is told in the same order', async () => {
    const chain = testChain();
    const submit = chain.submit;
    chain.submit = (extrinsic) => {
      const submitted = submit(extrinsic);
      chain.produce(1);
      return submitted;
    };
    const { send, rest } = await listen(chain);
    send('author_submitAndWatchExtrinsic', '0x0804aa');
    const [opened, ...told] = await rest();
    expect(opened?.result).toBeTypeOf('string');
    expect(results(told)).toEqual(['ready', { inBlock: chain.blockHash(1) }, { finalized: chain.blockHash(1) }]);
  });

  it('end with their connection', async () => {
    const chain = testChain();
    let listeners = 0;
    const onBlock = chain.onBlock;
    chain.onBlock = (listener) => {
      listeners += 1;
      const stop = onBlock(listener);
      return () => {
        listeners -= 1;
        stop();
      };
    };
    const { send, rest } = await listen(chain);
    for (const kind of ['chain_subscribeNewHeads', 'chain_subscribeFinalizedHeads', 'state_subscribeRuntimeVersion']) {
      send(kind);
    }
    await rest();
    expect(listeners).toBe(3);
    socket?.close();
    while (listeners > 0) await new Promise((later) => setTimeout(later, 5));
    expect(listeners).toBe(0);
  });
});
