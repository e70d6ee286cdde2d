import { builder } from '../builder';
import type { Context } from '../context';
import { refuseTooMuch } from '../cost';
import { seen } from '../database/load';
import { BATCH_ROWS, type Batch, readLong } from '../database/long-read';
import { type IncomeRow, incomes } from '../guarantor/income/sql';
import { type Income, incomeOf } from '../guarantor/income/told';
import { ClaimStateEnum } from '../guarantor/income/type';
import { readAddress } from '../input';
import { AS_OF } from './type';

type IncomeExportRow = IncomeRow & { told: Income };

const incomeRows = (ctx: Context, guarantor: string, at: number | null | undefined) =>
  readLong(ctx, {
    at,
    keys: (scope) => scope.sql`select * from (${incomes.source(scope)}) t where t.guarantor = ${guarantor}
      order by t.era, t.stash`,
    rows: async (scope, keys: IncomeRow[]): Promise<IncomeExportRow[]> =>
      keys.map((row) => ({ ...row, told: incomeOf(seen(row, scope.view), ctx.profile) })),
  });

const IncomeRowRef = builder.objectRef<IncomeExportRow>('GuarantorIncomeRow').implement({
  description: 'One era and node of an export of a guarantor’s incomes.',
  fields: (t) => ({
    era: t.exposeInt('era'),
    stash: t.exposeString('stash'),
    nominal: t.expose('nominal', { type: 'BigInt', nullable: true }),
    value: t.expose('value', { type: 'BigInt' }),
    clipped: t.exposeBoolean('clipped'),
    guaranteeFeePerbill: t.exposeInt('guaranteeFeePerbill', { nullable: true }),
    state: t.field({ type: ClaimStateEnum, resolve: ({ told }) => told.state }),
    amount: t.field({ type: 'BigInt', nullable: true, resolve: ({ told }) => told.amount }),
    erasLeft: t.int({ nullable: true, resolve: ({ told }) => told.erasLeft }),
    yearlyPerbill: t.field({ type: 'BigInt', nullable: true, resolve: ({ told }) => told.yearlyPerbill }),
  }),
});

const IncomeBatchRef = builder.objectRef<Batch<IncomeExportRow>>('GuarantorIncomeRowBatch').implement({
  fields: (t) => ({
    asOf: t.int({ description: AS_OF, resolve: (b) => b.view.height }),
    rows: t.field({
      type: [IncomeRowRef],
      complexity: { field: 1, multiplier: BATCH_ROWS },
      resolve: (b) => b.rows,
    }),
  }),
});

builder.subscriptionField('guarantorIncomeRows', (t) =>
  t.field({
    type: IncomeBatchRef,
    description: 'every era and node a guarantor stood behind, oldest first, in batches as of one block',
    args: { guarantor: t.arg.string({ required: true }), at: t.arg.int() },
    subscribe: (_root, { guarantor, at }, ctx, info) => {
      refuseTooMuch(info, ctx);
      return ctx.exports.open(ctx.client, incomeRows(ctx, readAddress('guarantor', guarantor), at));
    },
    resolve: (batch) => batch,
  }),
);
