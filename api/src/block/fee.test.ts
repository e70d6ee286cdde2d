import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeFee } from './fee';

test('the whole fee follows from the treasury part within 1 pico', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (fee) => {
      const difference = wholeFee((fee * 80n) / 100n) - fee;
      expect(difference >= -1n && difference <= 0n).toBe(true);
    }),
  );
});
