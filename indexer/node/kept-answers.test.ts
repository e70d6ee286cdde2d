import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** The mend in the real module of the installed @subql/node, and the module without it. */
const require = createRequire(import.meta.url);
const file = join(dirname(require.resolve('@subql/node/package.json')), 'dist/indexer/x-provider/cachedProvider.js');
interface Provider {
  send(method: string, params: unknown[]): Promise<string>;
}
type Cached = { createCachedProvider(provider: Provider): Provider };
const { keepNoFailures } = require('./kept-answers.cjs') as { keepNoFailures(module: Cached): void };
const upstream = { ...(require(file) as Cached) };
const mended = { ...upstream };
keepNoFailures(mended);

/** Fails the first time, then counts. */
const flaky = () => {
  let asked = 0;
  return {
    asked: () => asked,
    provider: {
      send: async (method: string) => {
        asked += 1;
        if (asked === 1) throw new Error('disconnected');
        return `${method} ${asked}`;
      },
    },
  };
};

it('has the upstream fault this mends (when this fails, the mend can go)', async () => {
  const { provider } = flaky();
  const { send } = upstream.createCachedProvider(provider);
  await expect(send('state_getRuntimeVersion', ['0x1'])).rejects.toThrow('disconnected');
  await expect(send('state_getRuntimeVersion', ['0x1'])).rejects.toThrow('disconnected');
});

it('asks again after a failure, and once for what is answered', async () => {
  const { provider, asked } = flaky();
  const { send } = mended.createCachedProvider(provider);
  await expect(send('state_getRuntimeVersion', ['0x1'])).rejects.toThrow('disconnected');
  const answer = await send('state_getRuntimeVersion', ['0x1']);
  expect(await send('state_getRuntimeVersion', ['0x1'])).toBe(answer);
  expect(asked()).toBe(2);
  expect(await send('state_getRuntimeVersion', ['0x2'])).not.toBe(answer);
});

it('never keeps what has no hash, or another method', async () => {
  const { provider, asked } = flaky();
  const { send } = mended.createCachedProvider(provider);
  await send('chain_getHeader', []).catch(() => undefined);
  for (const [method, params] of [
    ['chain_getHeader', []],
    ['chain_getBlockHash', [7]],
  ] as const)
    for (let i = 0; i < 2; i += 1) await send(method, [...params]);
  expect(asked()).toBe(5);
});

it('forgets the oldest of many', async () => {
  const { provider, asked } = flaky();
  const { send } = mended.createCachedProvider(provider);
  await send('chain_getHeader', ['first']).catch(() => undefined);
  for (let i = 0; i < 300; i += 1) await send('chain_getHeader', [i]);
  await send('chain_getHeader', [299]);
  expect(asked()).toBe(301);
  await send('chain_getHeader', [0]);
  expect(asked()).toBe(302);
});
