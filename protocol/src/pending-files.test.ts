import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pendingTurn, settlePending, withSpowerChange } from './pending-files';
import { spower } from './spower';

const size = fc.bigInt({ min: 1n, max: 1n << 40n });
const holders = fc.uniqueArray(
  fc.record({ anchor: fc.string(), createdAt: fc.option(fc.integer({ min: 1, max: 200 })) }),
  { maxLength: 12, selector: ({ anchor }) => anchor },
);

describe('files that wait for their spower', () => {
  it('have their turn in a block of a hundred, or when twenty wait, up to spec 11', () => {
    const waiting = (count: number) => Array.from({ length: count }, (_, i) => `0x${i}`);
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 25 }),
        (n, block, spec) => {
          const turn = pendingTurn(waiting(n), block, spec);
          const isTurn = spec <= 11 && (block % 100 === 93 || n >= 20);
          expect(turn).toEqual(isTurn ? waiting(n).slice(0, 20) : []);
        },
      ),
    );
  });

  it('count what they should afterwards: all matured replicas the file’s spower, the others the size', () => {
    fc.assert(
      fc.property(size, holders, fc.nat(20), fc.constantFrom(2, 4, 11), (sizeBytes, held, reported, spec) => {
        const clock = { block: 150, spec, readyPeriod: 50 };
        const countedBytes = spower(sizeBytes, 3, spec);
        const counts = new Map(
          held.map(({ anchor, createdAt }) => [anchor, spec < 3 || createdAt === null ? countedBytes : sizeBytes]),
        );
        const file = {
          sizeBytes,
          countedBytes,
          reported,
          holders: held.map((each) => (spec < 3 ? { ...each, createdAt: null } : each)),
        };
        for (const change of settlePending(file, clock))
          counts.set(change.anchor, withSpowerChange(counts.get(change.anchor) ?? 0n, change));
        for (const { anchor, createdAt } of held) {
          const isYoung = spec >= 3 && createdAt !== null && createdAt + 50 > 150;
          expect(counts.get(anchor)).toBe(isYoung ? sizeBytes : spower(sizeBytes, reported, spec));
        }
      }),
    );
  });

  it('never take a report below zero before they add to it', () => {
    expect(withSpowerChange(5n, { anchor: 'a', from: 9n, to: 2n })).toBe(2n);
    expect(withSpowerChange(9n, { anchor: 'a', from: 5n, to: 2n })).toBe(6n);
  });
});
