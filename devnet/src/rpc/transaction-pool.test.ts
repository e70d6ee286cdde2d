import { u8aToHex } from '@polkadot/util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rpcOver } from '../test-support/http';
import { CRU, type Wallet, wallet } from '../test-support/wallet';
import { watch } from '../test-support/watch';

let w: Wallet;
beforeAll(async () => {
  w = await wallet();
});
afterAll(() => w.close());

const invalid = (why: string) => `1010: Invalid Transaction: ${why}`;
const pending = () => rpcOver(w.port).result('author_pendingExtrinsics') as Promise<string[]>;
const nonceOf = (who: { addressRaw: Uint8Array }) =>
  rpcOver(w.port).result('system_accountNextIndex', u8aToHex(who.addressRaw)) as Promise<number>;

describe('nonces', () => {
  it('too low is outdated; one of the future waits and becomes ready when its turn has come', async () => {
    const who = await w.funded('sr25519', 'Nonces');
    await w.send(w.transfer(w.alice, CRU), who);
    expect(await w.refusal(w.transfer(w.alice, CRU), who, { nonce: 0 })).toBe(invalid('Transaction is outdated'));
    const late = await watch(w.transfer(w.alice, CRU), who, { nonce: 2 });
    await late.until('isFuture');
    w.chain.produce(1);
    expect(await pending()).toEqual([]);
    expect(await nonceOf(who)).toBe(1);
    const early = await watch(w.transfer(w.alice, CRU), who, { nonce: 1 });
    await late.until('isReady');
    expect(await nonceOf(who)).toBe(3);
    expect(await pending()).toHaveLength(2);
    w.chain.produce(1);
    const [first, second] = [await early.until('isFinalized'), await late.until('isFinalized')];
    expect(first.status.asFinalized.toHex()).toBe(second.status.asFinalized.toHex());
    expect(late.statuses().slice(0, 2)).toEqual(['Future', 'Ready']);
    expect(early.statuses()[0]).toBe('Ready');
  });

  it('taken by another: a higher tip usurps it, anything else has too low a priority', async () => {
    const who = await w.funded('ed25519', 'Usurper');
    const cheap = await watch(w.transfer(w.alice, CRU), who, { nonce: 0 });
    expect(await w.refusal(w.transfer(w.alice, CRU + 1n), who, { nonce: 0 })).toMatch(
      /^1014: Priority is too low: \(\d+ vs \d+\): The transaction has too low priority to replace/,
    );
    const dear = await watch(w.transfer(w.alice, CRU), who, { nonce: 0, tip: CRU });
    const usurped = await cheap.until('isUsurped');
    expect(usurped.status.asUsurped.toHex()).toBe((await dear.until('isReady')).txHash.toHex());
    w.chain.produce(1);
    await dear.until('isFinalized');
    expect(cheap.statuses()).toEqual(['Ready', 'Usurped']);
  });
});

describe('what can never be included', () => {
  it('fees that cannot be paid', async () => {
    const who = await w.funded('ecdsa', 'Poor', CRU / 100n);
    expect(await w.refusal(w.transfer(w.alice, 1n), who, { tip: CRU })).toBe(
      // the node writes "fees (e.g. account balance too low)"; polkadot.js takes the brackets out
      invalid('Inability to pay some fees , e.g. account balance too low'),
    );
  });

  it('an extrinsic that another one of its account made unpayable is invalid', async () => {
    const who = await w.funded('sr25519', 'Spender', CRU);
    const all = await watch(w.transfer(w.alice, CRU - CRU / 1000n), who, { nonce: 0 });
    const next = await watch(w.transfer(w.alice, 1n), who, { nonce: 1, tip: CRU / 2n });
    w.chain.produce(1);
    await all.until('isFinalized');
    await next.until('isInvalid');
    expect(next.statuses()).toEqual(['Ready', 'Invalid']);
  });

  it('a mortal one whose time is over, waiting in vain for its nonce or sent too late', async () => {
    const who = await w.funded('sr25519', 'Mortal');
    const waits = await watch(w.transfer(w.alice, CRU), who, { nonce: 1, era: 8 });
    const late = w.transfer(w.alice, CRU);
    await late.signAsync(who, { nonce: 0, era: 8 });
    w.chain.produce(8);
    await waits.until('isInvalid');
    // eight blocks later the era is read as one that began at another block, whose hash was not signed
    expect((await rpcOver(w.port).call('author_submitExtrinsic', late.toHex())).error).toEqual({
      code: 1010,
      message: 'Invalid Transaction',
      data: 'Transaction has a bad signature',
    });
  });

  it('the same bytes again: waiting ones are known, included and invalid ones banned', async () => {
    const who = await w.funded('sr25519', 'Again');
    const call = w.transfer(w.alice, CRU);
    await call.signAsync(who, { nonce: 0 });
    const submit = () => rpcOver(w.port).call('author_submitExtrinsic', call.toHex());
    expect((await submit()).result).toBe(call.hash.toHex());
    expect((await submit()).error).toEqual({
      code: 1013,
      message: 'Transaction Already Imported',
      data: call.hash.toHex(),
    });
    w.chain.produce(1);
    expect((await submit()).error).toEqual({ code: 1012, message: 'Transaction is temporarily banned' });
  });

  it('bytes that are no extrinsic', async () => {
    const submit = async (bytes: string) => (await rpcOver(w.port).call('author_submitExtrinsic', bytes)).error;
    expect(await submit('0x1234')).toEqual({
      code: 1001,
      message: 'Extrinsic has invalid format: Not enough data to fill buffer',
    });
    expect(await submit('0x0484')).toMatchObject({
      code: 1002,
      message: expect.stringMatching(/^Verification Error: Execution: Could not convert parameter `tx`/),
    });
  });
});

describe('system_dryRun', () => {
  const dryRun = (hex: string, ...at: string[]) => rpcOver(w.port).call('system_dryRun', hex, ...at);

  it('tells success, failure and invalidity, and changes nothing', async () => {
    const who = await w.funded('sr25519', 'Careful', 5n * CRU);
    const state = () =>
      w.chain.keysPaged('0x', 100_000, null, w.chain.head()).map((k) => w.chain.storage(k, w.chain.head()));
    const before = state();
    const signed = async (amount: bigint, options: object) => {
      const call = w.transfer(w.alice, amount);
      await call.signAsync(who, options);
      return call.toHex();
    };
    expect((await dryRun(await signed(CRU, {}))).result).toBe('0x0000');
    // Balances.InsufficientBalance
    expect((await dryRun(await signed(9n * CRU, {}))).result).toBe('0x0001030503');
    expect((await dryRun(await signed(CRU, { nonce: 7 }))).result).toBe('0x010002');
    expect((await dryRun(await signed(CRU, { tip: 9n * CRU }))).result).toBe('0x010001');
    expect((await dryRun('0x0484')).error).toMatchObject({ code: 1, message: 'Unable to dry run extrinsic.' });
    expect((await dryRun(await signed(CRU, {}), w.chain.genesisHash)).error).toMatchObject({ code: 1 });
    expect(state()).toEqual(before);
    const next = w.chain.head() + 1;
    expect((await w.send(w.transfer(w.alice, CRU), who)).events).toContain('balances.Transfer');
    expect(w.chain.head()).toBe(next);
  });
});
