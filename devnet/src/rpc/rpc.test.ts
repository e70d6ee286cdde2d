import { blake2AsHex, encodeAddress } from '@polkadot/util-crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode, struct, u8, u64, u128 } from '../codec/scale';
import { type Served, serve } from '../serve';
import type { Hex } from '../source/source';
import { account, EVENTS_KEY, IDENTITIES, identityKey, NUMBER_KEY, testChain } from '../test-support/chain';
import { rpcOver } from '../test-support/http';

const chain = testChain(4);
const NOWHERE: Hex = `0x${'12'.repeat(32)}`;
let served: Served;

beforeAll(async () => {
  chain.produce(6);
  served = await serve({ source: chain, port: 0 });
});
afterAll(() => served.close());

const result = (method: string, ...params: unknown[]) => rpcOver(served.port).result(method, ...params);
const call = (method: string, ...params: unknown[]) => rpcOver(served.port).call(method, ...params);

describe('chain_', () => {
  it('shows a header and a block in a node’s shape', async () => {
    const header = {
      parentHash: chain.blockHash(1),
      number: '0x2',
      stateRoot: `0x${'00'.repeat(32)}`,
      extrinsicsRoot: chain.header(2).extrinsicsRoot,
      digest: { logs: chain.header(2).digestLogs },
    };
    expect(await result('chain_getHeader', chain.blockHash(2))).toEqual(header);
    expect(await result('chain_getBlock', chain.blockHash(2))).toEqual({
      block: { header, extrinsics: chain.extrinsics(2) },
      justifications: null,
    });
    expect(await result('chain_getHeader')).toMatchObject({ number: '0x6' });
  });

  it('answers hashes by number, hex, list and for the head, null beyond it', async () => {
    expect(await result('chain_getBlockHash', 2)).toBe(chain.blockHash(2));
    expect(await result('chain_getBlockHash', '0x2')).toBe(chain.blockHash(2));
    expect(await result('chain_getBlockHash')).toBe(chain.blockHash(6));
    expect(await result('chain_getBlockHash', [0, '0x1', 99])).toEqual([chain.genesisHash, chain.blockHash(1), null]);
    expect(await result('chain_getBlockHash', 99)).toBeNull();
    expect(await result('chain_getFinalizedHead')).toBe(chain.blockHash(6));
  });

  it('answers null for a hash it does not know', async () => {
    expect(await result('chain_getHeader', NOWHERE)).toBeNull();
    expect(await result('chain_getBlock', NOWHERE)).toBeNull();
  });
});

describe('state_', () => {
  const first = identityKey(account(1));

  it('answers storage at every past block', async () => {
    for (let block = 0; block <= 6; block += 1) {
      const value = chain.storage(first, block);
      expect(await result('state_getStorage', first, chain.blockHash(block))).toBe(value);
      expect(await result('state_getStorageSize', first, chain.blockHash(block))).toBe(value && value.length / 2 - 1);
    }
    expect(
      await result('state_getStorage', first.toUpperCase().replace('0X', '0x'), chain.blockHash(1)),
    ).not.toBeNull();
    expect(await result('state_getStorageHash', NUMBER_KEY, chain.genesisHash)).toBeNull();
    expect(await result('state_getStorageHash', NUMBER_KEY, chain.blockHash(1))).toBe(blake2AsHex('0x01000000'));
  });

  it('answers many keys at once, absent ones as null', async () => {
    expect(await result('state_queryStorageAt', [NUMBER_KEY, first], chain.blockHash(5))).toEqual([
      {
        block: chain.blockHash(5),
        changes: [
          [NUMBER_KEY, '0x05000000'],
          [first, null],
        ],
      },
    ]);
  });

  it('lists what changed over a range of blocks, leaving out what did not', async () => {
    const sets = await result('state_queryStorage', [NUMBER_KEY, EVENTS_KEY], chain.blockHash(1), chain.blockHash(2));
    expect(sets).toEqual([
      {
        block: chain.blockHash(1),
        changes: [
          [NUMBER_KEY, '0x01000000'],
          [EVENTS_KEY, chain.storage(EVENTS_KEY, 1)],
        ],
      },
      { block: chain.blockHash(2), changes: [[NUMBER_KEY, '0x02000000']] },
    ]);
    expect(await call('state_queryStorage', [NUMBER_KEY], chain.blockHash(2), chain.blockHash(1))).toMatchObject({
      error: { code: 4001 },
    });
  });

  it('pages keys: every key once, in order, none twice', async () => {
    const all = await result('state_getKeys', IDENTITIES, chain.blockHash(6));
    const paged: Hex[] = [];
    for (let start: Hex | null = null; ; start = paged.at(-1) ?? null) {
      const page = (await result('state_getKeysPaged', IDENTITIES, 2, start, chain.blockHash(6))) as Hex[];
      paged.push(...page);
      if (page.length < 2) break;
    }
    expect(paged).toEqual(all);
    expect(paged).toEqual([...new Set(paged)].sort());
    expect(paged).toHaveLength(3);
    expect(await call('state_getKeysPaged', IDENTITIES, 1001)).toMatchObject({ error: { code: 4002 } });
  });

  it('answers metadata and version after the block’s own upgrade', async () => {
    expect(await result('state_getRuntimeVersion', chain.blockHash(3))).toMatchObject({ specVersion: 24 });
    expect(await result('state_getRuntimeVersion', chain.blockHash(4))).toMatchObject({ specVersion: 25 });
    expect(await result('state_getMetadata', chain.blockHash(3))).toBe(chain.metadata(0));
    expect(await result('state_getMetadata')).toBe(chain.metadata(4));
  });

  it('says of an unknown block what a node says', async () => {
    const error = {
      code: -32603,
      message: 'Unknown error occurred',
      data: `Client(UnknownBlock("header not found in db: ${NOWHERE}"))`,
    };
    for (const method of ['state_getMetadata', 'state_getRuntimeVersion']) {
      expect((await call(method, NOWHERE)).error).toEqual(error);
    }
    expect((await call('state_getStorage', NUMBER_KEY, NOWHERE)).error).toEqual(error);
    expect((await call('state_queryStorageAt', [NUMBER_KEY], NOWHERE)).error).toEqual(error);
    expect((await call('state_getKeysPaged', '0x', 1, null, NOWHERE)).error).toEqual(error);
  });

  it('calls the runtime functions wallets use', async () => {
    const fee = (await result('state_call', 'TransactionPaymentApi_query_info', '0x1234ffffffff')) as Hex;
    const decoded = decode(struct({ weight: u64, class: u8, partialFee: u128 }), fee);
    expect(decoded).toEqual({ weight: 190_949_000n, class: 0, partialFee: 1_160_000_127n });
    expect(await result('state_call', 'AccountNonceApi_account_nonce', account(7))).toBe('0x05000000');
    expect((await call('state_call', 'Core_nothing', '0x')).error?.data).toContain('Core_nothing is not found');
  });
});

describe('system_, payment_ and author_', () => {
  it('says what the chain is', async () => {
    expect(await result('system_chain')).toBe('Crust Test');
    expect(await result('system_properties')).toEqual({ ss58Format: 66, tokenSymbol: 'CRU', tokenDecimals: 12 });
    expect(await result('system_health')).toEqual({ peers: 0, isSyncing: false, shouldHavePeers: false });
    expect(await result('system_syncState')).toEqual({ startingBlock: 0, currentBlock: 6, highestBlock: 6 });
    for (const method of ['system_name', 'system_version', 'system_chainType', 'system_localPeerId']) {
      expect(await result(method)).toBeTypeOf('string');
    }
  });

  it('takes an address or an id for a nonce', async () => {
    expect(await result('system_accountNextIndex', account(8))).toBe(0);
    expect(await result('system_accountNextIndex', encodeAddress(account(7), 66))).toBe(5);
    expect(await call('system_accountNextIndex', 'cTnonsense')).toMatchObject({ error: { code: -32602 } });
  });

  it('tells a fee, or that it cannot', async () => {
    expect(await result('payment_queryInfo', '0x1234')).toEqual({
      weight: 190_949_000,
      class: 'normal',
      partialFee: '1160000127',
    });
    expect(await call('payment_queryInfo', '0x00')).toMatchObject({ error: { code: 1 } });
  });

  it('takes an extrinsic into the pool, or says why not', async () => {
    const other = testChain();
    const elsewhere = await serve({ source: other, port: 0 });
    const ask = rpcOver(elsewhere.port).call;
    expect(await ask('author_submitExtrinsic', '0x0804aa')).toHaveProperty('result');
    expect(await ask('author_pendingExtrinsics')).toMatchObject({ result: ['0x0804aa'] });
    expect(await ask('author_submitExtrinsic', '0x0804ff')).toMatchObject({ error: { code: 1010 } });
    other.produce(1);
    expect(other.extrinsics(1)).toContain('0x0804aa');
    expect(await ask('author_pendingExtrinsics')).toMatchObject({ result: [] });
    await elsewhere.close();
  });
});
