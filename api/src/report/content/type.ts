import { errorAdvice, type FoundReport } from '@moho/protocol';
import { accountOf } from '../../account/load';
import { blocks, extrinsics } from '../../block/sql';
import { builder } from '../../builder';
import { loadOne } from '../../database/load';
import { blockReceipt } from '../../receipt/node';
import { ReceiptRef } from '../../receipt/type';
import { ReportedFiles } from '../../schema/connections';
import { AccountRef, BlockRef, ExtrinsicRef, ReportedFileRef, SlotReportRef } from '../../schema/refs';
import { pageOfFiles } from './files';
import { extrinsicIdOf, loadFound, loadReportOfSlot, loadReportsOf, type Report } from './load';
import { reportName } from './name';

interface Content {
  report: Report;
  found: FoundReport;
}

const ReportContentRef = builder.objectRef<Content>('ReportContent').implement({
  description: 'What the call of a report says, whether it was accepted or not.',
  fields: (t) => ({
    wrappers: t.stringList({
      description:
        'the calls around it, outermost first, such as "utility.batch"; the spower service reads only reports without any',
      resolve: ({ found }) => found.wrappers,
    }),
    readable: t.boolean({
      description: 'false when the index cut an argument because it is too long; then nothing below is told',
      resolve: ({ found }) => found.call !== null,
    }),
    enclaveKey: t.string({ nullable: true, resolve: ({ found }) => found.call?.currPk ?? null }),
    handedOverKey: t.string({
      nullable: true,
      description: 'of an upgrade: the key of the old enclave whose work goes on under the new one',
      resolve: ({ found: { call } }) => (call === null || call.abUpgradePk === '0x' ? null : call.abUpgradePk),
    }),
    slotHash: t.string({ nullable: true, resolve: ({ found }) => found.call?.slotHash ?? null }),
    srdBytes: t.field({ type: 'BigInt', nullable: true, resolve: ({ found }) => found.call?.srdBytes ?? null }),
    filesSizeBytes: t.field({
      type: 'BigInt',
      nullable: true,
      resolve: ({ found }) => found.call?.filesSizeBytes ?? null,
    }),
    srdRoot: t.string({ nullable: true, resolve: ({ found }) => found.call?.srdRoot ?? null }),
    filesRoot: t.string({ nullable: true, resolve: ({ found }) => found.call?.filesRoot ?? null }),
    signature: t.string({ nullable: true, resolve: ({ found }) => found.call?.signature ?? null }),
    receipt: t.field({
      type: ReceiptRef,
      nullable: true,
      description: 'the extrinsic whose bytes carry it',
      resolve: async ({ report }, _args, ctx) => {
        const id = extrinsicIdOf(report);
        const extrinsic = id === null ? null : await loadOne(ctx, extrinsics, report.view, id);
        return extrinsic === null ? null : blockReceipt(report.view, extrinsic.block, extrinsic);
      },
    }),
  }),
});

builder.objectFields(SlotReportRef, (t) => ({
  name: t.string({
    description: 'the shortest text that names this report alone: block-extrinsic, block-extrinsic-n, or anchor-slot',
    resolve: reportName,
  }),
  accountEntity: t.field({ type: AccountRef, nullable: true, resolve: (r) => accountOf(r.account, r.view) }),
  ownerEntity: t.field({ type: AccountRef, nullable: true, resolve: (r) => accountOf(r.owner, r.view) }),
  blockEntity: t.field({
    type: BlockRef,
    nullable: true,
    resolve: (r, _args, ctx) => (r.block === null ? null : loadOne(ctx, blocks, r.view, String(r.block))),
  }),
  content: t.field({
    type: ReportContentRef,
    nullable: true,
    description: 'what the call says; null where no call is known: for a missed slot, or a report of a scheduled call',
    resolve: async (report, _args, ctx) => {
      const found = await loadFound(ctx, report);
      return found === null ? null : { report, found };
    },
  }),
  files: t.connection(
    {
      type: ReportedFileRef,
      description: 'the files it names, added ones first, in the order of the call',
      resolve: (report, args, ctx) => pageOfFiles(ctx, report, args),
    },
    ReportedFiles,
  ),
  errorAdvice: t.string({
    nullable: true,
    description: 'what to do about the error',
    resolve: (r) => (r.error === null ? null : errorAdvice(r.error)),
  }),
  siblings: t.field({
    type: [SlotReportRef],
    complexity: { field: 1, multiplier: 2 },
    description: 'the other reports of the same extrinsic',
    resolve: async (report, _args, ctx) => {
      const id = extrinsicIdOf(report);
      return id === null ? [] : (await loadReportsOf(ctx, report.view, id)).filter((one) => one.id !== report.id);
    },
  }),
  acceptedReport: t.field({
    type: SlotReportRef,
    nullable: true,
    description: 'of a duplicate: the report of the same slot that counts',
    resolve: async ({ status, anchor, slot, view }, _args, ctx) => {
      if (status !== 'DUPLICATE' || anchor === null) return null;
      const counted = await loadReportOfSlot(ctx, view, anchor, slot);
      return counted?.status === 'REPORTED' ? counted : null;
    },
  }),
}));

builder.objectFields(ExtrinsicRef, (t) => ({
  errorAdvice: t.string({
    nullable: true,
    description: 'what to do about the error, where that is known',
    resolve: (x) => (x.error === null ? null : errorAdvice(x.error)),
  }),
  reports: t.field({
    type: [SlotReportRef],
    complexity: { field: 1, multiplier: 2 },
    description: 'the work reports it carried, accepted ones first',
    resolve: (x, _args, ctx) => loadReportsOf(ctx, x.view, x.id),
  }),
}));
