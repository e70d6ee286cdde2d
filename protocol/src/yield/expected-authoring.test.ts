import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AUTHORING_WINDOW, expectedAuthoring } from './expected-authoring';

const payoutPico = fc.option(fc.bigInt({ min: 0n, max: 10n ** 15n }), { nil: null });
const era = fc.option(fc.record({ elected: fc.boolean(), authoringPayout: payoutPico }), { nil: null });

it('is between the least and the most of the eras in office, and nothing for one that is not elected', () => {
  fc.assert(
    fc.property(fc.array(era, { maxLength: 60 }), (eras) => {
      const amounts = eras
        .slice(0, AUTHORING_WINDOW)
        .flatMap((one) => (one?.elected ? [one.authoringPayout ?? 0n] : []))
        .sort((a, b) => Number(a - b));
      const told = expectedAuthoring(eras, true);
      expect(told >= (amounts[0] ?? 0n) && told <= (amounts.at(-1) ?? 0n)).toBe(true);
      const total = amounts.reduce((sum, amount) => sum + amount, 0n);
      const lost = total - told * BigInt(amounts.length);
      expect(lost >= 0n && lost < BigInt(Math.max(1, amounts.length))).toBe(true);
      expect(expectedAuthoring(eras, false)).toBe(0n);
    }),
  );
});

it('does not look at older eras', () => {
  fc.assert(
    fc.property(fc.array(era, { minLength: AUTHORING_WINDOW, maxLength: 60 }), (eras) => {
      expect(expectedAuthoring(eras, true)).toBe(expectedAuthoring(eras.slice(0, AUTHORING_WINDOW), true));
    }),
  );
});
