import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bench, CRU, id } from '../../../test-support/pallet-bench';
import { lockId } from './balance-locks';
import { nextMultiplier } from './transaction-payment';
import { TREASURY_ACCOUNT } from './treasury';

const ONE = 10n ** 18n;
const validator = id('author');
const start = () =>
  bench({ anna: 10n * CRU, author: CRU, [TREASURY_ACCOUNT]: CRU }, ({ session }) => {
    session.validators.set([validator]);
  });

describe('fees', () => {
  test('base, length and weight part; 80 % to the treasury, the rest to the author without an event', () => {
    const b = start();
    const { balances, system } = b.pallets;
    const remark = system.calls.remark({ remark: '0x010203' });
    const { events, length } = b.include('anna', remark);
    const fee = 37_500_000n + 100_000n * BigInt(length) + 544_500n;
    const toTreasury = (fee * 80n) / 100n;
    expect(events).toEqual(['Treasury.Deposit', 'System.ExtrinsicSuccess']);
    expect(balances.free(id('anna'))).toBe(10n * CRU - fee);
    expect(balances.free(TREASURY_ACCOUNT)).toBe(CRU + toTreasury);
    expect(balances.free(validator)).toBe(CRU + fee - toTreasury);
  });

  test('the weight part follows the multiplier stored before the block', () => {
    const b = start();
    const { balances, transactionPayment } = b.pallets;
    const send = balances.calls.transfer({ dest: validator, value: 1n });
    b.include('anna', send);
    const multiplier = transactionPayment.multiplier();
    expect(multiplier).toBeLessThan(ONE);
    const before = balances.free(id('anna'));
    const { length } = b.include('anna', send, 7n);
    const weightPart = (multiplier * 65_426_100n) / ONE;
    expect(before - balances.free(id('anna'))).toBe(37_500_000n + 100_000n * BigInt(length) + weightPart + 7n + 1n);
  });

  test('money that may not be sent away may still pay a fee, but no tip', () => {
    const b = start();
    const { balances, system } = b.pallets;
    balances.setLock(id('anna'), lockId('crulock'), 10n * CRU, 'Misc');
    const remark = system.calls.remark({ remark: '0x' });
    expect(b.include('anna', remark).events).toContain('System.ExtrinsicSuccess');
    expect(() => b.include('anna', remark, 1n)).toThrow(/pay/);
    balances.setLock(id('anna'), lockId('crulock'), CRU, 'Misc');
    expect(b.include('anna', remark, 1n).events).toContain('System.ExtrinsicSuccess');
  });

  test('what is refunded returns silently; a call that fails is paid in full', () => {
    const b = start();
    const { balances, staking } = b.pallets;
    b.include('anna', staking.calls.bond({ controller: id('anna'), value: 5n * CRU }));
    b.include('anna', staking.calls.unbond({ value: CRU }));
    const spent = (call: Parameters<typeof b.include>[1]) => {
      const multiplier = b.pallets.transactionPayment.multiplier();
      const before = balances.free(id('anna'));
      const { length, events } = b.include('anna', call);
      return {
        events,
        weight: { paid: before - balances.free(id('anna')) - 37_500_000n - 100_000n * BigInt(length), multiplier },
      };
    };
    const rebond = spent(staking.calls.rebond({ value: CRU }));
    // 35 us + no chunk left + 3 reads + 2 writes, of which 30 %
    expect(rebond.weight.paid).toBe((rebond.weight.multiplier * 93_000_000n) / ONE);
    const failed = spent(staking.calls.rebond({ value: CRU }));
    expect(failed.events.at(-1)).toBe('System.ExtrinsicFailed');
    expect(failed.weight.paid).toBe((failed.weight.multiplier * 124_504_500n) / ONE);
  });

  test('an account that cannot pay is kept out of the block', () => {
    const b = start();
    expect(() => b.include('anna', b.pallets.system.calls.remark({ remark: '0x' }), 11n * CRU)).toThrow(
      /Inability to pay/,
    );
    expect(() => b.include('nobody', b.pallets.system.calls.remark({ remark: '0x' }))).toThrow(/Inability to pay/);
  });
});

describe('the multiplier', () => {
  test('of an empty block 1 is the one recorded on the real runtime', () => {
    expect(nextMultiplier(ONE, 0n)).toBe(999_997_500_003_125_000n);
  });
  test('rises above a quarter of full blocks, falls below, and stays above its floor', () => {
    const full = 1_500_000_000_000n;
    fc.assert(
      fc.property(fc.bigInt(10n ** 9n, 10n ** 20n), fc.bigInt(0n, 2n * full), (previous, weight) => {
        const next = nextMultiplier(previous, weight);
        if (weight > full / 4n) expect(next).toBeGreaterThanOrEqual(previous);
        if (weight < full / 4n) expect(next).toBeLessThanOrEqual(previous);
        expect(next).toBeGreaterThanOrEqual(10n ** 9n);
        expect(nextMultiplier(previous, full)).toBe(nextMultiplier(previous, 2n * full));
      }),
    );
  });
});
