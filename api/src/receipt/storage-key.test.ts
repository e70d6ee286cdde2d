import { asciiToBytes, bytesToHex, encodeAddress, xxhash64 } from '@moho/protocol/base';
import { expect, test } from 'vitest';
import { items, storageKey } from './storage-key';

const stash = encodeAddress(new Uint8Array(32).fill(7));

test('xxhash64 gives the published values, below and above one stripe of 32 bytes', () => {
  expect(xxhash64(new Uint8Array(), 0n).toString(16)).toBe('ef46db3751d8e999');
  expect(xxhash64(asciiToBytes('a'), 0n).toString(16)).toBe('d24ec4f1a98c6e5b');
  expect(xxhash64(asciiToBytes('Nobody inspects the spammish repetition'), 0n).toString(16)).toBe('fbcea83c8a378bf1');
});

test.each([
  [items.file('0x00', 17), '0x5ebf094108ead4fefa73f7a3b13cb4a76ed21091d079415ef4a35264c626448d'],
  [items.file('0x00', 3), '0x5ebf094108ead4fefa73f7a3b13cb4a7b3b78f30e9b952d60249b22fcdaaa76d'],
  [items.baseFee(), '0x5ebf094108ead4fefa73f7a3b13cb4a7743463cc3aecb725f091ad4dc5be8363'],
  [items.byteFee(), '0x5ebf094108ead4fefa73f7a3b13cb4a70d229d55a36155fe3953f58608e53a36'],
  [items.keysFee(), '0x5ebf094108ead4fefa73f7a3b13cb4a7b344c14d7cc6fc6466ae7933a1ab85ab'],
  [items.identity(stash), '0x2e3b7ab5757e6bbf28d3df3b5e01d6b918373f80b4a94950c1f99840fd083e68'],
  [items.pubKey('0x00'), '0x2e3b7ab5757e6bbf28d3df3b5e01d6b903a855d33d7969c08d438e66ce6f999e'],
  [items.group(stash), '0x2e3b7ab5757e6bbf28d3df3b5e01d6b92f583424865f2346c0f5c066f24dd499'],
  [items.workReport('0x00'), '0x2e3b7ab5757e6bbf28d3df3b5e01d6b9b7e949778e4650a54fcc65ad1f1ba39f'],
  [items.code('0x00'), '0x2e3b7ab5757e6bbf28d3df3b5e01d6b929f09a1b1e65650877530fe7894f3789'],
  [items.stakeLimit(stash), '0x5f3e4907f716ac89b6347d15ececedca2de7cf22faa2a2996bf0d7148f5375da'],
  [items.guarantor(stash), '0x5f3e4907f716ac89b6347d15ececedcad3d372f9ef2facd38500b6b8d169f6fc'],
  [items.validator(stash), '0x5f3e4907f716ac89b6347d15ececedca88dcde934c658227ee1dfafcd6e16903'],
  [items.exposure(1, stash), '0x5f3e4907f716ac89b6347d15ececedca8bde0a0ea8864605e3b68ed9cb2da01b'],
  [items.eraTotalStakes(1), '0x5f3e4907f716ac89b6347d15ececedcad9489331c06779251388c89753b39481'],
  [items.eraStakingPayout(1), '0x5f3e4907f716ac89b6347d15ececedca853862114faca9c619c17c15b2d156ac'],
  [items.eraMarketPayout(1), '0x5f3e4907f716ac89b6347d15ececedca250a92ae4d500fbdf7c2e3482ce194b9'],
  [items.merchant(stash), '0x530008fdbd6548c5ab1c143b95905679840a7fd9d2eb0730c4b3546417892f4b'],
  [items.sworkBenefit(stash), '0x530008fdbd6548c5ab1c143b959056797bab3b84624b85af7d400229b2e706a4'],
])('prefixes are those of the chain (%#)', (item, prefix) => {
  expect(storageKey(item).slice(0, 66)).toBe(prefix);
});

test('a key carries what it hashes behind the hash', () => {
  const account = bytesToHex(new Uint8Array(32).fill(7)).slice(2);
  // twox64concat: 8 bytes of hash; blake2_128concat: 16
  expect(storageKey(items.validator(stash)).slice(66 + 16)).toBe(account);
  expect(storageKey(items.group(stash)).slice(66 + 32)).toBe(account);
  // a CID is SCALE bytes: its length in front
  expect(storageKey(items.file('0x516d', 17)).slice(66 + 16)).toBe('08516d');
  expect(storageKey(items.exposure(258, stash)).slice(66 + 16, 66 + 24)).toBe('02010000');
});
