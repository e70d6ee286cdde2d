import { describe, expect, test } from 'vitest';
import { CRU, id } from '../../../../test-support/pallet-bench';
import { bond, calls, EXISTENTIAL_DEPOSIT, ledger, start, target } from '../../../../test-support/staking-bench';
import { ROOT } from '../../framework/dispatch';
import { lockId } from '../balance-locks';
import { STAKING_LOCK } from './ledger';

describe('bonds', () => {
  test('bond locks the stash; the order of errors', () => {
    const b = start();
    expect(b.run('gus', calls.bond({ controller: id('vera_c'), value: CRU })).result).toBe('AlreadyPaired');
    expect(b.run('gus', bond(EXISTENTIAL_DEPOSIT - 1n)).result).toBe('InsufficientValue');
    expect(b.run('gus', bond(2_000n * CRU))).toEqual({ result: 'ok', events: ['Staking.Bonded'] });
    expect(b.run('gus', bond(CRU)).result).toBe('AlreadyBonded');
    expect(ledger(b, 'gus_c')).toEqual({
      stash: id('gus'),
      total: 1_000n * CRU,
      active: 1_000n * CRU,
      unlocking: [],
      claimedRewards: [],
    });
    expect(b.pallets.balances.account(id('gus'))).toMatchObject({ miscFrozen: 1_000n * CRU, feeFrozen: 1_000n * CRU });
    expect(b.pallets.system.account.get(id('gus')).consumers).toBe(1);
    expect(b.run('gus', calls.bondExtra({ max_additional: CRU }))).toEqual({
      result: 'ok',
      events: ['Staking.Bonded'],
    });
    expect(b.run('gus_c', calls.bondExtra({ max_additional: CRU })).result).toBe('NotStash');
  });

  test('unbond keeps what is guaranteed, sweeps a rest, and waits 112 eras; rebond takes the newest back', () => {
    const b = start();
    b.run('gus', bond(100n * CRU));
    expect(b.run('gus', calls.unbond({ value: CRU })).result).toBe('NotController');
    b.run('gus_c', calls.guarantee(target('vera', 60n * CRU)));
    expect(b.run('gus_c', calls.unbond({ value: 70n * CRU }))).toEqual({ result: 'ok', events: ['Staking.Unbonded'] });
    expect(ledger(b, 'gus_c')).toMatchObject({ active: 60n * CRU, unlocking: [{ value: 40n * CRU, era: 112 }] });
    expect(b.run('gus_c', calls.unbond({ value: CRU })).result).toBe('AllGuaranteed');
    b.run('gus_c', calls.cutGuarantee(target('vera', 60n * CRU)));
    b.run('gus_c', calls.unbond({ value: 60n * CRU - 5n }));
    expect(ledger(b, 'gus_c')).toMatchObject({ active: 0n, unlocking: [{ value: 40n * CRU }, { value: 60n * CRU }] });
    expect(b.run('gus_c', calls.rebond({ value: 70n * CRU }))).toEqual({ result: 'ok', events: [] });
    expect(ledger(b, 'gus_c')).toMatchObject({ active: 70n * CRU, unlocking: [{ value: 30n * CRU }] });
    expect(b.run('gus_c', calls.withdrawUnbonded({})).events).toEqual([]);
    b.pallets.staking.storage.currentEra.set(112);
    expect(b.run('gus_c', calls.withdrawUnbonded({})).events).toEqual(['Staking.Withdrawn']);
    expect(ledger(b, 'gus_c')).toMatchObject({ total: 70n * CRU, unlocking: [] });
  });

  test('what another lock holds stays in the bond, as the chunks that are due last', () => {
    const b = start();
    b.run('gus', bond(100n * CRU));
    for (const value of [30n, 50n, 20n]) b.run('gus_c', calls.unbond({ value: value * CRU }));
    b.pallets.balances.setLock(id('gus'), lockId('other'), 45n * CRU, 'Misc');
    b.pallets.staking.storage.currentEra.set(112);
    b.run('gus_c', calls.withdrawUnbonded({}));
    // 30 go; of the 50, 25 reach what is held; the last 20 are not touched
    expect(ledger(b, 'gus_c')).toMatchObject({
      total: 45n * CRU,
      active: 0n,
      unlocking: [
        { value: 25n * CRU, era: 112 },
        { value: 20n * CRU, era: 112 },
      ],
    });
    b.pallets.balances.removeLock(id('gus'), lockId('other'));
    b.run('gus_c', calls.withdrawUnbonded({}));
    expect(ledger(b, 'gus_c')).toBeUndefined();
  });

  test('withdrawing all ends the stash: no bond, ledger, payee, guarantees or lock', () => {
    const b = start();
    b.run('gus', bond(100n * CRU));
    b.run('gus_c', calls.unbond({ value: 100n * CRU }));
    b.pallets.staking.storage.currentEra.set(112);
    b.run('gus_c', calls.withdrawUnbonded({}));
    const s = b.pallets.staking.storage;
    expect([s.bonded.has(id('gus')), s.ledger.has(id('gus_c')), s.payee.has(id('gus'))]).toEqual([false, false, false]);
    expect(b.pallets.balances.locks(id('gus'))).toEqual([]);
    expect(b.pallets.system.account.get(id('gus')).consumers).toBe(0);
  });

  test('set_controller moves the ledger and refuses the present controller', () => {
    const b = start();
    b.run('gus', bond(CRU));
    expect(b.run('gus', calls.setController({ controller: id('gus_c') })).result).toBe('AlreadyPaired');
    expect(b.run('gus', calls.setController({ controller: id('new') }))).toEqual({ result: 'ok', events: [] });
    expect(ledger(b, 'new')?.stash).toBe(id('gus'));
    expect(ledger(b, 'gus_c')).toBeUndefined();
  });
});

describe('what ends a stash', () => {
  test('needs one: root and reapers of an account without a bond are told so, and its lock is gone all the same', () => {
    const b = start();
    const { balances } = b.pallets;
    const forced = (name: string) => b.chain.runtime.dispatch(calls.forceUnstake({ stash: id(name) }), ROOT);
    balances.setLock(id('gus'), STAKING_LOCK, CRU, 'All');
    expect(forced('gus')).toMatchObject({ ok: false, name: 'Staking.NotStash' });
    expect(balances.locks(id('gus'))).toEqual([]);
    expect(forced('vera').ok).toBe(true);
    expect(ledger(b, 'vera_c')).toBeUndefined();

    const reap = (name: string) => b.run('gus', calls.reapStash({ stash: id(name) })).result;
    expect(reap('gus')).toBe('FundedTarget');
    expect(reap('new')).toBe('FundedTarget');
    balances.endow(id('new'), EXISTENTIAL_DEPOSIT);
    expect(reap('new')).toBe('NotStash');
    expect(calls.reapStash({ stash: id('new') }).def.weight({})).toBe(876_000_000);
  });
});
