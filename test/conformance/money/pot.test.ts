import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePot, type PotFacts, steady } from './pot';

/** A pot that an index follows block by block, and one override that no block announces. */
const story = fc.record({
  opening: fc.bigInt({ min: 0n, max: 1n << 60n }),
  moves: fc.array(fc.array(fc.bigInt({ min: -(1n << 40n), max: 1n << 40n }), { maxLength: 3 }), {
    minLength: 2,
    maxLength: 12,
  }),
});

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const factsOf = ({ opening, moves }: Story): PotFacts => {
  const balances = [{ block: 0, free: String(opening) }];
  const movements = [{ block: 1, kind: 'OPENING', amount: String(opening) }];
  let free = opening;
  moves.forEach((amounts, i) => {
    for (const amount of amounts) {
      free += amount;
      movements.push({ block: i + 1, kind: 'TRANSFER', amount: String(amount) });
    }
    balances.push({ block: i + 1, free: String(free) });
  });
  const chain = steady(balances);
  return { head: moves.length, chain, mirror: chain, movements, excused: () => false };
};

describe('conservation of the storage pot', () => {
  it('holds over every block of an index that tells all', () => {
    fc.assert(
      fc.property(story, (told) => {
        const facts = factsOf(told);
        expect(comparePot(facts)).toMatchObject({ keysCompared: facts.head, overridden: 0, mismatches: [] });
      }),
    );
  });

  it('breaks at one pico too many, in its block, and at a mirror that is off', () => {
    fc.assert(
      fc.property(story, fc.nat(), (told, at) => {
        const facts = factsOf(told);
        const block = (at % facts.head) + 1;
        const movements = [...facts.movements, { block, kind: 'TRANSFER', amount: '1' }];
        const found = comparePot({ ...facts, movements }).mismatches;
        expect(found.map((one) => [one.block, one.field])).toEqual([[block, 'movements']]);
        const mirror = (asked: number) => facts.chain(asked) + (asked === block ? 1n : 0n);
        expect(comparePot({ ...facts, mirror }).mismatches.map((one) => [one.block, one.field])).toEqual([
          [block, 'free'],
        ]);
      }),
    );
  });

  it('lets an override pass until the chain writes the key again, and must meet it there', () => {
    const chain = steady([
      { block: 0, free: '10' },
      { block: 3, free: '100' },
      { block: 5, free: '105' },
    ]);
    const mirror = steady([
      { block: 0, free: '10' },
      { block: 5, free: '105' },
    ]);
    const movements = [
      { block: 1, kind: 'OPENING', amount: '10' },
      { block: 5, kind: 'ORDER', amount: '5' },
      { block: 5, kind: 'UNSEEN', amount: '90' },
    ];
    const excused = (block: number) => block >= 3 && block < 5;
    const facts = { head: 6, chain, mirror, movements, excused };
    expect(comparePot(facts)).toMatchObject({ keysCompared: 4, overridden: 2, mismatches: [] });
    expect(comparePot({ ...facts, excused: () => false }).mismatches.map(({ field }) => field)).toContain('kind');
    const short = movements.map((one) => (one.kind === 'UNSEEN' ? { ...one, amount: '89' } : one));
    expect(comparePot({ ...facts, movements: short }).mismatches).toMatchObject([{ block: 5, field: 'movements' }]);
  });

  it('begins with what the pot held before the first indexed block', () => {
    const facts = factsOf({ opening: 7n, moves: [[], []] });
    const wrong = facts.movements.map((one) => ({ ...one, amount: '8' }));
    expect(comparePot({ ...facts, movements: wrong }).mismatches.map(({ field }) => field)).toEqual([
      'OPENING',
      'movements',
    ]);
  });
});
