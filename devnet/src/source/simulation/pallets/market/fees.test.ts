import { DEVNET_PROFILE } from '@moho/protocol/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bench } from '../../../../test-support/pallet-bench';
import { feeTicks, orderFee } from './fees';
import { marketRules } from './rules';

const MIB = 1_048_576n;
const U128_MAX = 2n ** 128n - 1n;
const { chain, pallets } = bench({});
const { storage } = pallets.market;
/** usual prices, and those that root alone could set */
const fee = fc.oneof(fc.bigInt(0n, 10n ** 12n), fc.bigInt(U128_MAX - 9n, U128_MAX), fc.bigInt(0n, U128_MAX));

describe('prices at the end of what a u128 holds', () => {
  test('bytes that cost more are free, and the rest starts anew', () => {
    fc.assert(
      fc.property(fee, fee, fc.bigInt(0n, 2n ** 33n), (byteFee, keysFee, size) => {
        storage.byteFee.set(byteFee);
        storage.keysFee.set(keysFee);
        const mib = size / MIB + (size % MIB > 0n ? 1n : 0n);
        const bytes = byteFee * mib <= U128_MAX ? byteFee * mib : 0n;
        expect(orderFee(storage, size).value).toBe((bytes + keysFee) % 2n ** 128n);
      }),
    );
  });

  test('steps go no further', () => {
    const block = 600 * DEVNET_PROFILE.slotBlocks;
    const due = [DEVNET_PROFILE.feeTickOffset, DEVNET_PROFILE.baseTickOffset].map((offset) => block + offset);
    fc.assert(
      fc.property(fee, fc.constantFrom(4, 17, 22), (fee, spec) => {
        for (const item of [storage.baseFee, storage.byteFee, storage.keysFee]) item.set(fee);
        storage.hasNewOrder.set(true);
        storage.keysCount.set(2 ** 32 - 1);
        storage.ordersCount.set(1);
        for (const block of due) feeTicks(chain.runtime, storage, marketRules(spec), block);
        for (const item of [storage.baseFee, storage.keysFee]) {
          expect(item.get()).toBeGreaterThanOrEqual(fee);
          expect(item.get()).toBeLessThanOrEqual(U128_MAX);
        }
      }),
    );
  });
});
