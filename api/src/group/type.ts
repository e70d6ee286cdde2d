import { judgedSlot } from '@moho/protocol';
import type { Context } from '../context';
import { loadKeyed, loadOne, loadPageUnder } from '../database/load';
import type { Seen } from '../database/view';
import { merchants } from '../market/sql';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { FigureReceiptRef, ReceiptRef } from '../receipt/type';
import { slotReports, sworkers, sworkIdentities } from '../report/sql';
import { GroupMembers, SlotReports } from '../schema/connections';
import {
  AccountRef,
  GroupMemberRef,
  GroupRef,
  MerchantRef,
  SlotReportRef,
  SworkerRef,
  SworkIdentityRef,
  ValidatorRef,
} from '../schema/refs';
import { loadValidator } from '../validator/load';
import { stakeLimits } from '../validator/sql';
import { groupFigures } from './figures';
import { GroupMachineRef, machinesOf } from './machines';
import { rawGroup } from './raw';
import { type GroupRow, type GroupSums, groupMembers, groupSums } from './sql';

const byOwner = { column: 'owner', type: 'text' } as const;

const NO_SUMS: GroupSums = { spower: '0', free: '0', reportedFilesSizeBytes: '0', punishedCount: 0 };

const loadSums = async (ctx: Context, { id, view }: Seen<GroupRow>): Promise<GroupSums> =>
  (await loadKeyed(ctx, 'groupSums', view, id, (scope, owners) =>
    groupSums(scope, owners, judgedSlot(view.height, ctx.profile)),
  )) ?? NO_SUMS;

GroupRef.implement({
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the owner' }),
    owner: t.exposeString('id'),
    ownerAccount: t.field({ type: AccountRef, resolve: (g) => ({ id: g.id, view: g.view }) }),
    memberCount: t.exposeInt('memberCount'),
    allowlist: t.exposeStringList('allowlist'),
    members: t.connection(
      {
        type: GroupMemberRef,
        resolve: (g, args, ctx) => loadPageUnder(ctx, groupMembers, g.view, byOwner, g.id, args),
      },
      GroupMembers,
    ),
    machines: t.field({
      type: [GroupMachineRef],
      complexity: { field: 5, multiplier: 100 },
      description: 'every member at once, for programs that watch it',
      resolve: async (g, _args, ctx) =>
        ((await loadKeyed(ctx, 'groupMachines', g.view, g.id, machinesOf)) ?? []).map((m) => ({ ...m, view: g.view })),
    }),
    spower: t.field({
      type: 'BigInt',
      description: 'sum over the members’ last reports, punished members included',
      resolve: async (g, _args, ctx) => (await loadSums(ctx, g)).spower,
    }),
    free: t.field({ type: 'BigInt', resolve: async (g, _args, ctx) => (await loadSums(ctx, g)).free }),
    reportedFilesSizeBytes: t.field({
      type: 'BigInt',
      resolve: async (g, _args, ctx) => (await loadSums(ctx, g)).reportedFilesSizeBytes,
    }),
    punishedCount: t.int({ resolve: async (g, _args, ctx) => (await loadSums(ctx, g)).punishedCount }),
    stakeLimit: t.field({
      type: 'BigInt',
      nullable: true,
      resolve: async (g, _args, ctx) => (await loadOne(ctx, stakeLimits, g.view, g.id))?.limit ?? null,
    }),
    validator: t.field({
      type: ValidatorRef,
      nullable: true,
      description: 'null when the owner is no candidate at this block',
      resolve: async (g, _args, ctx) => {
        const validator = await loadValidator(ctx, g.id, g.view);
        return validator.isCandidate ? validator : null;
      },
    }),
    merchant: t.field({
      type: MerchantRef,
      nullable: true,
      resolve: (g, _args, ctx) => loadOne(ctx, merchants, g.view, g.id),
    }),
    slotReports: t.connection(
      {
        type: SlotReportRef,
        resolve: (g, args, ctx) => loadPageUnder(ctx, slotReports, g.view, byOwner, g.id, args),
      },
      SlotReports,
    ),
    sinceBlock: t.exposeInt('sinceBlock'),
    receipt: t.field({
      type: ReceiptRef,
      resolve: (g) => storageReceipt(g.view, items.group(g.id), g.sinceBlock, (ctx) => rawGroup(ctx, g.view, g.id)),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 6 },
      description: 'receipts of its figures, by the name of the field',
      resolve: async (g, _args, ctx) => groupFigures(g, await loadOne(ctx, stakeLimits, g.view, g.id)),
    }),
  }),
});

GroupMemberRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    owner: t.exposeString('owner'),
    member: t.exposeString('member'),
    memberAccount: t.field({ type: AccountRef, resolve: (m) => ({ id: m.member, view: m.view }) }),
    identity: t.field({
      type: SworkIdentityRef,
      nullable: true,
      resolve: (m, _args, ctx) => loadOne(ctx, sworkIdentities, m.view, m.member),
    }),
    sworker: t.field({
      type: SworkerRef,
      nullable: true,
      resolve: async (m, _args, ctx) => {
        const identity = await loadOne(ctx, sworkIdentities, m.view, m.member);
        return identity === null ? null : loadOne(ctx, sworkers, m.view, identity.anchor);
      },
    }),
  }),
});
