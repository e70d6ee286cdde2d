import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULT_NAMES, fateOf, type Plan, readPlan } from './plan';

const ANSWERS = 10_000;
const rates = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: FAULT_NAMES.length, maxLength: FAULT_NAMES.length })
  .map((parts) => parts.map((part) => part / 1000));
const queryOf = (seed: number, each: readonly number[]) =>
  new URLSearchParams([['seed', String(seed)], ...FAULT_NAMES.map((name, i) => [name, String(each[i])])]);

describe('a plan of faults', () => {
  it('strikes at the wanted rates, the same answers for the same seed and others for another', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), rates, (seed, each) => {
        const plan = readPlan(queryOf(seed, each));
        if (plan === undefined) {
          expect(Math.max(...each)).toBe(0);
          return;
        }
        const fates = (of: Plan) => Array.from({ length: ANSWERS }, (_, n) => fateOf(of, n)?.fault);
        const struck = fates(plan);
        FAULT_NAMES.forEach((name, i) => {
          const rate = struck.filter((fault) => fault === name).length / ANSWERS;
          expect(Math.abs(rate - (each[i] ?? 0))).toBeLessThan(0.02);
        });
        expect(fates(plan)).toEqual(struck);
        expect(fates({ ...plan, seed: seed + 1 })).not.toEqual(struck);
      }),
      { numRuns: 4 },
    );
  });

  it.each([
    ['drop=2', 'drop must be a rate from 0 to 1, not "2"'],
    ['drop=-0.1', 'drop must be a rate'],
    ['drop=ten', 'drop must be a rate'],
    ['drop=0.6&delay=0.6', 'the rates add up to 1.2'],
    ['fire=1', 'fire is no fault: there are drop, delay'],
    ['drop=0.1&seed=x', 'seed must be a whole number'],
  ])('%s is refused in one sentence', (query, message) => {
    expect(() => readPlan(new URLSearchParams(query))).toThrow(message);
  });

  it('without a rate there is none', () => {
    expect(readPlan(new URLSearchParams('seed=5&drop=0'))).toBeUndefined();
  });
});
