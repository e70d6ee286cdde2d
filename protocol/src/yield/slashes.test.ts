import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liabilitiesOf, slashDeferEras, slashDueEra } from './slashes';

describe('slashDueEra', () => {
  it('is the first era that leaves the reported one behind by more than the deferral', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 25 }), (era, spec) => {
        const isApplied = (active: number) => era < active - slashDeferEras(spec);
        expect(isApplied(slashDueEra(era, spec))).toBe(true);
        expect(isApplied(slashDueEra(era, spec) - 1)).toBe(false);
      }),
    );
  });

  it('is 109 eras later since spec 4', () => expect(slashDueEra(10, 25)).toBe(119));
});

describe('liabilitiesOf', () => {
  const who = fc.constantFrom('a', 'b', 'c', 'd');
  const value = fc.bigInt({ min: 0n, max: 10n ** 18n });
  const slash = fc.record({
    era: fc.nat(200),
    validator: who,
    own: value,
    others: fc.array(fc.record({ who, value }), { maxLength: 5 }),
  });

  it('hands every waiting pico to somebody, the first due first', () => {
    fc.assert(
      fc.property(fc.array(slash, { maxLength: 6 }), (slashes) => {
        const all = ['a', 'b', 'c', 'd'].map((account) => liabilitiesOf(slashes, account, 25));
        const asked = slashes.reduce((sum, s) => s.others.reduce((part, o) => part + o.value, sum + s.own), 0n);
        expect(all.flat().reduce((sum, { amount }) => sum + amount, 0n)).toBe(asked);
        for (const list of all)
          expect(list.map((l) => l.dueEra)).toEqual(list.map((l) => l.dueEra).sort((x, y) => x - y));
      }),
    );
  });
});
