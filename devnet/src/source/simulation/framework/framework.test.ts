import { DEVNET_PROFILE } from '@moho/protocol/base';
import { expect, test } from 'vitest';
import { createChain } from '../chain';
import type { Economy } from '../economy';
import { decodeExtrinsic } from './extrinsic';
import { signer } from './keys';

const alice = signer('framework-test/alice');
const bob = signer('framework-test/bob');
const economy: Economy = {
  genesis(rt) {
    rt.pallets.balances.endow(alice.account, 10n ** 15n);
  },
  block: ({ block, pallets, sign }) =>
    block === 1
      ? [
          sign(alice, pallets.balances.calls.transfer({ dest: bob.account, value: 10n ** 12n })),
          sign(alice, pallets.balances.calls.transfer({ dest: bob.account, value: 10n ** 16n })),
        ]
      : [],
};
const options = {
  seed: 1,
  profile: DEVNET_PROFILE,
  genesisTimeMs: 1_700_000_000_000,
  specVersion: 25,
  transactionVersion: 1,
  economy,
  freeze: true,
};

test('a transfer and a failing one: events in the order of the runtime, money and fees to the pico', () => {
  const chain = createChain(options);
  expect(chain.produce()).toEqual([]);
  const events = chain.runtime.events.records;
  expect(events.map((e) => `${e.phase} ${e.pallet}.${e.name}`)).toEqual([
    '0 System.ExtrinsicSuccess',
    '1 System.NewAccount',
    '1 Balances.Endowed',
    '1 Balances.Transfer',
    '1 Treasury.Deposit',
    '1 System.ExtrinsicSuccess',
    '2 Treasury.Deposit',
    '2 System.ExtrinsicFailed',
  ]);
  const { balances, system } = chain.runtime.pallets;
  expect(system.account.get(alice.account).nonce).toBe(2);
  const fee = (length: number) => 37_500_000n + 100_000n * BigInt(length) + 65_426_100n;
  const lengths = chain
    .body(1)
    .slice(1)
    .map((x) => (x.length - 2) / 2);
  const fees = lengths.map(fee).reduce((a, b) => a + b);
  expect(balances.free(alice.account)).toBe(10n ** 15n - 10n ** 12n - fees);
});

test('what the economy signs passes the same check as a submitted extrinsic; a changed byte does not', () => {
  const chain = createChain(options);
  chain.produce();
  const encoded = chain.body(1)[1] as `0x${string}`;
  const decoded = decodeExtrinsic(chain.signing, encoded, 2);
  expect('refused' in decoded ? decoded.message : decoded.signer).toBe(alice.account);
  const at = encoded.length - 20;
  const changed = `${encoded.slice(0, at)}${encoded[at] === '0' ? '1' : '0'}${encoded.slice(at + 1)}` as `0x${string}`;
  expect('refused' in decodeExtrinsic(chain.signing, changed, 2)).toBe(true);
});
