import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareHealth, durability, type FileHealth, STATUSES_WORST_FIRST } from './durability';
import { fileStatus, SAFE_LIVE_OWNERS } from './file-status';

const status = fc.constantFrom(...STATUSES_WORST_FIRST);
const group = fc.record({ status, files: fc.nat(1_000_000), bytes: fc.bigInt({ min: 0n, max: 2n ** 60n }) });

test('the shares hold every file and byte once, whatever the grouping', () => {
  fc.assert(
    fc.property(fc.array(group), (groups) => {
      const shares = durability(groups);
      const files = groups.reduce((sum, one) => sum + one.files, 0);
      expect(shares.reduce((sum, one) => sum + one.files, 0)).toBe(files);
      const counted = groups.filter((one) => shares.some((share) => share.status === one.status));
      expect(shares.reduce((sum, one) => sum + one.bytes, 0n)).toBe(counted.reduce((sum, one) => sum + one.bytes, 0n));
      expect(new Set(shares.map((one) => one.status)).size).toBe(shares.length);
      // the order in which groups come makes no difference
      expect(durability([...groups].reverse())).toEqual(shares);
    }),
  );
});

test('the shares of a set add up to the whole, but for what is cut', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 1 }), (groups) => {
      const shares = durability(groups);
      fc.pre(shares.length > 0);
      const whole = shares.reduce((sum, one) => sum + one.sharePerbill, 0);
      expect(whole).toBeLessThanOrEqual(1_000_000_000);
      expect(whole).toBeGreaterThan(1_000_000_000 - shares.length);
    }),
  );
});

test('one status alone is the whole; none is no report', () => {
  expect(durability([{ status: 'STORED', files: 7, bytes: 3n }])).toEqual([
    { status: 'STORED', files: 7, bytes: 3n, sharePerbill: 1_000_000_000 },
  ]);
  expect(durability([])).toEqual([]);
});

test('among paid files fewer live owners are never better', () => {
  const block = 100;
  const file = (id: string, liveOwnerCount: number, expiredAt: number): FileHealth => ({
    id,
    liveOwnerCount,
    expiredAt,
    status: fileStatus({ block, row: { expiredAt }, lastMark: 'ORDERED', liveOwnerCount }),
  });
  fc.assert(
    fc.property(
      fc.nat(2 * SAFE_LIVE_OWNERS),
      fc.nat(2 * SAFE_LIVE_OWNERS),
      fc.integer({ min: 101, max: 500 }),
      (a, b, end) => {
        const order = compareHealth(file('a', a, end), file('b', b, end));
        expect(Math.sign(order)).toBe(a === b ? -1 : Math.sign(a - b));
      },
    ),
  );
});

test('the order is one', () => {
  const health = fc.record({
    id: fc.string({ maxLength: 2 }),
    status,
    liveOwnerCount: fc.nat(5),
    expiredAt: fc.nat(5),
  });
  fc.assert(
    fc.property(health, health, health, (a, b, c) => {
      expect(Math.sign(compareHealth(a, b))).toBe(-Math.sign(compareHealth(b, a)) + 0);
      if (compareHealth(a, b) < 0 && compareHealth(b, c) < 0) expect(compareHealth(a, c)).toBeLessThan(0);
    }),
  );
});
