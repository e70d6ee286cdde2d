import { expect, test } from 'vitest';
import { storagePrefix } from '../../../codec/hash';
import { encodeHex, u128 } from '../../../codec/scale';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import type { Hex } from '../../source';
import { type Call, ROOT } from '../framework/dispatch';

const ISSUANCE = storagePrefix('Balances', 'TotalIssuance');
const STRAY: Hex = '0x1234';

function start() {
  const b = bench({ anna: 10n * CRU });
  const { system, balances } = b.pallets;
  const root = (call: Call) => b.chain.runtime.dispatch(call, ROOT).ok;
  const setTo = (value: bigint) => system.calls.setStorage({ items: [[ISSUANCE, encodeHex(u128, value)]] });
  return { b, system, balances, root, setTo };
}

test('what root writes into storage is what pallets read, at once and after the block', () => {
  const { b, balances, root, setTo } = start();
  expect(b.run('anna', setTo(5n)).result).toBe('BadOrigin');
  expect(root(setTo(5n))).toBe(true);
  expect(balances.totalIssuance()).toBe(5n);
  b.chain.produce();
  expect(b.chain.history.get(ISSUANCE, b.chain.head())).toBe(encodeHex(u128, 5n));
});

test('keys of no pallet are kept, too; single keys and whole prefixes go', () => {
  const { b, system, root } = start();
  const { account } = system;
  root(system.calls.setStorage({ items: [[STRAY, '0xff']] }));
  b.chain.produce();
  expect(b.chain.history.get(STRAY, 1)).toBe('0xff');
  expect(root(system.calls.killStorage({ keys: [STRAY] }))).toBe(true);
  const prefix = storagePrefix('System', 'Account');
  b.pallets.balances.endow(id('new'), CRU);
  expect(account.size()).toBeGreaterThan(1);
  expect(root(system.calls.killPrefix({ prefix, subkeys: 10 }))).toBe(true);
  expect(account.size()).toBe(0);
  expect(account.get(id('anna')).data.free).toBe(0n);
  b.chain.produce();
  expect(b.chain.history.get(STRAY, 2)).toBeNull();
});

test('a batch_all that fails takes it back', () => {
  const { b, balances, setTo, system } = start();
  const before = balances.totalIssuance();
  const { batchAll } = b.pallets.utility.calls;
  const failing = b.pallets.identity.calls.clearIdentity({});
  const bad = batchAll({ calls: [setTo(1n), system.calls.killPrefix({ prefix: '0x', subkeys: 0 }), failing] });
  expect(b.chain.runtime.dispatch(bad, ROOT).ok).toBe(false);
  expect(balances.totalIssuance()).toBe(before);
  expect(balances.free(id('anna'))).toBe(10n * CRU);
});

test('rows of double maps are found behind their raw keys', () => {
  const { b, root, system } = start();
  const { erasStakers } = b.pallets.staking.storage;
  const exposure = { total: 3n, own: 3n, others: [] };
  erasStakers.set(2, id('anna'), exposure);
  const [key] = b.chain.runtime.store.keysWithin(storagePrefix('Staking', 'ErasStakers'));
  root(system.calls.killStorage({ keys: [key as Hex] }));
  expect(erasStakers.entries(2)).toEqual([]);
});
