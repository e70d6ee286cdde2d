import { WAITING_RULES } from '@moho/protocol';
import { builder } from '../../builder';
import { derivedReceipt, eventSource, figuresOf, mapSource } from '../../receipt/node';
import { FigureReceiptRef } from '../../receipt/type';
import { WaitingReasonEnum } from '../../schema/enums';
import { AccountRef, FileRef } from '../../schema/refs';
import { loadWaiting, type Waiting } from './load';

const FileWaitingRef = builder.objectRef<Waiting>('FileWaiting').implement({
  description: 'Why a file in status WAITING waits.',
  fields: (t) => ({
    reason: t.expose('reason', { type: WaitingReasonEnum }),
    rule: t.string({ description: 'the reason in one sentence', resolve: ({ reason }) => WAITING_RULES[reason] }),
    since: t.int({
      description: 'block since which the file has neither replica nor paid time',
      resolve: ({ row }) => row.since,
    }),
    reports: t.int({
      description: 'accepted work reports since then that say a node stores it',
      resolve: ({ row }) => row.reports,
    }),
    reportedAt: t.int({ nullable: true, description: 'block of the newest', resolve: ({ row }) => row.reportBlock }),
    reportExtrinsicIndex: t.int({ nullable: true, resolve: ({ row }) => row.reportExtrinsicIndex }),
    reportSlot: t.int({ nullable: true, resolve: ({ row }) => row.reportSlot }),
    reportedBy: t.field({
      type: AccountRef,
      nullable: true,
      resolve: ({ row, file }) => (row.reportAccount === null ? null : { id: row.reportAccount, view: file.view }),
    }),
    processedBlock: t.int({
      nullable: true,
      description:
        'Swork.LastProcessedBlockWorkReports: up to here the spower service has applied reports; null before spec 23',
      resolve: ({ service }) => service?.lastProcessedBlockWorkReports ?? null,
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 4 },
      resolve: ({ file, row }) => {
        const reports = derivedReceipt(
          file.view,
          'The accepted work reports that name the file as added, in the call’s own list, since it waits.',
          { sources: [eventSource('swork.WorksReportSuccess')], rowCount: row.reports },
        );
        return figuresOf({
          since: derivedReceipt(file.view, 'The block of the order, or the one that set expired_at to 0 again.', {
            sources: [mapSource('Market.FilesV2')],
          }),
          reports,
          reportedAt: reports,
          processedBlock: derivedReceipt(file.view, 'Swork.LastProcessedBlockWorkReports as of this block.', {
            sources: [mapSource('Swork.LastProcessedBlockWorkReports')],
          }),
        });
      },
    }),
  }),
});

builder.objectFields(FileRef, (t) => ({
  waiting: t.field({
    type: FileWaitingRef,
    nullable: true,
    description: 'why it waits; null in any other status',
    resolve: (f, _args, ctx) => loadWaiting(ctx, f),
  }),
}));
