import { blake2b256, bytesToHex, type ClaimPart, claimCall, hexToBytes } from '@moho/protocol';
import { builder } from '../builder';
import type { View } from '../database/view';
import { FigureReceiptRef } from '../receipt/type';
import { counted } from '../schema/connections';
import { AccountRef } from '../schema/refs';
import { outstandingFigures } from './figures';
import { loadClaim, loadPart, type OutstandingEra, specOf } from './load';

export const PartStateEnum = builder.enumType('ClaimPartState', {
  values: {
    PAID: { description: 'by the claim' },
    CLIPPED: { description: 'not among the 64 largest guarantors: gets nothing' },
    UNBONDED: { description: 'not bonded any more: its part goes to nobody' },
  } as const,
});

const ClaimPartRef = builder.objectRef<ClaimPart<string> & { view: View }>('ClaimPart').implement({
  description: 'What a claim pays to one guarantor.',
  fields: (t) => ({
    guarantor: t.exposeString('who'),
    account: t.field({ type: AccountRef, resolve: ({ who, view }) => ({ id: who, view }) }),
    value: t.expose('value', { type: 'BigInt', description: 'effective stake' }),
    amount: t.expose('amount', { type: 'BigInt' }),
    state: t.field({ type: PartStateEnum, resolve: ({ state }) => state }),
  }),
});

const ClaimCallRef = builder
  .objectRef<{ callData: string; palletIndex: number; callIndex: number; specVersion: number }>('ClaimCall')
  .implement({
    description: 'The call staking.reward_stakers as bytes for one runtime. Anyone may sign it; Moho signs nothing.',
    fields: (t) => ({
      callData: t.exposeString('callData', { description: 'SCALE bytes in hex, without signature' }),
      callHash: t.string({
        description: 'blake2-256 of the call data, which wallets and multisig show to compare',
        resolve: ({ callData }) => bytesToHex(blake2b256(hexToBytes(callData as `0x${string}`))),
      }),
      palletIndex: t.exposeInt('palletIndex'),
      callIndex: t.exposeInt('callIndex'),
      specVersion: t.exposeInt('specVersion'),
    }),
  });

/** An outstanding era, asked for with an account in mind or without one. */
export interface OutstandingNode extends OutstandingEra {
  account: string | null;
}

export const OutstandingEraRef = builder.objectRef<OutstandingNode>('OutstandingEra').implement({
  description: 'A closed era of a validator that nobody claimed yet: what a claim made now would pay, and to whom.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'era-stash' }),
    era: t.exposeInt('era'),
    stash: t.exposeString('stash'),
    stashAccount: t.field({ type: AccountRef, resolve: ({ stash, view }) => ({ id: stash, view }) }),
    erasLeft: t.exposeInt('erasLeft', {
      description: 'eras that may still be planned before a claim is refused; 0: this is the last one',
    }),
    lostTime: t.expose('lostTime', {
      type: 'DateTime',
      nullable: true,
      description: 'when claims begin to be refused, at the chain’s usual pace',
    }),
    guaranteeFeePerbill: t.exposeInt('guaranteeFeePerbill', { nullable: true }),
    authoring: t.field({ type: 'BigInt', resolve: ({ authoringPayout }) => authoringPayout ?? '0' }),
    staking: t.expose('staking', { type: 'BigInt' }),
    total: t.expose('total', {
      type: 'BigInt',
      description: 'authoring and staking reward; the parts of those no longer bonded go to nobody',
    }),
    validatorAmount: t.field({
      type: 'BigInt',
      description: 'to the validator itself',
      resolve: async (row, _args, ctx) => (await loadClaim(ctx, row)).validator,
    }),
    accountAmount: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'to the account the list is filtered by; null without one',
      resolve: (row, _args, ctx) => (row.account === null ? null : loadPart(ctx, row, row.account)),
    }),
    guarantorCount: t.int({ resolve: async (row, _args, ctx) => (await loadClaim(ctx, row)).parts.length }),
    parts: t.field({
      type: [ClaimPartRef],
      complexity: { field: 1, multiplier: 20 },
      description: 'everybody behind the validator in that era, in the chain’s order, also who gets nothing',
      resolve: async (row, _args, ctx) =>
        (await loadClaim(ctx, row)).parts.map((part) => ({ ...part, view: row.view })),
    }),
    call: t.field({
      type: ClaimCallRef,
      resolve: async ({ view, stash, era }, _args, ctx) => {
        const specVersion = await specOf(ctx, view);
        return { ...claimCall(specVersion, stash, era), specVersion };
      },
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 7 },
      resolve: outstandingFigures,
    }),
  }),
});

export const OutstandingEras = counted('OutstandingEra', OutstandingEraRef);
