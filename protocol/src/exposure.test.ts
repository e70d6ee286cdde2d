import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILLION } from './base/perbill';
import { clipExposure, elect, MAX_REWARDED_GUARANTORS, snapshotExposure, voteCounts } from './exposure';

const stake = fc.bigInt({ min: 0n, max: 2n ** 75n });
const votes = fc.array(stake, { maxLength: 90 }).map((values) => values.map((value, who) => ({ who, value })));

describe('exposure', () => {
  it('never counts more than was staked, and hardly more than the limit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 75n }), stake, votes, (limit, own, given) => {
        const snapshot = snapshotExposure(limit, own, given);
        if (snapshot === null) throw new Error('a limit above 0 gives an exposure');
        const sum = snapshot.others.reduce((total, { value }) => total + value, snapshot.own);
        expect(snapshot.total).toBe(sum);
        expect(snapshot.nominalTotal).toBe(given.reduce((total, { value }) => total + value, own));
        expect(snapshot.total <= snapshot.nominalTotal).toBe(true);
        if (limit >= snapshot.nominalTotal) expect(snapshot.total).toBe(snapshot.nominalTotal);
        expect(snapshot.others.map(({ who }) => who)).toEqual(given.map(({ who }) => who));
        // the ratio is reduced before it is cut, so it can be a few billionths of the whole too large
        const tolerance = (snapshot.nominalTotal * 8n) / BILLION + BigInt(given.length) + 1n;
        expect(snapshot.total <= limit + tolerance).toBe(true);
      }),
    );
  });

  it('has no row without a limit', () => {
    expect(snapshotExposure(0n, 10n, [])).toBeNull();
    expect(snapshotExposure(10n, 0n, [])).toMatchObject({ total: 0n, own: 0n, nominalTotal: 0n });
  });

  it('scales own stake and votes apart', () => {
    const snapshot = snapshotExposure(30n, 50n, [{ who: 'a', value: 50n }]);
    expect(snapshot).toEqual({
      total: 30n,
      own: 15n,
      others: [{ who: 'a', value: 15n }],
      nominalTotal: 100n,
      rhoPerbill: 300_000_000n,
    });
  });

  it('is clipped to the 64 largest, ties in their order; shorter lists stay unsorted', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 9n }), { maxLength: 130 }), (values) => {
        const others = values.map((value, who) => ({ who, value }));
        const clipped = clipExposure({ total: 7n, own: 1n, others });
        expect([clipped.total, clipped.own]).toEqual([7n, 1n]);
        if (others.length <= MAX_REWARDED_GUARANTORS) {
          expect(clipped.others).toEqual(others);
          return;
        }
        expect(clipped.others).toHaveLength(MAX_REWARDED_GUARANTORS);
        const kept = new Set(clipped.others.map(({ who }) => who));
        const smallest = clipped.others[MAX_REWARDED_GUARANTORS - 1] as { who: number; value: bigint };
        for (const { who, value } of others) {
          if (!kept.has(who))
            expect(value < smallest.value || (value === smallest.value && who > smallest.who)).toBe(true);
        }
      }),
    );
  });

  it('ignores votes older than the last slash up to spec 6', () => {
    expect([voteCounts(3, 4, 6), voteCounts(4, 4, 6), voteCounts(3, null, 1), voteCounts(3, 4, 7)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('elects the largest, ties by account order', () => {
    const candidates = [
      { stash: 'a', effective: 1n },
      { stash: 'b', effective: 2n },
      { stash: 'c', effective: 2n },
      { stash: 'd', effective: 0n },
    ];
    expect(elect(candidates, 3, 1)).toEqual(['b', 'c', 'a']);
    expect(elect(candidates, 9, 4)).toEqual(['b', 'c', 'a', 'd']);
    expect(elect(candidates, 9, 5)).toBeNull();
    expect(elect([], 9, 0)).toBeNull();
  });
});
