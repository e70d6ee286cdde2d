import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMoves } from './limit-ledger-split';
import type { SpowerMove } from './limit-ledger-spower';

const BLOCK = 7;
const move = fc.record({
  cause: fc.constantFrom<SpowerMove['cause']>('TIER', 'MATURED', 'FILES_IN', 'FILES_OUT'),
  bytes: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).filter((bytes) => bytes !== 0n),
  block: fc.constant(BLOCK),
  fileId: fc.uuid(),
});
const moves = fc.array(move, { maxLength: 8 });
const sum = (all: readonly SpowerMove[]) => all.reduce((total, { bytes }) => total + bytes, 0n);

describe('the moves of a block in which a sweep read', () => {
  it('are all told, on both sides of the sweep', () => {
    fc.assert(
      fc.property(moves, fc.bigInt({ min: -2_000_000n, max: 2_000_000n }), (all, bytes) => {
        const { seen, later } = splitMoves(all, BLOCK, bytes);
        expect(sum(seen)).toBe(bytes);
        expect(sum(later)).toBe(sum(all) - bytes);
      }),
    );
  });

  it('are told of the files whose spower the beginning of the block moved', () => {
    fc.assert(
      fc.property(moves, fc.infiniteStream(fc.boolean()), (all, coins) => {
        const isEarly = ({ cause }: SpowerMove) => cause === 'TIER' || cause === 'MATURED';
        const early = all.filter((each) => isEarly(each) && coins.next().value);
        const { seen } = splitMoves(all, BLOCK, sum(early));
        expect(sum(seen)).toBe(sum(early));
        expect(seen.every(isEarly)).toBe(true);
      }),
    );
  });
});
