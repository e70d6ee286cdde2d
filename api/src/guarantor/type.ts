import { loadAllBy, loadOne, loadPageUnder } from '../database/load';
import { guarantorEras, guarantorErasNewest, rewards } from '../era/sql';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { ReceiptRef } from '../receipt/type';
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
