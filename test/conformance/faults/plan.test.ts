import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_FAULTS, FINALITY_LAG, faultPlan, type Step } from './plan';

const runs = fc.record({ seed: fc.nat(1_000_000), blocks: fc.integer({ min: 100, max: 2000 }) });
const every = (check: (seed: number, blocks: number) => void) =>
  fc.assert(
    fc.property(runs, ({ seed, blocks }) => {
      check(seed, blocks);
    }),
  );

describe('what goes wrong', () => {
  it('follows from the seed', () =>
    every((seed, blocks) => expect(faultPlan(seed, blocks)).toEqual(faultPlan(seed, blocks))));

  it('differs from seed to seed', () => {
    const plans = new Set(Array.from({ length: 20 }, (_, seed) => JSON.stringify(faultPlan(seed, 300).steps)));
    expect(plans.size).toBe(20);
  });

  it('is everything there is, in every run', () =>
    every((seed, blocks) => {
      const { steps } = faultPlan(seed, blocks);
      const of = <D extends Step['do']>(kind: D) => steps.filter((step): step is Step & { do: D } => step.do === kind);
      expect(
        of('crash')
          .map(({ part }) => part)
          .sort(),
      ).toEqual(['chain', 'indexer', 'postgres']);
      expect(
        of('struck')
          .flatMap(({ faults }) => faults)
          .sort(),
      ).toEqual([...ANSWER_FAULTS].sort());
      expect(of('fork').some(({ times }) => times > 1)).toBe(true);
    }));

  it('makes as many blocks as were asked for, and forks only what is not final', () =>
    every((seed, blocks) => {
      const { past, steps, calm } = faultPlan(seed, blocks);
      let head = past;
      for (const step of steps) {
        if (step.do === 'produce') {
          expect(step.blocks).toBeGreaterThan(0);
          head += step.blocks;
        }
        if (step.do !== 'fork') continue;
        expect(step.blocks).toBeGreaterThan(0);
        expect(step.blocks).toBeLessThanOrEqual(Math.min(FINALITY_LAG, head));
        head += step.times;
      }
      expect(calm).toBeGreaterThan(FINALITY_LAG);
      expect(head + calm).toBe(blocks);
    }));
});
