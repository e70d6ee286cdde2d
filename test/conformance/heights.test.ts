import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pickHeights, seedForChain } from './heights';

it('picks distinct heights below the head, and the head', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer(),
      (head, count, seed) => {
        const heights = pickHeights(head, count, seed);
        expect(new Set(heights).size).toBe(heights.length);
        expect(heights.at(-1)).toBe(head);
        expect(heights.length).toBe(Math.min(count, head - 1) + 1);
        expect(heights.every((h) => h >= 1 && h <= head)).toBe(true);
        expect(pickHeights(head, count, seed)).toEqual(heights);
      },
    ),
  );
});

it('gives chains of one length heights of their own', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31), (seed) => {
      const heights = (name: string) => pickHeights(2400, 12, seedForChain(seed, name));
      expect(heights('seed 1')).not.toEqual(heights('seed 2'));
      expect(heights('seed 1')).toEqual(heights('seed 1'));
    }),
  );
});
