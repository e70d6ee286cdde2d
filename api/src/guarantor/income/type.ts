import { builder } from '../../builder';
import { loadOne } from '../../database/load';
import type { Seen, View } from '../../database/view';
import { lastBlockOfEra } from '../../era/raw';
import { eras } from '../../era/sql';
import { derivedReceipt, eventSource, figuresOf, mapSource } from '../../receipt/node';
import { items } from '../../receipt/storage-key';
import { FigureReceiptRef } from '../../receipt/type';
import { counted } from '../../schema/connections';
import { AccountRef } from '../../schema/refs';
import type { IncomeRow, PaidByNode } from './sql';
import { incomeOf } from './told';

export const ClaimStateEnum = builder.enumType('ClaimState', {
  values: {
    OPEN: { description: 'the era has not closed' },
    CLAIMED: { description: 'somebody claimed it' },
    OUTSTANDING: { description: 'anyone can still claim it' },
    LOST: { description: 'nobody claimed it within 84 eras' },
    UNCLAIMABLE: { description: 'the node is not bonded any more, so that a claim is refused' },
  } as const,
});

const SOURCES = [
  'Staking.ErasStakersClipped',
  'Staking.ErasStakingPayout',
  'Staking.ErasTotalStakes',
  'Staking.ErasAuthoringPayout',
  'Staking.ErasValidatorPrefs',
].map(mapSource);

export const GuarantorIncomeRef = builder.objectRef<Seen<IncomeRow>>('GuarantorIncome').implement({
  description: 'What one era brought a guarantor on one node, or will bring when somebody claims it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'era-stash-guarantor' }),
    era: t.exposeInt('era'),
    stash: t.exposeString('stash', { description: 'the node' }),
    stashAccount: t.field({ type: AccountRef, resolve: ({ stash, view }) => ({ id: stash, view }) }),
    nominal: t.expose('nominal', { type: 'BigInt', nullable: true, description: 'the guarantee at the snapshot' }),
    value: t.expose('value', { type: 'BigInt', description: 'effective stake' }),
    clipped: t.exposeBoolean('clipped', { description: 'not among the 64 largest: unpaid' }),
    guaranteeFeePerbill: t.exposeInt('guaranteeFeePerbill', { nullable: true }),
    state: t.field({ type: ClaimStateEnum, resolve: (row, _args, ctx) => incomeOf(row, ctx.profile).state }),
    amount: t.field({
      type: 'BigInt',
      nullable: true,
      description:
        'paid, to be claimed, or lost; null until the era has closed, and where a claim’s payment was not seen',
      resolve: (row, _args, ctx) => incomeOf(row, ctx.profile).amount,
    }),
    erasLeft: t.int({
      nullable: true,
      description: 'eras that may still be planned before a claim is refused; null where nothing is outstanding',
      resolve: (row, _args, ctx) => incomeOf(row, ctx.profile).erasLeft,
    }),
    yearlyPerbill: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'the amount as a simple yearly rate of the guarantee, parts per billion',
      resolve: (row, _args, ctx) => incomeOf(row, ctx.profile).yearlyPerbill,
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 5 },
      resolve: async (row, _args, ctx) => {
        const { view } = row;
        const block = lastBlockOfEra(await loadOne(ctx, eras, view, String(row.era)), view);
        const exposure = (rule: string) =>
          derivedReceipt(view, rule, { item: items.exposure(row.era, row.stash), block, sources: SOURCES.slice(0, 1) });
        const counted = (rule: string) =>
          derivedReceipt(view, rule, { sources: [...SOURCES, eventSource('staking.Reward')], block });
        return figuresOf({
          amount: counted('The payment of the claim that was seen; without one what reward_stakers pays by its rules.'),
          yearlyPerbill: counted(
            'The amount times the eras of a year, by the guarantee at the snapshot. Nothing is compounded.',
          ),
          value: exposure('The guarantor’s entry in the exposure.'),
          nominal: exposure('The guarantee when the snapshot was taken; the exposure keeps its effective part.'),
          erasLeft: derivedReceipt(view, 'The era’s number and 84, minus CurrentEra.', { item: items.currentEra() }),
        });
      },
    }),
  }),
});

export const GuarantorIncomes = counted('GuarantorIncome', GuarantorIncomeRef);

export const PaidByNodeRef = builder.objectRef<PaidByNode & { view: View }>('PaidByNode').implement({
  description: 'What a guarantor was paid out of one node’s rewards.',
  fields: (t) => ({
    stash: t.exposeString('validator'),
    account: t.field({ type: AccountRef, resolve: ({ validator, view }) => ({ id: validator, view }) }),
    eras: t.exposeInt('eras'),
    lastEra: t.exposeInt('lastEra'),
    amount: t.expose('amount', { type: 'BigInt' }),
  }),
});

export const PaidInEraRef = builder.objectRef<{ era: number; amount: string }>('PaidInEra').implement({
  fields: (t) => ({ era: t.exposeInt('era'), amount: t.expose('amount', { type: 'BigInt' }) }),
});
