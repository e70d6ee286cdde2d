import type { FileStatus, StatusShare } from '@moho/protocol';
import { builder } from '../builder';
import { loadPage, loadPageWithin } from '../database/load';
import type { Page } from '../database/page';
import type { Scope } from '../database/sql';
import { badInput } from '../errors';
import type { FileNode } from '../file/load';
import { statusCondition } from '../file/status/sql';
import { readCount } from '../input';
import { FigureReceiptRef } from '../receipt/type';
import { counted } from '../schema/connections';
import { FileStatusEnum, SortDirectionEnum } from '../schema/enums';
import { AccountRef, FileRef } from '../schema/refs';
import { loadChanges, PortfolioChangesRef } from './changes';
import { portfolioFigures } from './figures';
import { loadOrdered, loadReport, loadTotals, type PortfolioFileNode, type PortfolioNode, type Report } from './load';
import {
  goneFiles,
  PORTFOLIO_SORTS,
  type PortfolioRow,
  type PortfolioSort,
  type PortfolioTotals,
  portfolioFiles,
  portfolioOrdering,
} from './sql';

/** Statuses that follow from a file's replicas, each of which has to be looked at. */
const BY_REPLICAS: readonly FileStatus[] = ['STORED', 'AT_RISK', 'UNREACHABLE'];
/** Files whose replicas one page looks at: a second at most. */
const MOST_LOOKED = 2500;

const SortEnum = builder.enumType('PortfolioOrderField', { values: Object.keys(PORTFOLIO_SORTS) as PortfolioSort[] });

const OrderInput = builder.inputType('PortfolioOrder', {
  fields: (t) => ({
    field: t.field({ type: SortEnum, required: true }),
    direction: t.field({ type: SortDirectionEnum, required: true }),
  }),
});

export const PortfolioFileRef = builder.objectRef<PortfolioFileNode>('PortfolioFile').implement({
  description: 'A file and what one account did for it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'the CID' }),
    file: t.field({ type: FileRef, resolve: ({ id, view }): FileNode => ({ id, view }) }),
    orders: t.int({
      description: 'orders of this file that name the account or that it paid',
      resolve: async (f, _args, ctx) => (await loadOrdered(ctx, f)).orders,
    }),
    spent: t.field({
      type: 'BigInt',
      description: 'the legs of those it paid, summed',
      resolve: async (f, _args, ctx) => (await loadOrdered(ctx, f)).spent,
    }),
    firstOrderBlock: t.int({ resolve: async (f, _args, ctx) => (await loadOrdered(ctx, f)).firstBlock }),
    firstOrderTime: t.field({
      type: 'DateTime',
      resolve: async (f, _args, ctx) => (await loadOrdered(ctx, f)).firstTime,
    }),
  }),
});

const PortfolioFiles = counted('PortfolioFile', PortfolioFileRef);

const TotalsRef = builder.objectRef<PortfolioTotals>('PortfolioTotals').implement({
  fields: (t) => ({
    files: t.exposeInt('files', { description: 'different files it ordered, those that are gone included' }),
    filesOnChain: t.exposeInt('filesOnChain'),
    bytesOnChain: t.expose('bytesOnChain', { type: 'BigInt' }),
    prepaid: t.expose('prepaid', { type: 'BigInt', description: 'in the pools of its files on chain' }),
    orders: t.exposeInt('orders'),
    spent: t.expose('spent', { type: 'BigInt', description: 'the legs of the orders it paid, tips included' }),
  }),
});

const ShareRef = builder.objectRef<StatusShare>('StatusShare').implement({
  description: 'The files of one status among all of a set.',
  fields: (t) => ({
    status: t.expose('status', { type: FileStatusEnum }),
    files: t.exposeInt('files'),
    bytes: t.expose('bytes', { type: 'BigInt', description: 'of files that are gone, as they were last' }),
    sharePerbill: t.exposeInt('sharePerbill', { description: 'of the number of files, in parts of a billion' }),
  }),
});

const DurabilityRef = builder.objectRef<Report & PortfolioNode>('Durability').implement({
  description: 'How well the files of an account are kept.',
  fields: (t) => ({
    shares: t.field({
      type: [ShareRef],
      description: 'one for each status that occurs, the worst first',
      resolve: (r) => r.shares,
    }),
    liveOwners: t.exposeInt('liveOwners', {
      description: 'independent owners with a live replica of any of its files',
    }),
    worst: t.field({
      type: [PortfolioFileRef],
      complexity: { field: 2, multiplier: 10 },
      description: 'up to ten paid files with too few live owners, those with the fewest first',
      resolve: ({ worst, account, view }) => worst.map((id) => ({ id, account, view })),
    }),
  }),
});

export const PortfolioRef = builder.objectRef<PortfolioNode>('Portfolio').implement({
  description: 'All files an account ordered: its name or its money is in an order of each.',
  fields: (t) => ({
    id: t.exposeID('account'),
    asOf: t.int({ resolve: (p) => p.view.height }),
    account: t.field({ type: AccountRef, resolve: (p) => ({ id: p.account, view: p.view }) }),
    totals: t.field({ type: TotalsRef, resolve: (p, _args, ctx) => loadTotals(ctx, p) }),
    durability: t.field({
      type: DurabilityRef,
      complexity: 50,
      resolve: async (p, _args, ctx) => ({ ...(await loadReport(ctx, p)), ...p }),
    }),
    statusChanges: t.field({
      type: PortfolioChangesRef,
      complexity: 100,
      resolve: (p, _args, ctx) => loadChanges(ctx, p),
    }),
    figureReceipts: t.field({
      type: [FigureReceiptRef],
      complexity: { field: 1, multiplier: 8 },
      resolve: (p, _args, ctx) => portfolioFigures(ctx, p),
    }),
    files: t.connection(
      {
        type: PortfolioFileRef,
        description:
          'those the chain keeps, the nearest end of the paid time first; those it keeps no more when the status asked for is CLOSED or ILLEGAL',
        args: {
          status: t.arg({ type: FileStatusEnum }),
          orderBy: t.arg({ type: OrderInput }),
          within: t.arg.int({
            description: `of STORED, AT_RISK or UNREACHABLE a page looks at so many files, at most and usually ${MOST_LOOKED}: it can be shorter than asked, or empty, and yet not the last`,
          }),
        },
        resolve: async (
          { account, view },
          { status, orderBy, within, ...args },
          ctx,
        ): Promise<Page<PortfolioFileNode>> => {
          if (status === 'NEVER_ORDERED') throw badInput('A portfolio holds no file that was never ordered.');
          const gone = status === 'CLOSED' || status === 'ILLEGAL';
          const list = gone ? goneFiles(account) : portfolioFiles(account);
          const ordering = portfolioOrdering(orderBy?.field ?? 'EXPIRES', orderBy?.direction ?? 'ASC');
          const most = within == null ? MOST_LOOKED : readCount('within', within, MOST_LOOKED);
          const options = {
            ordering,
            where: (scope: Scope) => (status == null ? [] : [statusCondition(scope, status, 'few')]),
          };
          const page: Page<PortfolioRow> =
            status != null && BY_REPLICAS.includes(status)
              ? await loadPageWithin(ctx, list, view, args, { ...options, most })
              : await loadPage(ctx, list, view, args, options);
          return {
            ...page,
            edges: page.edges.map(({ cursor, node }) => ({ cursor, node: { id: node.id, account, view } })),
          };
        },
      },
      PortfolioFiles,
    ),
  }),
});
