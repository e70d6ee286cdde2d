import { builder } from '../builder';
import { loadOne, loadPage } from '../database/load';
import { viewAt } from '../database/view';
import { checkRange, readAddress, readHex, readNumber, readOptional } from '../input';
import {
  EnclaveKeys,
  SlotReports,
  SlotSummaries,
  SworkerCodes,
  Sworkers,
  SworkIdentities,
} from '../schema/connections';
import { ReportStatusEnum } from '../schema/enums';
import {
  EnclaveKeyRef,
  SlotReportRef,
  SlotSummaryRef,
  SworkerCodeRef,
  SworkerRef,
  SworkIdentityRef,
} from '../schema/refs';
import {
  enclaveKeys,
  identityConditions,
  slotReportConditions,
  slotReports,
  slotSummaries,
  sworkerCodes,
  sworkers,
  sworkIdentities,
} from './sql';

const SlotReportFilterInput = builder.inputType('SlotReportFilter', {
  fields: (t) => ({
    anchor: t.string(),
    account: t.string({ description: 'the reporting account' }),
    owner: t.string({ description: 'the group owner' }),
    slot: t.int(),
    fromSlot: t.int(),
    toSlot: t.int(),
    status: t.field({ type: ReportStatusEnum }),
  }),
});

builder.queryFields((t) => ({
  sworker: t.field({
    type: SworkerRef,
    nullable: true,
    args: { anchor: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { anchor, at }, ctx) =>
      loadOne(ctx, sworkers, await viewAt(ctx, at), readHex('anchor', anchor)),
  }),
  sworkers: t.connection(
    {
      type: SworkerRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, sworkers, await viewAt(ctx, at), args),
    },
    Sworkers,
  ),
  sworkIdentities: t.connection(
    {
      type: SworkIdentityRef,
      args: { at: t.arg.int(), owner: t.arg.string(), anchor: t.arg.string() },
      resolve: async (_root, { at, owner, anchor, ...args }, ctx) => {
        const filter = {
          owner: readOptional(owner, (text) => readAddress('owner', text)),
          anchor: readOptional(anchor, (text) => readHex('anchor', text)),
        };
        return loadPage(ctx, sworkIdentities, await viewAt(ctx, at), args, {
          where: (scope) => identityConditions(scope, filter),
        });
      },
    },
    SworkIdentities,
  ),
  enclaveKeys: t.connection(
    {
      type: EnclaveKeyRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, enclaveKeys, await viewAt(ctx, at), args),
    },
    EnclaveKeys,
  ),
  sworkerCodes: t.connection(
    {
      type: SworkerCodeRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, sworkerCodes, await viewAt(ctx, at), args),
    },
    SworkerCodes,
  ),
  slotReports: t.connection(
    {
      type: SlotReportRef,
      description: 'newest slot first',
      args: { filter: t.arg({ type: SlotReportFilterInput }), at: t.arg.int() },
      resolve: async (_root, { filter, at, ...args }, ctx) => {
        checkRange(filter, 'fromSlot', 'toSlot');
        const checked = {
          ...filter,
          slot: readNumber('slot', filter?.slot),
          anchor: readOptional(filter?.anchor, (text) => readHex('anchor', text)),
          account: readOptional(filter?.account, (text) => readAddress('account', text)),
          owner: readOptional(filter?.owner, (text) => readAddress('owner', text)),
        };
        return loadPage(ctx, slotReports, await viewAt(ctx, at), args, {
          where: (scope) => slotReportConditions(scope, checked),
        });
      },
    },
    SlotReports,
  ),
  slotSummaries: t.connection(
    {
      type: SlotSummaryRef,
      description: 'judged slots, newest first',
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, slotSummaries, await viewAt(ctx, at), args),
    },
    SlotSummaries,
  ),
}));
