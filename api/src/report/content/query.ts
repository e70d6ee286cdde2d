import { builder } from '../../builder';
import { viewAt } from '../../database/view';
import { SlotReportRef } from '../../schema/refs';
import { loadReport } from './load';
import { readReportName } from './name';

builder.queryField('slotReport', (t) =>
  t.field({
    type: SlotReportRef,
    nullable: true,
    description:
      'one report, by its extrinsic ("block-index"; of several in it the first), by its place in it ("block-index-n"), or by machine and slot ("anchor-slot", which also names a missed slot)',
    args: { name: t.arg.string({ required: true }), at: t.arg.int() },
    resolve: async (_root, { name, at }, ctx) => {
      const read = readReportName(name);
      return loadReport(ctx, await viewAt(ctx, at), read);
    },
  }),
);
