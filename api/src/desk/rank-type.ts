import { RANK_FACTORS, RANK_RULES, type Rank, type RankPart, whatWouldRaise } from '@moho/protocol';
import { builder } from '../builder';

export const RankFactorEnum = builder.enumType('RankFactor', {
  description: 'What a rank is made of; each is a percentile among all who stand for election.',
  values: Object.fromEntries(
    RANK_FACTORS.map((factor) => [factor, { description: RANK_RULES[factor].rule }]),
  ) as Record<(typeof RANK_FACTORS)[number], { description: string }>,
});

const BetterEnum = builder.enumType('RankBetter', { values: ['HIGHER', 'LOWER'] as const });
const UnitEnum = builder.enumType('RankUnit', { values: ['YEARLY_PERBILL', 'PERBILL', 'COUNT'] as const });

const RankPartRef = builder.objectRef<RankPart>('RankPart').implement({
  fields: (t) => ({
    factor: t.expose('factor', { type: RankFactorEnum }),
    rule: t.string({ resolve: ({ factor }) => RANK_RULES[factor].rule }),
    better: t.field({ type: BetterEnum, resolve: ({ factor }) => RANK_RULES[factor].better }),
    unit: t.field({ type: UnitEnum, resolve: ({ factor }) => RANK_RULES[factor].unit }),
    raw: t.expose('raw', {
      type: 'BigInt',
      nullable: true,
      description: 'null: nothing is known, which counts as worst',
    }),
    percentilePerbill: t.exposeInt('percentilePerbill', {
      description: 'of all others the part that is worse, and half of those that are equal',
    }),
    weight: t.exposeInt('weight'),
    points: t.exposeInt('points', { description: 'what it adds to the score, parts per billion' }),
    gain: t.exposeInt('gain', { description: 'what the score would gain by being the best in it' }),
    best: t.expose('best', {
      type: 'BigInt',
      nullable: true,
      description: 'the value to reach for that; null when it is the best already',
    }),
  }),
});

export const RankRef = builder.objectRef<Rank>('Rank').implement({
  description: 'The weighted mean of percentiles, and each part of it.',
  fields: (t) => ({
    score: t.exposeInt('score', { nullable: true, description: 'parts per billion; null when every weight is 0' }),
    parts: t.field({
      type: [RankPartRef],
      complexity: { field: 1, multiplier: RANK_FACTORS.length },
      resolve: ({ parts }) => parts,
    }),
    wouldRaise: t.field({
      type: [RankPartRef],
      complexity: { field: 1, multiplier: RANK_FACTORS.length },
      description: 'the parts that would raise the score, the one that would raise it most first',
      resolve: whatWouldRaise,
    }),
  }),
});
