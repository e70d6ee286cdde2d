import { builder } from '../builder';
import { loadPage } from '../database/load';
import { viewAt } from '../database/view';
import { checkRange, readAddress, readFileId, readOptional } from '../input';
import { Merchants, Orders, Prices, SworkBenefits } from '../schema/connections';
import { OrderKindEnum } from '../schema/enums';
import { MerchantRef, OrderRef, PriceRef, SworkBenefitRef } from '../schema/refs';
import { loadPrice } from './load';
import { merchants, orderConditions, orders, priceConditions, prices, sworkBenefits } from './sql';

const OrderFilterInput = builder.inputType('OrderFilter', {
  fields: (t) => ({
    cid: t.string(),
    account: t.string(),
    payer: t.string(),
    kind: t.field({ type: OrderKindEnum }),
    fromBlock: t.int(),
    toBlock: t.int(),
  }),
});

builder.queryFields((t) => ({
  orders: t.connection(
    {
      type: OrderRef,
      description: 'newest first',
      args: { filter: t.arg({ type: OrderFilterInput }) },
      resolve: async (_root, { filter, ...args }, ctx) => {
        checkRange(filter, 'fromBlock', 'toBlock');
        const { cid, account, payer, ...rest } = filter ?? {};
        const checked = {
          ...rest,
          fileId: readOptional(cid, (text) => readFileId('cid', text)),
          account: readOptional(account, (text) => readAddress('account', text)),
          payer: readOptional(payer, (text) => readAddress('payer', text)),
        };
        return loadPage(ctx, orders, await viewAt(ctx, null), args, {
          where: (scope) => orderConditions(scope, checked),
        });
      },
    },
    Orders,
  ),
  prices: t.connection(
    {
      type: PriceRef,
      description: 'newest first; one row for each block at which a fee or counter changed',
      args: {
        fromBlock: t.arg.int(),
        toBlock: t.arg.int(),
        feesMoved: t.arg.boolean({ description: 'true: only rows at which a fee moved, not a counter alone' }),
      },
      resolve: async (_root, { fromBlock, toBlock, feesMoved, ...args }, ctx) => {
        checkRange({ fromBlock, toBlock }, 'fromBlock', 'toBlock');
        return loadPage(ctx, prices, await viewAt(ctx, null), args, {
          where: (scope) => priceConditions(scope, { fromBlock, toBlock, feesMoved }),
        });
      },
    },
    Prices,
  ),
  price: t.field({
    type: PriceRef,
    nullable: true,
    description: 'the prices in force at the block',
    args: { at: t.arg.int() },
    resolve: async (_root, { at }, ctx) => {
      const view = await viewAt(ctx, at);
      const price = await loadPrice(ctx, view);
      return price === null ? null : { ...price, view };
    },
  }),
  merchants: t.connection(
    {
      type: MerchantRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, merchants, await viewAt(ctx, at), args),
    },
    Merchants,
  ),
  sworkBenefits: t.connection(
    {
      type: SworkBenefitRef,
      args: { at: t.arg.int() },
      resolve: async (_root, { at, ...args }, ctx) => loadPage(ctx, sworkBenefits, await viewAt(ctx, at), args),
    },
    SworkBenefits,
  ),
}));
