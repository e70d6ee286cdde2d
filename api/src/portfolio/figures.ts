import type { Context } from '../context';
import { LIVE_SOURCES } from '../file/live-sources';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, mapSource } from '../receipt/node';
import { loadTotals, type PortfolioNode } from './load';

const ORDERS = eventSource('market.FileSuccess');
const FILES = mapSource('Market.FilesV2');

/** Receipts of a portfolio's figures: counts and sums, none of which the chain stores. */
export const portfolioFigures = async (ctx: Context, node: PortfolioNode): Promise<FigureReceipt[]> => {
  const { view } = node;
  const totals = await loadTotals(ctx, node);
  const ofOrders = { sources: [ORDERS], rowCount: totals.orders };
  const ofFiles = { sources: [ORDERS, FILES], rowCount: totals.filesOnChain };
  const status = derivedReceipt(
    view,
    'Every file the account ordered, counted once under the status its page shows at this block.',
    { sources: [ORDERS, FILES, ...LIVE_SOURCES], rowCount: totals.files },
  );
  return figuresOf({
    files: derivedReceipt(
      view,
      'Counted are the different files in orders that name the account or that it paid; a renewal from a prepaid pool is nobody’s order.',
      ofOrders,
    ),
    filesOnChain: derivedReceipt(view, 'Counted are those of its files that the chain keeps at this block.', ofFiles),
    bytesOnChain: derivedReceipt(view, 'The sum of file_size over its files on chain.', ofFiles),
    prepaid: derivedReceipt(view, 'The sum of the prepaid pools of its files on chain, whoever filled them.', ofFiles),
    orders: derivedReceipt(view, 'Counted are the orders that name the account or that it paid.', ofOrders),
    spent: derivedReceipt(
      view,
      'The sum of the three transfers (reserved, staking and storage part, tips included) of the orders it paid.',
      { sources: [eventSource('balances.Transfer')], rowCount: totals.orders },
    ),
    liveOwners: derivedReceipt(
      view,
      'Counted are the different owners of live replicas among all its files: members of one group are one.',
      { sources: [FILES, ...LIVE_SOURCES], rowCount: totals.filesOnChain },
    ),
    durability: status,
  });
};
