import { MAX_REWARDED_GUARANTORS } from '@moho/protocol';
import { loadKeyed, loadOne, loadPageUnder } from '../database/load';
import { lastValidatorEras, rewards, validatorEras, validatorErasNewest } from '../era/sql';
import { groups } from '../group/sql';
import { CandidacyChangeRef, loadChanges } from '../guarantor/changes';
import { guarantees, guaranteesByValue } from '../guarantor/sql';
import { readChunks } from '../market/load';
import { UnlockingRef } from '../market/type';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { FigureReceiptRef, ProvenanceRef, ReceiptRef } from '../receipt/type';
import { Guarantees, Rewards, Slashes, ValidatorEras } from '../schema/connections';
import {
  AccountRef,
  BondedRef,
  GroupRef,
  GuaranteeRef,
  LedgerRef,
  RewardRef,
  SlashRef,
  StakeLimitRef,
  ValidatorEraRef,
  ValidatorRef,
} from '../schema/refs';
import { validatorFigures } from './figures';
import { encodeBonded } from './raw';
import { candidateReceipt, ledgerReceipt, stakeLimitReceipt } from './receipts';
import { ledgers, slashes, stakeLimits, unclaimedEras } from './sql';

const MOST_CHANGES = 50;
const byStash = { column: 'stash', type: 'text' } as const;
const byValidator = { column: 'validator', type: 'text' } as const;

ValidatorRef.implement({
  description: 'A stash that stands, stood or might stand for election; the owner of a group of reporting machines.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the stash' }),
    stash: t.exposeString('id'),
    stashAccount: t.field({ type: AccountRef, resolve: (v) => ({ id: v.id, view: v.view }) }),
    asOf: t.int({ resolve: (v) => v.view.height }),
    isCandidate: t.exposeBoolean('isCandidate', {
      description: 'false: no Staking.Validators row at this block (chilled, or never a candidate)',
    }),
    guaranteeFeePerbill: t.exposeInt('guaranteeFeePerbill', {
      nullable: true,
      description: 'part of the whole reward that is shared by stake; the opposite of a commission',
    }),
    controller: t.exposeString('controller', { nullable: true }),
    stakeLimit: t.expose('stakeLimit', { type: 'BigInt', nullable: true }),
    ownStake: t.expose('ownStake', { type: 'BigInt' }),
    guaranteedStake: t.expose('guaranteedStake', { type: 'BigInt' }),
    totalStake: t.expose('totalStake', { type: 'BigInt', description: 'own + guaranteed, before the stake limit' }),
    effectiveStake: t.expose('effectiveStake', {
      type: 'BigInt',
      description: 'what the next election counts, before rounding: the smaller of totalStake and stakeLimit',
    }),
    guarantorCount: t.exposeInt('guarantorCount'),
    guarantorCapacity: t.int({
      description: 'at most so many guarantors are rewarded',
      resolve: () => MAX_REWARDED_GUARANTORS,
    }),
    memberCount: t.exposeInt('memberCount', { description: 'members of the stash’s group' }),
    electedLastEra: t.exposeBoolean('electedLastEra', { description: 'elected in the newest snapshot' }),
    lastEra: t.field({
      type: ValidatorEraRef,
      nullable: true,
      description: 'its newest exposure',
      resolve: async (v, _args, ctx) => {
        const era = await loadKeyed(ctx, 'lastValidatorEra', v.view, v.id, lastValidatorEras);
        return era === null ? null : { ...era, view: v.view };
      },
    }),
    eras: t.connection(
      {
        type: ValidatorEraRef,
        description: 'newest first',
        resolve: (v, args, ctx) => loadPageUnder(ctx, validatorEras, v.view, byStash, v.id, args, validatorErasNewest),
      },
      ValidatorEras,
    ),
    guarantees: t.connection(
      {
        type: GuaranteeRef,
        description: 'biggest first',
        resolve: (v, args, ctx) => loadPageUnder(ctx, guarantees, v.view, byValidator, v.id, args, guaranteesByValue),
      },
      Guarantees,
    ),
    group: t.field({
      type: GroupRef,
      nullable: true,
      resolve: (v, _args, ctx) => loadOne(ctx, groups, v.view, v.id),
    }),
    ledger: t.field({
      type: LedgerRef,
      nullable: true,
      resolve: (v, _args, ctx) => loadOne(ctx, ledgers, v.view, v.id, 'stash'),
    }),
    unclaimedEras: t.intList({
      description: 'closed eras with an exposure that the ledger does not list as claimed and the chain has not pruned',
      resolve: async (v, _args, ctx) => (await loadKeyed(ctx, 'unclaimedEras', v.view, v.id, unclaimedEras)) ?? [],
    }),
    changes: t.field({
      type: [CandidacyChangeRef],
      complexity: { field: 1, multiplier: 50 },
      description: `when it became a candidate, left, or changed its fee; newest first, at most ${MOST_CHANGES}`,
      resolve: async (v, _args, ctx) =>
        (await loadChanges(ctx, v.id, v.view))
          .toReversed()
          .slice(0, MOST_CHANGES)
          .map((change) => ({ ...change, stash: v.id, view: v.view })),
    }),
    slashes: t.connection(
      { type: SlashRef, resolve: (v, args, ctx) => loadPageUnder(ctx, slashes, v.view, byStash, v.id, args) },
      Slashes,
    ),
    rewards: t.connection(
      {
        type: RewardRef,
        description: 'payments out of this validator’s rewards, to itself and its guarantors; newest first',
        resolve: (v, args, ctx) => loadPageUnder(ctx, rewards, v.view, byValidator, v.id, args),
      },
      Rewards,
    ),
    sinceBlock: t.exposeInt('sinceBlock', { nullable: true }),
    receipt: t.field({ type: ReceiptRef, resolve: candidateReceipt }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 12 },
      description: 'receipts of its figures, by the name of the field',
      resolve: (v, _args, ctx) => validatorFigures(ctx, v),
    }),
    stakeLimitReceipt: t.field({
      type: ReceiptRef,
      resolve: async (v, _args, ctx) => {
        const limit = await loadOne(ctx, stakeLimits, v.view, v.id);
        return stakeLimitReceipt(v.view, v.id, limit);
      },
    }),
  }),
});

BondedRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the stash' }),
    stash: t.exposeString('id'),
    controller: t.exposeString('controller'),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (b) => storageReceipt(b.view, items.bonded(b.id), b.sinceBlock, () => encodeBonded(b.controller)),
    }),
  }),
});

LedgerRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the controller' }),
    controller: t.exposeString('id'),
    stash: t.exposeString('stash'),
    total: t.expose('total', { type: 'BigInt' }),
    active: t.expose('active', { type: 'BigInt' }),
    unlocking: t.field({ type: [UnlockingRef], resolve: (l) => readChunks(l.unlocking) }),
    claimedRewards: t.exposeIntList('claimedRewards'),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({ type: ReceiptRef, resolve: ledgerReceipt }),
  }),
});

StakeLimitRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the stash' }),
    stash: t.exposeString('id'),
    limit: t.expose('limit', { type: 'BigInt' }),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (l) => stakeLimitReceipt(l.view, l.id, l),
    }),
  }),
});

SlashRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    stash: t.exposeString('stash'),
    amount: t.expose('amount', { type: 'BigInt' }),
    block: t.exposeInt('block'),
    eventIndex: t.exposeInt('eventIndex'),
    time: t.expose('time', { type: 'DateTime' }),
    provenance: t.field({ type: ProvenanceRef, resolve: (s) => s }),
  }),
});
