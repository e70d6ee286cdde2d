import { loadAllBy, loadKeyed, loadOne, loadPageUnder } from '../database/load';
import { guarantorEras, guarantorErasNewest, rewards } from '../era/sql';
import { derivedReceipt, eventSource, figuresOf, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { FigureReceiptRef, ReceiptRef } from '../receipt/type';
import { GuarantorEras, Rewards } from '../schema/connections';
import {
  AccountRef,
  GuaranteeRef,
  GuarantorEraRef,
  GuarantorRef,
  LedgerRef,
  RewardRef,
  ValidatorRef,
} from '../schema/refs';
import { loadValidator } from '../validator/load';
import { ledgers } from '../validator/sql';
import { BondRef, loadBond } from './bond/type';
import { CandidacyChangeRef, loadChangesSince } from './changes';
import { GuarantorForecastRef, loadForecast } from './forecast';
import { incomes, paidByNode, paidInEras } from './income/sql';
import { GuarantorIncomeRef, GuarantorIncomes, PaidByNodeRef, PaidInEraRef } from './income/type';
import { rawGuarantor } from './raw';
import { targets } from './sql';

GuarantorRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the stash' }),
    stash: t.exposeString('id'),
    stashAccount: t.field({ type: AccountRef, resolve: (g) => ({ id: g.id, view: g.view }) }),
    asOf: t.int({ resolve: (g) => g.view.height }),
    isGuarantor: t.exposeBoolean('isGuarantor', { description: 'false: no Staking.Guarantors row at this block' }),
    total: t.expose('total', { type: 'BigInt', nullable: true }),
    submittedIn: t.exposeInt('submittedIn', { nullable: true }),
    suppressed: t.exposeBoolean('suppressed', { nullable: true }),
    controller: t.exposeString('controller', { nullable: true }),
    targets: t.field({
      type: [GuaranteeRef],
      complexity: { field: 2, multiplier: 16 },
      description: 'at most 16, in the chain’s order',
      resolve: (g, _args, ctx) => loadAllBy(ctx, targets, g.view, { column: 'guarantor', type: 'text' }, g.id),
    }),
    ledger: t.field({
      type: LedgerRef,
      nullable: true,
      resolve: (g, _args, ctx) => loadOne(ctx, ledgers, g.view, g.id, 'stash'),
    }),
    eras: t.connection(
      {
        type: GuarantorEraRef,
        description: 'its exposures, newest era first',
        resolve: (g, args, ctx) =>
          loadPageUnder(
            ctx,
            guarantorEras,
            g.view,
            { column: 'guarantor', type: 'text' },
            g.id,
            args,
            guarantorErasNewest,
          ),
      },
      GuarantorEras,
    ),
    rewards: t.connection(
      {
        type: RewardRef,
        description: 'what it was paid, newest first',
        resolve: (g, args, ctx) => loadPageUnder(ctx, rewards, g.view, { column: 'stash', type: 'text' }, g.id, args),
      },
      Rewards,
    ),
    bond: t.field({
      type: BondRef,
      nullable: true,
      description: 'what of its bond is guaranteed, idle, waiting or free; null without a ledger',
      resolve: (g, _args, ctx) => loadBond(ctx, g),
    }),
    incomes: t.connection(
      {
        type: GuarantorIncomeRef,
        description: 'every era and node it stood behind, newest first: what that brought or will bring',
        resolve: (g, args, ctx) =>
          loadPageUnder(ctx, incomes, g.view, { column: 'guarantor', type: 'text' }, g.id, args),
      },
      GuarantorIncomes,
    ),
    paidByNode: t.field({
      type: [PaidByNodeRef],
      complexity: { field: 1, multiplier: 20 },
      description: 'what it was paid as a guarantor, by node, the most first',
      resolve: async (g, _args, ctx) =>
        ((await loadKeyed(ctx, 'paidByNode', g.view, g.id, paidByNode)) ?? []).map((one) => ({ ...one, view: g.view })),
    }),
    paidInEras: t.field({
      type: [PaidInEraRef],
      complexity: { field: 1, multiplier: 84 },
      description: 'what the newest 84 eras that paid it brought, oldest first',
      resolve: async (g, _args, ctx) => (await loadKeyed(ctx, 'paidInEras', g.view, g.id, paidInEras)) ?? [],
    }),
    paidTotal: t.field({
      type: 'BigInt',
      description: 'what it was paid as a guarantor, all nodes and eras added',
      resolve: async (g, _args, ctx) =>
        ((await loadKeyed(ctx, 'paidByNode', g.view, g.id, paidByNode)) ?? []).reduce(
          (sum, { amount }) => sum + BigInt(amount),
          0n,
        ),
    }),
    forecast: t.field({
      type: GuarantorForecastRef,
      nullable: true,
      description: 'what an era would bring, were its snapshot taken now; null before any era has closed',
      resolve: (g, _args, ctx) => loadForecast(ctx, g),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 2 },
      resolve: ({ view }) => {
        const paid = (rule: string) => derivedReceipt(view, rule, { sources: [eventSource('staking.Reward')] });
        return figuresOf({
          paidTotal: paid('The reward payments to this account out of other validators’ rewards, added.'),
          paidByNode: paid('The reward payments to this account out of this node’s rewards, added.'),
        });
      },
    }),
    sinceBlock: t.exposeInt('sinceBlock', { nullable: true }),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (g) =>
        storageReceipt(g.view, items.guarantor(g.id), g.sinceBlock, (ctx) => rawGuarantor(ctx, g.view, g.id)),
    }),
  }),
});

GuaranteeRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    guarantor: t.exposeString('guarantor'),
    guarantorAccount: t.field({ type: AccountRef, resolve: (g) => ({ id: g.guarantor, view: g.view }) }),
    validator: t.exposeString('validator'),
    target: t.field({ type: ValidatorRef, resolve: (g, _args, ctx) => loadValidator(ctx, g.validator, g.view) }),
    position: t.exposeInt('position'),
    value: t.expose('value', { type: 'BigInt' }),
    sinceBlock: t.exposeInt('sinceBlock'),
    changes: t.field({
      type: [CandidacyChangeRef],
      complexity: { field: 1, multiplier: 5 },
      description: 'fee changes of the node, and whether it left the candidates, since this guarantee was last changed',
      resolve: (g, _args, ctx) => loadChangesSince(ctx, g),
    }),
    receipt: t.field({
      type: ReceiptRef,
      description: 'receipt of the guarantor, whose value holds the target',
      resolve: (g) =>
        storageReceipt(g.view, items.guarantor(g.guarantor), g.sinceBlock, (ctx) =>
          rawGuarantor(ctx, g.view, g.guarantor),
        ),
    }),
  }),
});
