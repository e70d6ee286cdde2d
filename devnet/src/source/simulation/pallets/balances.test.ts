import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import { ROOT } from '../framework/dispatch';
import { SPEC25 } from '../framework/spec';
import { lockId } from './balance-locks';
import { runtimeValues } from './runtime-values';
import { TREASURY_ACCOUNT } from './treasury';

const ED = runtimeValues(SPEC25).existentialDeposit;
const start = () => bench({ anna: 10n * CRU, bert: CRU, [TREASURY_ACCOUNT]: CRU });
const { transfer, transferKeepAlive } = start().pallets.balances.calls;

describe('transfers', () => {
  test('to a new account: it is made, endowed, then the transfer is told', () => {
    const b = start();
    expect(b.run('anna', transfer({ dest: id('new'), value: CRU }))).toEqual({
      result: 'ok',
      events: ['System.NewAccount', 'Balances.Endowed', 'Balances.Transfer'],
    });
    expect(b.pallets.system.account.get(id('new'))).toMatchObject({ nonce: 0, consumers: 0, providers: 1 });
  });

  test('of everything ends the sender; what is left below the existential deposit goes to the treasury', () => {
    const b = start();
    const events = b.run('bert', transfer({ dest: id('anna'), value: CRU - 5n })).events;
    expect(events).toEqual(['System.KilledAccount', 'Balances.DustLost', 'Treasury.Deposit', 'Balances.Transfer']);
    expect(b.pallets.system.account.has(id('bert'))).toBe(false);
    expect(b.pallets.balances.free(TREASURY_ACCOUNT)).toBe(CRU + 5n);
    expect(b.issuanceIsTheSumOfBalances()).toBe(true);
  });

  test('fail in the order of the runtime’s checks', () => {
    const b = start();
    const result = (call: Parameters<typeof b.run>[1]) => b.run('bert', call).result;
    expect(result(transfer({ dest: id('anna'), value: 2n * CRU }))).toBe('InsufficientBalance');
    expect(result(transfer({ dest: id('new'), value: ED - 1n }))).toBe('ExistentialDeposit');
    expect(result(transferKeepAlive({ dest: id('anna'), value: CRU - ED + 1n }))).toBe('KeepAlive');
    b.pallets.balances.setLock(id('bert'), lockId('test'), CRU / 2n, 'Misc');
    expect(result(transfer({ dest: id('anna'), value: CRU }))).toBe('LiquidityRestrictions');
    expect(result(transfer({ dest: id('bert'), value: 5n * CRU }))).toBe('ok');
  });

  test('an account with a lock may not be emptied below the existential deposit', () => {
    const b = start();
    b.pallets.balances.setLock(id('bert'), lockId('test'), 1n, 'Misc');
    expect(b.pallets.system.account.get(id('bert')).consumers).toBe(1);
    expect(b.run('bert', transfer({ dest: id('anna'), value: CRU - 1n })).result).toBe('KeepAlive');
    b.pallets.balances.removeLock(id('bert'), lockId('test'));
    expect(b.pallets.system.account.get(id('bert')).consumers).toBe(0);
    expect(b.run('bert', transfer({ dest: id('anna'), value: CRU })).result).toBe('ok');
  });
});

describe('reserves and locks', () => {
  test('reserving tests what is frozen, freeing gives back at most what is reserved', () => {
    const b = start();
    const { balances } = b.pallets;
    balances.setLock(id('anna'), lockId('test'), 4n * CRU, 'All');
    expect(() => balances.reserve(id('anna'), 7n * CRU)).toThrow(/LiquidityRestrictions/);
    balances.reserve(id('anna'), 6n * CRU);
    expect(balances.account(id('anna'))).toEqual({
      free: 4n * CRU,
      reserved: 6n * CRU,
      miscFrozen: 4n * CRU,
      feeFrozen: 4n * CRU,
    });
    expect(balances.unreserve(id('anna'), 7n * CRU)).toBe(CRU);
    expect(balances.free(id('anna'))).toBe(10n * CRU);
  });

  test('locks overlay: the biggest counts, by reason; setting one to zero changes nothing', () => {
    const b = start();
    const { balances } = b.pallets;
    balances.setLock(id('anna'), lockId('one'), 3n * CRU, 'Misc');
    balances.setLock(id('anna'), lockId('two'), 2n * CRU, 'All');
    expect(balances.account(id('anna'))).toMatchObject({ miscFrozen: 3n * CRU, feeFrozen: 2n * CRU });
    expect(balances.usable(id('anna'))).toBe(7n * CRU);
    balances.setLock(id('anna'), lockId('two'), 0n, 'All');
    expect(balances.locks(id('anna'))).toHaveLength(2);
  });
});

describe('an account that something depends on', () => {
  /** what is written at the price of issuance although nothing else is */
  function locked() {
    const b = start();
    const { balances, system } = b.pallets;
    balances.setLock(id('bert'), lockId('test'), 1n, 'Misc');
    return { b, balances, system, before: system.account.get(id('bert')) };
  }

  test('cannot be wiped out by root: the call fails, but issuance has already followed', () => {
    const { b, balances, system, before } = locked();
    const wipe = balances.calls.setBalance({ who: id('bert'), new_free: 0n, new_reserved: 0n });
    const issuance = balances.totalIssuance();
    expect(b.chain.runtime.dispatch(wipe, ROOT)).toMatchObject({ ok: false, name: 'ConsumerRemaining' });
    expect(system.account.get(id('bert'))).toEqual(before);
    expect(balances.totalIssuance()).toBe(issuance - CRU);
  });

  test('keeps the existential deposit when it is slashed; the first try costs issuance what it did not take', () => {
    const { balances } = locked();
    const issuance = balances.totalIssuance();
    expect(balances.slash(id('bert'), CRU)).toBe(CRU - ED);
    expect(balances.free(id('bert'))).toBe(ED);
    expect(balances.totalIssuance()).toBe(issuance - CRU);
  });

  test('with dust alone stays when its locks are touched, and what it has goes from issuance every time', () => {
    const { balances, system, before } = locked();
    const dust = { ...before, data: { ...before.data, free: 5n } };
    system.account.set(id('bert'), dust);
    const issuance = balances.totalIssuance();
    balances.setLock(id('bert'), lockId('more'), 3n, 'All');
    expect(system.account.get(id('bert'))).toEqual(dust);
    expect(balances.locks(id('bert'))).toHaveLength(2);
    expect(balances.totalIssuance()).toBe(issuance - 5n);
  });
});

test('taking a lock off an account that does not exist tells of it as endowed with nothing', () => {
  const b = start();
  b.pallets.balances.removeLock(id('nobody'), lockId('test'));
  expect(b.chain.runtime.events.records.at(-1)).toMatchObject({ name: 'Endowed', args: [id('nobody'), 0n] });
  expect(b.pallets.system.account.has(id('nobody'))).toBe(false);
});

test('freeing what a dead account had reserved changes nothing and tells nothing', () => {
  const b = start();
  const events = b.chain.runtime.events.records.length;
  expect(b.pallets.balances.unreserve(id('nobody'), 7n)).toBe(7n);
  expect(b.chain.runtime.events.records).toHaveLength(events);
});

describe('reserved funds given to somebody else', () => {
  test('arrive as free or reserved ones; dust is told of last', () => {
    const b = start();
    const { balances } = b.pallets;
    balances.reserve(id('bert'), CRU - 7n);
    const from = b.chain.runtime.events.records.length;
    expect(balances.repatriateReserved(id('bert'), id('anna'), 2n * CRU, 'Free')).toBe(CRU + 7n);
    expect(b.chain.runtime.events.records.slice(from).map((e) => e.name)).toEqual([
      'KilledAccount',
      'ReserveRepatriated',
      'DustLost',
      'Deposit',
    ]);
    expect(balances.free(id('anna'))).toBe(11n * CRU - 7n);
    balances.reserve(id('anna'), CRU);
    expect(() => balances.repatriateReserved(id('anna'), id('bert'), 1n, 'Reserved')).toThrow(/DeadAccount/);
    expect(balances.repatriateReserved(id('anna'), id('anna'), 2n * CRU, 'Reserved')).toBe(CRU);
    expect(b.issuanceIsTheSumOfBalances()).toBe(true);
  });
});

test('whatever people transfer and reserve, issuance stays and equals what accounts hold', () => {
  const people = ['anna', 'bert', 'carl', 'dora'];
  const step = fc.record({
    from: fc.constantFrom(...people),
    to: fc.constantFrom(...people),
    kind: fc.constantFrom('transfer', 'keep', 'reserve', 'unreserve', 'slash'),
    value: fc.oneof(fc.bigInt(0n, 3n * CRU), fc.bigInt(0n, 2n * ED), fc.constantFrom(CRU, CRU - 1n, 2n * CRU)),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const b = bench({ anna: CRU, bert: CRU, carl: CRU, dora: CRU, [TREASURY_ACCOUNT]: CRU });
      const { balances, treasury } = b.pallets;
      for (const { from, to, kind, value } of steps) {
        if (kind === 'transfer') b.run(from, transfer({ dest: id(to), value }));
        else if (kind === 'keep') b.run(from, transferKeepAlive({ dest: id(to), value }));
        else if (kind === 'reserve' && balances.usable(id(from)) >= value) balances.reserve(id(from), value);
        else if (kind === 'unreserve' && balances.reserved(id(from)) > 0n) balances.unreserve(id(from), value);
        else if (kind === 'slash') treasury.deposit(balances.slash(id(from), value));
        expect(b.issuanceIsTheSumOfBalances()).toBe(true);
      }
      expect(balances.totalIssuance()).toBe(5n * CRU);
    }),
    { numRuns: 60 },
  );
});
