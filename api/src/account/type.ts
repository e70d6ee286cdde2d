import { addressToHex } from '@moho/protocol/base';
import { extrinsics } from '../block/sql';
import { loadOne, loadPageUnder } from '../database/load';
import { rewards } from '../era/sql';
import { groups } from '../group/sql';
import { loadGuarantor } from '../guarantor/load';
import { merchantPayments, merchants, orders, sworkBenefits } from '../market/sql';
import { sworkIdentities } from '../report/sql';
import { Activities, MerchantPayments, Orders, Rewards, Slashes } from '../schema/connections';
import { RoleEnum } from '../schema/enums';
import {
  AccountRef,
  ActivityRef,
  ExtrinsicRef,
  GroupRef,
  GuarantorRef,
  LedgerRef,
  MerchantPaymentRef,
  MerchantRef,
  OrderRef,
  RewardRef,
  SlashRef,
  SubIdentityRef,
  SworkBenefitRef,
  SworkIdentityRef,
  ValidatorRef,
} from '../schema/refs';
import { loadValidator } from '../validator/load';
import { ledgers, slashes } from '../validator/sql';
import { accountOf, loadAccount, loadLinks, rolesOf } from './load';
import { activity, subIdentities } from './sql';

const byAccount = { column: 'account', type: 'text' } as const;
const byStash = { column: 'stash', type: 'text' } as const;

AccountRef.implement({
  description:
    'An account in its roles. Its free balance is not indexed: every fee moves one without an event. Read System.Account(address) from a node.',
  fields: (t) => ({
    id: t.exposeID('id'),
    address: t.exposeString('id'),
    publicKey: t.string({ resolve: (a) => addressToHex(a.id) }),
    asOf: t.int({ resolve: (a) => a.view.height }),
    firstSeenBlock: t.int({
      nullable: true,
      description: 'null: no extrinsic or event has named this account yet',
      resolve: async (a, _args, ctx) => (await loadAccount(ctx, a))?.firstSeenBlock ?? null,
    }),
    identityDisplay: t.string({
      nullable: true,
      resolve: async (a, _args, ctx) => (await loadAccount(ctx, a))?.identityDisplay ?? null,
    }),
    superIdentity: t.field({
      type: SubIdentityRef,
      nullable: true,
      description: 'the identity this account belongs to (Identity.SuperOf)',
      resolve: (a, _args, ctx) => loadOne(ctx, subIdentities, a.view, a.id),
    }),
    roles: t.field({ type: [RoleEnum], resolve: async (a, _args, ctx) => rolesOf(await loadLinks(ctx, a)) }),
    stash: t.string({
      nullable: true,
      description: 'stash this account controls',
      resolve: async (a, _args, ctx) => (await loadLinks(ctx, a)).stash,
    }),
    controller: t.string({
      nullable: true,
      description: 'controller of this stash',
      resolve: async (a, _args, ctx) => (await loadLinks(ctx, a)).controller,
    }),
    owner: t.string({
      nullable: true,
      description: 'owner of the group this account is a member of',
      resolve: async (a, _args, ctx) => (await loadLinks(ctx, a)).owner,
    }),
    ownerAccount: t.field({
      type: AccountRef,
      nullable: true,
      resolve: async (a, _args, ctx) => accountOf((await loadLinks(ctx, a)).owner, a.view),
    }),
    sworkIdentity: t.field({
      type: SworkIdentityRef,
      nullable: true,
      resolve: (a, _args, ctx) => loadOne(ctx, sworkIdentities, a.view, a.id),
    }),
    group: t.field({
      type: GroupRef,
      nullable: true,
      description: 'the group this account owns',
      resolve: (a, _args, ctx) => loadOne(ctx, groups, a.view, a.id),
    }),
    validator: t.field({
      type: ValidatorRef,
      nullable: true,
      description: 'null when the account is no candidate at this block',
      resolve: async (a, _args, ctx) => {
        const validator = await loadValidator(ctx, a.id, a.view);
        return validator.isCandidate ? validator : null;
      },
    }),
    guarantor: t.field({
      type: GuarantorRef,
      nullable: true,
      description: 'null when the account guarantees for nobody at this block',
      resolve: async (a, _args, ctx) => {
        const guarantor = await loadGuarantor(ctx, a.id, a.view);
        return guarantor.isGuarantor ? guarantor : null;
      },
    }),
    ledger: t.field({
      type: LedgerRef,
      nullable: true,
      description: 'the ledger this account controls, or that of this stash',
      resolve: async (a, _args, ctx) =>
        (await loadOne(ctx, ledgers, a.view, a.id)) ?? (await loadOne(ctx, ledgers, a.view, a.id, 'stash')),
    }),
    merchant: t.field({
      type: MerchantRef,
      nullable: true,
      resolve: (a, _args, ctx) => loadOne(ctx, merchants, a.view, a.id),
    }),
    sworkBenefit: t.field({
      type: SworkBenefitRef,
      nullable: true,
      resolve: (a, _args, ctx) => loadOne(ctx, sworkBenefits, a.view, a.id),
    }),
    orders: t.connection(
      { type: OrderRef, resolve: (a, args, ctx) => loadPageUnder(ctx, orders, a.view, byAccount, a.id, args) },
      Orders,
    ),
    rewards: t.connection(
      { type: RewardRef, resolve: (a, args, ctx) => loadPageUnder(ctx, rewards, a.view, byStash, a.id, args) },
      Rewards,
    ),
    merchantPayments: t.connection(
      {
        type: MerchantPaymentRef,
        resolve: (a, args, ctx) => loadPageUnder(ctx, merchantPayments, a.view, byAccount, a.id, args),
      },
      MerchantPayments,
    ),
    slashes: t.connection(
      { type: SlashRef, resolve: (a, args, ctx) => loadPageUnder(ctx, slashes, a.view, byStash, a.id, args) },
      Slashes,
    ),
    activity: t.connection(
      { type: ActivityRef, resolve: (a, args, ctx) => loadPageUnder(ctx, activity, a.view, byAccount, a.id, args) },
      Activities,
    ),
  }),
});

ActivityRef.implement({
  description: 'An account took part in an extrinsic or was named by an event.',
  fields: (t) => ({
    id: t.exposeID('id'),
    account: t.exposeString('account'),
    block: t.exposeInt('block'),
    extrinsicIndex: t.exposeInt('extrinsicIndex', { nullable: true }),
    isSigner: t.exposeBoolean('isSigner'),
    extrinsic: t.field({
      type: ExtrinsicRef,
      nullable: true,
      resolve: (a, _args, ctx) =>
        a.extrinsicIndex === null ? null : loadOne(ctx, extrinsics, a.view, `${a.block}-${a.extrinsicIndex}`),
    }),
  }),
});
