import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../serve';
import { testChain } from '../test-support/chain';
import { rpcOver } from '../test-support/http';

let served: Served;
const http = () => rpcOver(served.port);

beforeAll(async () => {
  served = await serve({ source: testChain(), port: 0 });
});
afterAll(() => served.close());

describe('JSON-RPC', () => {
  it('lists every method it serves, and serves every method it lists', async () => {
    const { methods } = (await http().result('rpc_methods')) as { methods: string[] };
    expect(methods).toContain('chain_subscribeFinalizedHeads');
    expect(methods).toEqual([...new Set(methods)].sort());
    for (const method of methods.filter((name) => !name.includes('ubscribe') && !name.includes('atch'))) {
      const { error } = await http().call(method);
      if (error?.code === -32601) expect(error.data).toContain('unsafe');
    }
  });

  it('refuses unknown methods and bad parameters with their codes and a clear message', async () => {
    expect((await http().call('state_getPairs', '0x')).error).toEqual({ code: -32601, message: 'Method not found' });
    const bad: [string, unknown[], RegExp][] = [
      ['state_getStorage', [], /parameter 1 \(key\) must be 0x-prefixed hex/],
      ['state_getStorage', ['0x123'], /parameter 1 \(key\)/],
      ['state_getStorage', ['0x12', '0x12'], /parameter 2 \(block hash\) must be 32 bytes/],
      ['state_queryStorageAt', ['0x12'], /parameter 1 \(keys\) must be a list/],
      ['state_getKeysPaged', ['0x', -1], /parameter 2 \(count\) must be a whole number/],
      ['chain_getBlockHash', ['nine'], /a block number must be/],
      ['chain_getBlockHash', [[1.5]], /a block number must be/],
      ['chain_getHeader', [7], /parameter 1 \(block hash\)/],
      ['author_submitExtrinsic', [{}], /parameter 1 \(extrinsic\)/],
    ];
    for (const [method, params, message] of bad) {
      expect((await http().call(method, ...params)).error).toMatchObject({
        code: -32602,
        message: expect.stringMatching(message),
      });
    }
    expect(
      await (await http().post({ jsonrpc: '2.0', id: 1, method: 'system_chain', params: {} })).json(),
    ).toMatchObject({
      error: { code: -32602 },
    });
  });

  it('answers batches in order, and notifications not at all', async () => {
    const batch = [
      { jsonrpc: '2.0', id: 'a', method: 'system_chain' },
      { jsonrpc: '2.0', method: 'system_chain' },
      7,
      { jsonrpc: '2.0', id: 2, method: 'nope' },
    ];
    expect(await (await http().post(batch)).json()).toEqual([
      { jsonrpc: '2.0', id: 'a', result: 'Crust Test' },
      { jsonrpc: '2.0', id: null, error: { code: -32600, message: 'Invalid request' } },
      { jsonrpc: '2.0', id: 2, error: { code: -32601, message: 'Method not found' } },
    ]);
    expect(await (await http().post({ jsonrpc: '2.0', method: 'system_chain' })).text()).toBe('');
    expect(await (await http().post([])).json()).toMatchObject({ error: { code: -32600 } });
    expect(await (await http().post('{')).json()).toMatchObject({ error: { code: -32700 }, id: null });
  });

  it('refuses subscriptions over HTTP, other verbs, other contents and pages from elsewhere', async () => {
    expect(await http().call('chain_subscribeNewHeads')).toMatchObject({ error: { code: -32090 } });
    expect((await fetch(`http://127.0.0.1:${served.port}`)).status).toBe(405);
    expect((await http().post({ id: 1, method: 'system_chain' }, 'text/plain')).status).toBe(415);
    const foreign = await fetch(`http://127.0.0.1:${served.port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://example.org' },
      body: '{}',
    });
    expect(foreign.status).toBe(403);
  });
});
