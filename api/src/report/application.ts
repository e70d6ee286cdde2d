import { type ReportApplication, reportApplication, serviceLagBlocks } from '@moho/protocol';
import { blocks } from '../block/sql';
import { builder } from '../builder';
import type { Context } from '../context';
import { loadOne } from '../database/load';
import { loadService } from '../market/spower-service';
import { SlotReportRef } from '../schema/refs';
import type { Report } from './content/load';

const SENTENCES: Record<ReportApplication, string> = {
  AT_ONCE: 'The chain changed the replicas in the same block, as it did up to spec 22.',
  NO_FILES: 'The report names no file, so no replica changes.',
  APPLIED: 'Applied: the spower service has got past this report’s block.',
  WAITING: 'Not yet applied: the spower service has not got to this report’s block.',
  PASSED_OVER:
    'The spower service has got past this report’s block, but reads only reports that stand alone in their extrinsic: this one sat inside another call, so its files may never be counted.',
  NOT_ACCEPTED: 'The report came to nothing, so none of its files is applied.',
};

const ReportApplicationEnum = builder.enumType('ReportApplicationState', {
  values: Object.fromEntries(Object.entries(SENTENCES).map(([name, description]) => [name, { description }])) as Record<
    ReportApplication,
    { description: string }
  >,
});

interface Application {
  state: ReportApplication;
  lastProcessedBlock: number | null;
  lagBlocks: number | null;
}

const applicationOf = async (ctx: Context, report: Report): Promise<Application | null> => {
  if (report.block === null) return null;
  const [block, service] = await Promise.all([
    loadOne(ctx, blocks, report.view, String(report.block)),
    loadService(ctx, report.view),
  ]);
  if (block === null) return null;
  const lastProcessedBlock = service?.lastProcessedBlockWorkReports ?? null;
  const state = reportApplication({
    accepted: report.status === 'REPORTED',
    spec: block.specVersion,
    block: report.block,
    changedFiles: (report.addedCount ?? 0) + (report.deletedCount ?? 0),
    wrapped: report.wrapped,
    lastProcessedBlock,
  });
  return { state, lastProcessedBlock, lagBlocks: serviceLagBlocks(report.view.height, lastProcessedBlock) };
};

const ApplicationRef = builder.objectRef<Application>('ReportApplication').implement({
  description: 'Whether the files of a report have become replicas.',
  fields: (t) => ({
    state: t.expose('state', { type: ReportApplicationEnum }),
    sentence: t.string({ resolve: ({ state }) => SENTENCES[state] }),
    lastProcessedBlock: t.exposeInt('lastProcessedBlock', {
      nullable: true,
      description: 'Swork.LastProcessedBlockWorkReports: reports up to this block are applied',
    }),
    lagBlocks: t.exposeInt('lagBlocks', { nullable: true, description: 'blocks the service is behind' }),
  }),
});

builder.objectField(SlotReportRef, 'application', (t) =>
  t.field({
    type: ApplicationRef,
    nullable: true,
    description: 'null for a slot without a report',
    resolve: (report, _args, ctx) => applicationOf(ctx, report),
  }),
);
