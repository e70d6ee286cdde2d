import { type WaitingReason, waitingReason } from '@moho/protocol';
import { builder } from '../builder';
import { refuseTooMuch } from '../cost';
import { BATCH_ROWS, type Batch, readLong } from '../database/long-read';
import type { Scope } from '../database/sql';
import { spowerServices } from '../market/spower-service';
import { WaitingReasonEnum } from '../schema/enums';
import { type WaitingRow, waitingFiles } from '../waiting/sql';
import { clock } from './rows';
import { AS_OF } from './type';

interface WaitingExportRow extends WaitingRow {
  ageBlocks: number;
  waitingSinceTime: string | null;
  reason: WaitingReason;
}

const waitingRows = async (scope: Scope, keys: readonly WaitingRow[]): Promise<WaitingExportRow[]> => {
  const { sql, view } = scope;
  const [service] = await sql<{ lastProcessedBlockWorkReports: number | null }[]>`
    select * from (${spowerServices.source(scope)}) t limit 1`;
  const processedBlock = service?.lastProcessedBlockWorkReports ?? null;
  const timeOf = await clock(
    scope,
    keys.map(({ waitingSince }) => waitingSince),
  );
  return keys.map((row) => ({
    ...row,
    ageBlocks: view.height - row.waitingSince,
    waitingSinceTime: timeOf(row.waitingSince),
    reason: waitingReason({ reportedBlock: row.reportedBlock, processedBlock }),
  }));
};

const WaitingRowRef = builder.objectRef<WaitingExportRow>('WaitingRow').implement({
  description: 'One waiting file of an export.',
  fields: (t) => ({
    cid: t.exposeString('id'),
    waitingSince: t.exposeInt('waitingSince'),
    waitingSinceTime: t.expose('waitingSinceTime', { type: 'DateTime', nullable: true }),
    ageBlocks: t.exposeInt('ageBlocks'),
    sizeBytes: t.expose('sizeBytes', { type: 'BigInt' }),
    amount: t.expose('amount', { type: 'BigInt' }),
    tips: t.expose('tips', { type: 'BigInt' }),
    orders: t.exposeInt('orderCount'),
    reason: t.expose('reason', { type: WaitingReasonEnum }),
    reportedBlock: t.exposeInt('reportedBlock', { nullable: true }),
  }),
});

const WaitingBatchRef = builder.objectRef<Batch<WaitingExportRow>>('WaitingRowBatch').implement({
  fields: (t) => ({
    asOf: t.int({ description: AS_OF, resolve: (b) => b.view.height }),
    rows: t.field({
      type: [WaitingRowRef],
      complexity: { field: 1, multiplier: BATCH_ROWS },
      resolve: (b) => b.rows,
    }),
  }),
});

builder.subscriptionField('waitingRows', (t) =>
  t.field({
    type: WaitingBatchRef,
    description: 'all files that wait, the longest waiting first, in batches as of one block',
    args: { at: t.arg.int() },
    subscribe: (_root, { at }, ctx, info) => {
      refuseTooMuch(info, ctx);
      const rows = readLong(ctx, {
        at,
        keys: (scope) => scope.sql`select * from (${waitingFiles.source(scope)}) t order by t.waiting_since, t.id`,
        rows: waitingRows,
      });
      return ctx.exports.open(ctx.client, rows);
    },
    resolve: (batch) => batch,
  }),
);
