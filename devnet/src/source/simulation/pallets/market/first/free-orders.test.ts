import { DEVNET_PROFILE } from '@moho/protocol/base';
import { expect, test } from 'vitest';
import type { Hex } from '../../../../../codec/scale';
import { createChain } from '../../../chain';
import { type Call, ROOT, signed } from '../../../framework/dispatch';

const CRU = 1_000_000_000_000n;
const [admin, stranger, friend] = ['a1', 'b2', 'c3'].map((byte): Hex => `0x${byte.repeat(32)}`) as [Hex, Hex, Hex];

/** A chain of spec 1 with an administrator of free orders, and what a call of his leaves. */
function start() {
  const chain = createChain({
    seed: 1,
    profile: DEVNET_PROFILE,
    genesisTimeMs: 0,
    specVersion: 1,
    transactionVersion: 1,
    economy: { genesis: () => undefined, block: () => [] },
    freeze: true,
  });
  const { pallets, dispatch, events } = chain.runtime;
  const { setFreeAdmin, setFreeFee, setTotalFreeFeeLimit, addFreeAccount, removeFreeAccount } = pallets.market.calls;
  if (!setFreeAdmin || !setFreeFee || !setTotalFreeFeeLimit || !addFreeAccount || !removeFreeAccount)
    throw new Error('spec 1 has the first market');
  pallets.balances.endow(pallets.market.pots.free, 10n * CRU);
  dispatch(setFreeAdmin({ admin }), ROOT);
  dispatch(setFreeFee({ fee: CRU }), ROOT);
  dispatch(setTotalFreeFeeLimit({ limit: 5n * CRU }), ROOT);
  const told = (call: Call): string[] => {
    const start = events.records.length;
    expect(dispatch(call, signed(admin)).ok).toBe(true);
    return events.records.slice(start).map(({ pallet, name }) => `${pallet}.${name}`);
  };
  return { pallets, told, add: (target: Hex) => addFreeAccount({ target, freeCounts: 2 }), removeFreeAccount };
}

test('an account without money that is struck off the list is told of as endowed, with nothing, and begins not to exist', () => {
  const { pallets, told, removeFreeAccount } = start();
  expect(told(removeFreeAccount({ target: stranger }))).toEqual(['Balances.Endowed', 'Market.FreeAccountRemoved']);
  expect(pallets.system.account.has(stranger)).toBe(false);
});

test('one with money is only freed of its lock', () => {
  const { pallets, told, add, removeFreeAccount } = start();
  expect(told(add(friend))).toContain('Market.NewFreeAccount');
  expect(pallets.balances.usable(friend)).toBe(0n);
  expect(told(removeFreeAccount({ target: friend }))).toEqual(['Market.FreeAccountRemoved']);
  expect(pallets.balances.usable(friend)).toBe(2n * CRU + pallets.balances.existentialDeposit);
});
