import { describe, expect, it } from 'vitest';
import { rpcCall } from './rpc-call';

describe('rpcCall', () => {
  it('writes a request that a node understands', () => {
    expect(JSON.parse(rpcCall('state_getStorage', ['"0xab"', '"0xcd"']))).toEqual({
      jsonrpc: '2.0',
      id: 1,
      method: 'state_getStorage',
      params: ['0xab', '0xcd'],
    });
  });
  it('takes numbers as numbers and bare text as text', () => {
    expect(JSON.parse(rpcCall('chain_getBlockHash', ['12', '0xab'])).params).toEqual([12, '0xab']);
  });
});
