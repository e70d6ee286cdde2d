import { durability, fileStatus, type StatusShare } from '@moho/protocol';
import type { Context } from '../context';
import { loaderOf, loadKeyed, scopeOf } from '../database/load';
import type { View } from '../database/view';
import {
  type DurabilityFacts,
  durabilityFacts,
  type Ordered,
  orderedBy,
  type PortfolioTotals,
  portfolioTotals,
} from './sql';

/** All an account ordered, in a view. */
export interface PortfolioNode {
  account: string;
  view: View;
}

/** One file of it. */
export interface PortfolioFileNode extends PortfolioNode {
  id: string;
}

export interface Report {
  shares: StatusShare[];
  worst: string[];
  liveOwners: number;
}

/** The statuses of groups of files that are alike, by protocol's rule. */
export const reportOf = (facts: DurabilityFacts, block: number): Report => {
  const kept = facts.kept.map(({ expiredAt, liveOwners, files, bytes }) => ({
    status: fileStatus({ block, row: { expiredAt }, lastMark: 'ORDERED', liveOwnerCount: liveOwners }),
    files,
    bytes: BigInt(bytes),
  }));
  const gone = facts.gone.map(({ lastMark, files, bytes }) => ({
    status: fileStatus({ block, row: null, lastMark: lastMark ?? 'ORDERED', liveOwnerCount: 0 }),
    files,
    bytes: BigInt(bytes),
  }));
  return { shares: durability([...kept, ...gone]), worst: facts.worst, liveOwners: facts.liveOwners };
};

/** One for each account and view of a request, whichever of its figures are asked for. */
const once = async <Value>(
  ctx: Context,
  name: string,
  { account, view }: PortfolioNode,
  read: (account: string) => Promise<Value>,
): Promise<Value> =>
  loaderOf<Value>(ctx, `${name}@${view.at ?? 'now'}`, (accounts) => Promise.all(accounts.map(read))).load(account);

export const loadTotals = (ctx: Context, node: PortfolioNode): Promise<PortfolioTotals> =>
  once(ctx, 'portfolioTotals', node, (account) => portfolioTotals(scopeOf(ctx, node.view), account));

export const loadReport = (ctx: Context, node: PortfolioNode): Promise<Report> =>
  once(ctx, 'portfolioReport', node, async (account) =>
    reportOf(await durabilityFacts(scopeOf(ctx, node.view), account), node.view.height),
  );

export const loadOrdered = async (ctx: Context, { id, account, view }: PortfolioFileNode): Promise<Ordered> => {
  const found = await loadKeyed(ctx, `orderedBy.${account}`, view, id, (scope, ids) => orderedBy(scope, account, ids));
  if (found === null) throw new Error(`file ${id} is in the portfolio of ${account} without an order`);
  return found;
};
