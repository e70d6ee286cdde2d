import { builder } from '../builder';
import type { Ordering } from '../database/cursor';
import { loadPage, scopeOf } from '../database/load';
import { orderBy } from '../database/sql';
import { viewAt } from '../database/view';
import { Settlements } from '../schema/connections';
import { SortDirectionEnum } from '../schema/enums';
import { SettlementRef } from '../schema/refs';
import { loadBasis, ratesOf } from './load';
import { deskTotals, outcomeCondition, settlements } from './sql';
import { SettleDeskRef, SettlementOutcomeEnum } from './type';

const orderColumns = { NET: 'net', EXPIRED_AT: 'expired_at', SIZE: 'size_bytes', PREPAID: 'prepaid' } as const;
type OrderField = keyof typeof orderColumns;

const OrderFieldEnum = builder.enumType('SettlementOrderField', { values: Object.keys(orderColumns) as OrderField[] });

const SettlementOrderInput = builder.inputType('SettlementOrder', {
  fields: (t) => ({
    field: t.field({ type: OrderFieldEnum, required: true }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

const ordering = (field: OrderField, direction: 'ASC' | 'DESC'): Ordering => {
  const towards = direction === 'ASC' ? 'asc' : 'desc';
  return orderBy(`${field}-${towards}`, towards, orderColumns[field], ['id', 'text']);
};

builder.queryFields((t) => ({
  settlements: t.connection(
    {
      type: SettlementRef,
      description: 'expired files, best paid first: what settling each would give, cost and do',
      args: {
        orderBy: t.arg({ type: SettlementOrderInput }),
        outcome: t.arg({ type: SettlementOutcomeEnum }),
        at: t.arg.int(),
      },
      resolve: async (_root, { orderBy: order, outcome, at, ...args }, ctx) => {
        const view = await viewAt(ctx, at);
        const list = settlements(ratesOf(ctx, await loadBasis(ctx, view)));
        return loadPage(ctx, list, view, args, {
          ordering: ordering(order?.field ?? 'NET', order?.direction ?? 'DESC'),
          where: (scope) => outcomeCondition(scope, outcome == null ? null : outcome === 'RENEWED'),
        });
      },
    },
    Settlements,
  ),
  settleDesk: t.field({
    type: SettleDeskRef,
    args: { at: t.arg.int() },
    resolve: async (_root, { at }, ctx) => {
      const view = await viewAt(ctx, at);
      const basis = await loadBasis(ctx, view);
      return { ...(await deskTotals(scopeOf(ctx, view), ratesOf(ctx, basis))), view, basis };
    },
  }),
}));
