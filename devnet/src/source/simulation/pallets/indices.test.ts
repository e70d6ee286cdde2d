import { expect, test } from 'vitest';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import { ROOT } from '../framework/dispatch';

function start() {
  const b = bench({ anna: 10n * CRU, bert: 10n * CRU });
  const { indices, balances } = b.pallets;
  return { b, indices, ...indices.calls, reserved: (name: string) => balances.reserved(id(name)) };
}

test('an index costs a deposit, which goes with it to another account', () => {
  const { b, claim, transfer, free, reserved } = start();
  expect(b.run('anna', claim({ index: 7 })).events).toEqual(['Balances.Reserved', 'Indices.IndexAssigned']);
  expect(b.run('bert', claim({ index: 7 })).result).toBe('InUse');
  expect(b.run('bert', free({ index: 7 })).result).toBe('NotOwner');
  expect(b.run('bert', free({ index: 8 })).result).toBe('NotAssigned');
  expect(b.run('anna', transfer({ new: id('anna'), index: 7 })).result).toBe('NotTransfer');
  expect(b.run('anna', transfer({ new: id('nobody'), index: 7 })).result).toBe('DeadAccount');
  expect(b.run('anna', transfer({ new: id('bert'), index: 7 })).events).toEqual([
    'Balances.ReserveRepatriated',
    'Indices.IndexAssigned',
  ]);
  expect([reserved('anna'), reserved('bert')]).toEqual([0n, CRU]);
  expect(b.run('bert', free({ index: 7 })).events).toEqual(['Balances.Unreserved', 'Indices.IndexFreed']);
  expect(b.issuanceIsTheSumOfBalances()).toBe(true);
});

test('a frozen index stays for ever and its deposit is burnt; root can still move it', () => {
  const { b, claim, freeze, free, forceTransfer, indices, reserved } = start();
  const issuance = b.pallets.balances.totalIssuance();
  b.run('anna', claim({ index: 7 }));
  expect(b.run('anna', freeze({ index: 7 })).events).toEqual(['Indices.IndexFrozen']);
  expect(b.pallets.balances.totalIssuance()).toBe(issuance - CRU);
  expect(reserved('anna')).toBe(0n);
  expect(b.run('anna', free({ index: 7 })).result).toBe('Permanent');
  b.run('bert', claim({ index: 8 }));
  const force = (index: number) => forceTransfer({ new: id('bert'), index, freeze: false });
  expect(b.run('anna', force(7)).result).toBe('BadOrigin');
  for (const index of [7, 8]) expect(b.chain.runtime.dispatch(force(index), ROOT).ok).toBe(true);
  expect(indices.accounts.get(8)).toEqual([id('bert'), 0n, false]);
  expect(reserved('bert')).toBe(0n);
  expect(b.issuanceIsTheSumOfBalances()).toBe(true);
});
