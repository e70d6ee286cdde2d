import {
  MAX_REWARDED_GUARANTORS,
  NODE_STANDING_RULES,
  REALISED_WINDOWS,
  ratePerbill,
  type Spread,
} from '@moho/protocol';
import { builder } from '../builder';
import { FigureReceiptRef } from '../receipt/type';
import { AccountRef, CandidateRef, ValidatorRef } from '../schema/refs';
import { loadValidator } from '../validator/load';
import { candidateFigures } from './figures';
import { RankRef } from './rank-type';

export const NodeStandingEnum = builder.enumType('NodeStanding', {
  values: {
    ELECTED: { description: NODE_STANDING_RULES.ELECTED },
    WAITING: { description: NODE_STANDING_RULES.WAITING },
    NO_LIMIT: { description: NODE_STANDING_RULES.NO_LIMIT },
    CHILLED: { description: NODE_STANDING_RULES.CHILLED },
  } as const,
});

const ReturnSpreadRef = builder.objectRef<Spread & { window: number }>('ReturnSpread').implement({
  description:
    'Realised yearly returns of closed eras for a CRU guaranteed, in parts per billion; simple, never compounded.',
  fields: (t) => ({
    window: t.exposeInt('window', { description: 'how many of the newest closed eras were looked at' }),
    eras: t.exposeInt('count', { description: 'in how many of them the node stood and its return is known' }),
    p10Perbill: t.expose('p10', { type: 'BigInt', description: 'nine of ten eras reached it' }),
    medianPerbill: t.expose('median', { type: 'BigInt' }),
    p90Perbill: t.expose('p90', { type: 'BigInt', description: 'one of ten eras went beyond it' }),
  }),
});

CandidateRef.implement({
  description: 'A node as a guarantor looks at it; from a table of all of them that is held in memory for each block.',
  fields: (t) => ({
    id: t.id({ resolve: ({ candidate }) => candidate.stash }),
    stash: t.string({ resolve: ({ candidate }) => candidate.stash }),
    asOf: t.int({ resolve: ({ offer }) => offer.table.height }),
    name: t.string({ nullable: true, resolve: ({ candidate }) => candidate.name }),
    account: t.field({ type: AccountRef, resolve: ({ candidate, view }) => ({ id: candidate.stash, view }) }),
    validator: t.field({
      type: ValidatorRef,
      resolve: ({ candidate, view }, _args, ctx) => loadValidator(ctx, candidate.stash, view),
    }),
    standing: t.field({ type: NodeStandingEnum, resolve: ({ candidate }) => candidate.standing }),
    elected: t.boolean({
      description: 'by the newest snapshot, also when it stands no more',
      resolve: ({ candidate }) => candidate.elected,
    }),
    guaranteeFeePerbill: t.int({ nullable: true, resolve: ({ candidate }) => candidate.guaranteeFeePerbill }),
    stakeLimit: t.field({ type: 'BigInt', nullable: true, resolve: ({ candidate }) => candidate.stakeLimit }),
    ownStake: t.field({ type: 'BigInt', resolve: ({ candidate }) => candidate.ownStake }),
    guaranteedStake: t.field({ type: 'BigInt', resolve: ({ candidate }) => candidate.guaranteedStake }),
    totalStake: t.field({
      type: 'BigInt',
      description: 'own and guaranteed, before the stake limit',
      resolve: ({ candidate }) => candidate.totalStake,
    }),
    effectiveStake: t.field({ type: 'BigInt', resolve: ({ candidate }) => candidate.effectiveStake }),
    headroom: t.field({
      type: 'BigInt',
      description: 'stake limit less total stake; below zero every guarantee is diluted',
      resolve: ({ candidate }) => candidate.headroom,
    }),
    saturationPerbill: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'total stake over stake limit; null without a limit',
      resolve: ({ candidate }) => candidate.saturationPerbill,
    }),
    guarantorCount: t.int({ resolve: ({ candidate }) => candidate.guarantorCount }),
    guarantorCapacity: t.int({ resolve: () => MAX_REWARDED_GUARANTORS }),
    memberCount: t.int({ resolve: ({ candidate }) => candidate.memberCount }),
    realised: t.field({
      type: [ReturnSpreadRef],
      complexity: { field: 1, multiplier: REALISED_WINDOWS.length },
      description: `over the newest ${REALISED_WINDOWS.join(', ')} closed eras; without those in which nothing is known`,
      resolve: ({ candidate }) =>
        candidate.realised.flatMap((spread, i) =>
          spread === null ? [] : [{ ...spread, window: REALISED_WINDOWS[i] as number }],
        ),
    }),
    myIncome: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'what the amount asked with would add to one era’s income, pico-CRU; null without an amount',
      resolve: ({ candidate, offer }) => offer.income(candidate.stash),
    }),
    myReturnPerbill: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'the same as a simple yearly rate of the amount',
      resolve: ({ candidate, offer }) => offer.myReturn(candidate.stash),
    }),
    expectedAuthoring: t.field({
      type: 'BigInt',
      description: 'block rewards of an era it is reckoned with: the mean of those of its newest 28 eras in office',
      resolve: ({ candidate }) => candidate.expectedAuthoring,
    }),
    reportsPerbill: t.int({
      nullable: true,
      description: 'part of the due work reports of 28 days that its machines sent; null when none was due',
      resolve: ({ candidate }) => (candidate.reports === null ? null : ratePerbill(candidate.reports)),
    }),
    reportsDue: t.int({ resolve: ({ candidate }) => candidate.reports?.due ?? 0 }),
    reportsSent: t.int({ resolve: ({ candidate }) => candidate.reports?.reported ?? 0 }),
    unclaimedEras: t.intList({ resolve: ({ candidate }) => candidate.unclaimedEras }),
    waitingSlashCount: t.int({
      description: 'slashes that were reported and are not taken yet',
      resolve: ({ candidate }) => candidate.waitingSlashCount,
    }),
    waitingSlashed: t.field({
      type: 'BigInt',
      description: 'what it will pay of them itself',
      resolve: ({ candidate }) => candidate.waitingSlashed,
    }),
    slashCount: t.int({ description: 'slashes that were taken', resolve: ({ candidate }) => candidate.slashCount }),
    slashed: t.field({ type: 'BigInt', resolve: ({ candidate }) => candidate.slashed }),
    rank: t.field({
      type: RankRef,
      description: 'by the weights asked with',
      resolve: ({ candidate, offer, weights }) => offer.rank(candidate, weights),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 16 },
      description: 'receipts of its figures, by the name of the field',
      resolve: candidateFigures,
    }),
  }),
});
