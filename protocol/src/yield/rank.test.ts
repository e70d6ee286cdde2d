import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  factorField,
  percentile,
  percentilesOf,
  RANK_FACTORS,
  RANK_RULES,
  type RankFactor,
  type RankValues,
  type RankWeights,
  rankOf,
  scoreOf,
  whatWouldRaise,
} from './rank';

const WHOLE = 1_000_000_000;
const small = fc.option(fc.bigInt({ min: 0n, max: 12n }), { nil: null });
const each = <T>(value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(RANK_FACTORS.map((factor) => [factor, value])) as Record<RankFactor, fc.Arbitrary<T>>);
const values: fc.Arbitrary<RankValues> = each(small);
const weights: fc.Arbitrary<RankWeights> = each(fc.nat(10));
const factor = fc.constantFrom(...RANK_FACTORS);
const network = fc.array(values, { minLength: 1, maxLength: 25 });

const fieldsOf = (nodes: readonly RankValues[]) =>
  RANK_FACTORS.map((name) =>
    factorField(
      name,
      nodes.map((node) => node[name]),
    ),
  );

/** Said once more, node against node: 2 for each that is worse, 1 for each that is equal. */
const duels = (name: RankFactor, all: readonly (bigint | null)[], self: number): number => {
  const better = RANK_RULES[name].better === 'HIGHER' ? 1n : -1n;
  const worth = (value: bigint | null) => (value === null ? -1_000_000n : value * better);
  const mine = worth(all[self] ?? null);
  return all.reduce((sum, other, i) => sum + (i === self || worth(other) > mine ? 0 : worth(other) < mine ? 2 : 1), 0);
};

describe('percentiles', () => {
  it('are the part of the others that is worse, and half of the equal ones', () => {
    fc.assert(
      fc.property(factor, fc.array(small, { minLength: 2, maxLength: 30 }), fc.nat(), (name, all, at) => {
        const self = at % all.length;
        const expected = Math.floor((duels(name, all, self) * WHOLE) / 2 / (all.length - 1));
        expect(percentile(factorField(name, all), all[self] ?? null)).toBe(expected);
      }),
    );
  });

  it('are one half for a node alone', () => {
    for (const value of [null, 3n]) expect(percentile(factorField('FEE', [value]), value)).toBe(WHOLE / 2);
  });
});

describe('the rank', () => {
  it('is the sum of its parts, between nothing and one whole, and nothing without weights', () => {
    fc.assert(
      fc.property(network, weights, fc.nat(), (nodes, given, at) => {
        const { score, parts } = rankOf(fieldsOf(nodes), nodes[at % nodes.length] as RankValues, given);
        const whole = Object.values(given).reduce((sum, weight) => sum + weight, 0);
        const percentiles = percentilesOf(fieldsOf(nodes), nodes[at % nodes.length] as RankValues);
        expect(scoreOf(RANK_FACTORS, percentiles, given)).toBe(score);
        if (whole === 0) return expect(score).toBeNull();
        expect(score).toBe(parts.reduce((sum, { points }) => sum + points, 0));
        const mean = parts.reduce((sum, part) => sum + part.weight * part.percentilePerbill, 0) / whole;
        expect(Math.abs((score as number) - mean)).toBeLessThanOrEqual(parts.length);
        expect(score as number).toBeGreaterThanOrEqual(0);
        expect(score as number).toBeLessThanOrEqual(WHOLE);
      }),
    );
  });

  it('knows nothing but weights and percentiles: twice all weights is the same rank, a weight of 0 leaves out', () => {
    fc.assert(
      fc.property(network, each(fc.nat(5)), factor, small, (nodes, given, name, other) => {
        const [node] = nodes as [RankValues];
        const twice = Object.fromEntries(RANK_FACTORS.map((one) => [one, given[one] * 2])) as Record<
          RankFactor,
          number
        >;
        expect(rankOf(fieldsOf(nodes), node, twice).score).toBe(rankOf(fieldsOf(nodes), node, given).score);
        const without = { ...given, [name]: 0 };
        const changed = nodes.map((one, i) => (i === 0 ? { ...one, [name]: other } : one));
        expect(rankOf(fieldsOf(changed), changed[0] as RankValues, without).score).toBe(
          rankOf(fieldsOf(nodes), node, without).score,
        );
      }),
    );
  });

  it('never falls when a value gets better', () => {
    fc.assert(
      fc.property(network, weights, factor, fc.bigInt({ min: 1n, max: 9n }), (nodes, given, name, step) => {
        const [node] = nodes as [RankValues];
        const raw = node[name];
        fc.pre(raw !== null);
        const better = RANK_RULES[name].better === 'HIGHER' ? (raw as bigint) + step : (raw as bigint) - step;
        const changed = nodes.map((one, i) => (i === 0 ? { ...one, [name]: better } : one));
        const [before, after] = [nodes, changed].map((all) => rankOf(fieldsOf(all), all[0] as RankValues, given).score);
        expect((after ?? 0) >= (before ?? 0)).toBe(true);
      }),
    );
  });

  it('says what would raise it, and it does by just that much', () => {
    fc.assert(
      fc.property(network, weights, (nodes, given) => {
        const [node] = nodes as [RankValues];
        const rank = rankOf(fieldsOf(nodes), node, given);
        const ways = whatWouldRaise(rank);
        expect(ways.map(({ gain }) => gain)).toEqual(ways.map(({ gain }) => gain).sort((a, b) => b - a));
        for (const way of ways) {
          const changed = nodes.map((one, i) => (i === 0 ? { ...one, [way.factor]: way.best } : one));
          const after = rankOf(fieldsOf(changed), changed[0] as RankValues, given);
          // points of one part are floored
          expect(Math.abs((after.score as number) - (rank.score as number) - way.gain)).toBeLessThanOrEqual(1);
          expect(after.parts.find((part) => part.factor === way.factor)?.best).toBeNull();
        }
        // when nothing would raise it, it is at the top of everything that has weight
        if (ways.length === 0)
          for (const part of rank.parts.filter(({ weight, best }) => weight > 0 && best !== null))
            expect(part.gain).toBe(0);
      }),
    );
  });
});
