import { type FilesTransition, filesTransition, type Recovery, recovery, recoveryBody } from '@moho/protocol';
import { builder } from '../builder';
import type { Context } from '../context';
import { storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { ReceiptRef } from '../receipt/type';
import { SlotReportRef } from '../schema/refs';
import { loadAcceptedBefore, loadCall, loadWorkBefore, type Report } from './content/load';
import type { WorkBeforeRow } from './content/sql';

const RULES = ['ROOT', 'SIZE', 'FIRST'] as const satisfies readonly FilesTransition['rule'][];
const TransitionRuleEnum = builder.enumType('FilesTransitionRule', {
  values: {
    ROOT: { description: 'No file changed, so the root of the files must repeat.' },
    SIZE: { description: 'Size before plus added minus deleted must be the size reported.' },
    FIRST: { description: 'The chain had no report of this machine yet, so anything goes.' },
  } satisfies Record<(typeof RULES)[number], { description: string }>,
});

interface Transition {
  report: Report;
  before: WorkBeforeRow | null;
  now: FilesTransition;
}

const reportedBefore = (before: WorkBeforeRow | null) =>
  before === null ? null : { filesSizeBytes: BigInt(before.filesSizeBytes), filesRoot: before.filesRoot };

/** How the files of a report follow on those before it. An upgrade hands over another enclave's work: no such step. */
const transitionOf = async (ctx: Context, report: Report): Promise<Transition | null> => {
  const [call, before] = await Promise.all([loadCall(ctx, report), loadWorkBefore(ctx, report)]);
  if (call === null || call.abUpgradePk !== '0x') return null;
  return { report, before, now: filesTransition(reportedBefore(before), call) };
};

const TransitionRef = builder.objectRef<Transition>('FilesTransition').implement({
  description: 'How the files of a report follow on what the chain held of the machine when it came.',
  fields: (t) => ({
    legal: t.boolean({ resolve: ({ now }) => now.legal }),
    rule: t.field({ type: TransitionRuleEnum, resolve: ({ now }) => now.rule }),
    beforeBytes: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'files size the chain held',
      resolve: ({ before }) => before?.filesSizeBytes ?? null,
    }),
    beforeRoot: t.string({ nullable: true, resolve: ({ before }) => before?.filesRoot ?? null }),
    quitEvent: t.id({
      nullable: true,
      description:
        'earlier in this block the account quit its group: from spec 13 on the machine began anew, without files',
      resolve: ({ before }) => before?.quit ?? null,
    }),
    addedBytes: t.field({ type: 'BigInt', resolve: ({ now }) => now.addedBytes }),
    deletedBytes: t.field({ type: 'BigInt', resolve: ({ now }) => now.deletedBytes }),
    expectedBytes: t.field({
      type: 'BigInt',
      nullable: true,
      description: 'files size the report had to name; null when only the root counts',
      resolve: ({ now }) => now.expectedBytes,
    }),
    receipt: t.field({
      type: ReceiptRef,
      nullable: true,
      description: 'Swork.WorkReports of the machine in the block before the report',
      resolve: ({ report: { anchor, block, view } }) =>
        anchor === null || block === null || block <= 1
          ? null
          : storageReceipt(view, items.workReport(anchor), null, null, block - 1),
    }),
  }),
});

interface RecoveryNode extends Recovery {
  last: Report;
  before: WorkBeforeRow | null;
}

const ILLEGAL = /\.IllegalFilesTransition$/i;

const recoveryOf = async (ctx: Context, report: Report): Promise<RecoveryNode | null> => {
  if (report.error === null || !ILLEGAL.test(report.error)) return null;
  const [call, before, last] = await Promise.all([
    loadCall(ctx, report),
    loadWorkBefore(ctx, report),
    loadAcceptedBefore(ctx, report),
  ]);
  const lastCall = last === null ? null : await loadCall(ctx, last);
  if (call === null || last === null || lastCall === null) return null;
  return { ...recovery(reportedBefore(before), call, lastCall), last, before };
};

const RecoveryRef = builder.objectRef<RecoveryNode>('ReportRecovery').implement({
  description: 'What to tell an enclave whose report was refused because its files do not add up.',
  fields: (t) => ({
    lastReport: t.field({
      type: SlotReportRef,
      description: 'the last report the chain accepted',
      resolve: (r) => r.last,
    }),
    srdBytes: t.field({ type: 'BigInt', nullable: true, resolve: ({ before }) => before?.free ?? null }),
    filesSizeBytes: t.field({
      type: 'BigInt',
      nullable: true,
      resolve: ({ before }) => before?.filesSizeBytes ?? null,
    }),
    srdRoot: t.string({ nullable: true, resolve: ({ before }) => before?.srdRoot ?? null }),
    filesRoot: t.string({
      nullable: true,
      description: 'with the three above: what the chain held of the machine when it refused the report',
      resolve: ({ before }) => before?.filesRoot ?? null,
    }),
    addedCount: t.int({ resolve: ({ addedCids }) => addedCids.length }),
    deletedCount: t.int({ resolve: ({ deletedCids }) => deletedCids.length }),
    repeated: t.exposeInt('repeated', { description: 'files the refused report names that the last one had named' }),
    explains: t.exposeBoolean('explains', {
      description: 'without the repeated files the refused report would have added up',
    }),
    body: t.string({
      description: 'JSON to send to POST /api/v0/file/recover_illegal of the machine’s sWorker',
      resolve: recoveryBody,
    }),
  }),
});

builder.objectFields(SlotReportRef, (t) => ({
  transition: t.field({
    type: TransitionRef,
    nullable: true,
    description: 'null where the call is not known whole, and for an upgrade to another enclave',
    resolve: (report, _args, ctx) => transitionOf(ctx, report),
  }),
  recovery: t.field({
    type: RecoveryRef,
    nullable: true,
    description: 'for a report refused with IllegalFilesTransition, where an accepted one came before it',
    resolve: (report, _args, ctx) => recoveryOf(ctx, report),
  }),
}));
