import { builder } from '../builder';
import type { Context } from '../context';
import { refuseTooMuch } from '../cost';
import { BATCH_ROWS, type Batch, readLong } from '../database/long-read';
import { allOf } from '../database/sql';
import { viewAt } from '../database/view';
import { fileFacts } from '../file/sql';
import { type Basis, loadBasis, ratesOf, type Told, tell } from '../settle/load';
import { outcomeCondition, type SettlementRow, settlements } from '../settle/sql';
import { callOf, SettlementOutcomeEnum } from '../settle/type';
import { AS_OF } from './type';

interface SettlementExportRow {
  row: SettlementRow;
  told: Told;
  overdueBlocks: number;
}

/** Every expired file of a view, best paid first; the view is a numbered block, so that prices and files are of one moment. */
const settlementRows = (ctx: Context, height: number, basis: Basis, renews: boolean | null) =>
  readLong(ctx, {
    at: height,
    keys: (scope) => {
      const { sql } = scope;
      const { source } = settlements(ratesOf(ctx, basis));
      return sql`select * from (${source(scope)}) t where ${allOf(sql, outcomeCondition(scope, renews))}
        order by t.net desc, t.id desc`;
    },
    rows: async (scope, keys: SettlementRow[]): Promise<SettlementExportRow[]> => {
      const facts = await fileFacts(
        scope,
        keys.map(({ id }) => id),
      );
      return keys.map((row) => ({
        row,
        told: tell(row, { block: height + 1, hasReplicas: (facts.get(row.id)?.entries ?? 0) > 0 }, basis, ctx.profile),
        overdueBlocks: height - row.expiredAt,
      }));
    },
  });

const SettlementRowRef = builder.objectRef<SettlementExportRow>('SettlementRow').implement({
  description: 'One expired file of an export: what settling it in the next block would give, cost and do.',
  fields: (t) => ({
    cid: t.string({ resolve: ({ row }) => row.id }),
    sizeBytes: t.field({ type: 'BigInt', resolve: ({ row }) => row.sizeBytes }),
    amount: t.field({ type: 'BigInt', resolve: ({ row }) => row.amount }),
    prepaid: t.field({ type: 'BigInt', resolve: ({ row }) => row.prepaid }),
    expiredAt: t.int({ resolve: ({ row }) => row.expiredAt }),
    overdueBlocks: t.exposeInt('overdueBlocks'),
    callerGain: t.field({ type: 'BigInt', resolve: ({ told }) => told.callerGain }),
    fee: t.field({ type: 'BigInt', resolve: ({ told }) => told.fee }),
    net: t.field({ type: 'BigInt', resolve: ({ told }) => told.net }),
    outcome: t.field({
      type: SettlementOutcomeEnum,
      resolve: ({ told }) => (told.outcome === 'RENEWED' ? 'RENEWED' : 'CLOSED'),
    }),
    renewalCost: t.field({ type: 'BigInt', nullable: true, resolve: ({ told }) => told.renewal?.cost ?? null }),
    prepaidAfter: t.field({ type: 'BigInt', resolve: ({ told }) => told.prepaidAfter }),
    expiredAtAfter: t.int({ nullable: true, resolve: ({ told }) => told.expiredAtAfter }),
    callData: t.string({ resolve: ({ row, told }) => callOf(row, told.spec).callData }),
  }),
});

const SettlementBatchRef = builder.objectRef<Batch<SettlementExportRow>>('SettlementRowBatch').implement({
  fields: (t) => ({
    asOf: t.int({ description: AS_OF, resolve: (b) => b.view.height }),
    rows: t.field({
      type: [SettlementRowRef],
      complexity: { field: 1, multiplier: BATCH_ROWS },
      resolve: (b) => b.rows,
    }),
  }),
});

builder.subscriptionField('settlementRows', (t) =>
  t.field({
    type: SettlementBatchRef,
    description: 'all expired files, best paid first, in batches as of one block',
    args: { outcome: t.arg({ type: SettlementOutcomeEnum }), at: t.arg.int() },
    subscribe: async (_root, { outcome, at }, ctx, info) => {
      refuseTooMuch(info, ctx);
      const { height } = await viewAt(ctx, at);
      const basis = await loadBasis(ctx, { at: height, height });
      const renews = outcome == null ? null : outcome === 'RENEWED';
      return ctx.exports.open(ctx.client, settlementRows(ctx, height, basis, renews));
    },
    resolve: (batch) => batch,
  }),
);
