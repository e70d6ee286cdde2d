import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bench } from '../../../../test-support/pallet-bench';
import { isReady } from './replica';

test('a replica is ready when its 32-bit clock says so', () => {
  const { chain, pallets } = bench({});
  chain.produce();
  const { storage } = pallets.market;
  const u32 = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 2 ** 32 - 5, max: 2 ** 32 - 1 }));
  fc.assert(
    fc.property(u32, u32, (createdAt, period) => {
      storage.spowerReadyPeriod.set(period);
      const due = new Uint32Array([createdAt, period]).reduce((sum, part) => (sum + part) >>> 0, 0);
      expect(isReady(chain.runtime, storage, createdAt)).toBe(due <= chain.head());
    }),
  );
});
