import { FigureFields, ReceiptFields } from '../../../../components/receipt/fragment';
import { ask } from '../../../../lib/api/ask';
import { graphql, type ResultOf, type VariablesOf } from '../../../../lib/graphql';

const PortfolioFileFields = graphql(
  `
    fragment PortfolioFileFields on PortfolioFile {
      id spent firstOrderBlock
      file {
        cid status expiresAtTime
        replicaCounts { liveOwners }
        state { sizeBytes expiredAt prepaid receipt { ...ReceiptFields } }
        figureReceipts { ...FigureFields }
      }
    }
  `,
  [FigureFields, ReceiptFields],
);

const PortfolioDocument = graphql(
  `
    query Portfolio(
      $account: String!, $at: Int, $first: Int!, $after: String, $status: FileStatus, $orderBy: PortfolioOrder
    ) {
      portfolio(account: $account, at: $at) {
        id asOf
        account { identityDisplay }
        files(first: $first, after: $after, status: $status, orderBy: $orderBy) {
          nodes { ...PortfolioFileFields }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  [PortfolioFileFields],
);

const TotalsDocument = graphql(
  `
    query PortfolioTotals($account: String!, $at: Int) {
      portfolio(account: $account, at: $at) {
        totals { files filesOnChain bytesOnChain prepaid orders spent }
        figureReceipts { ...FigureFields }
      }
    }
  `,
  [FigureFields],
);

const DurabilityDocument = graphql(
  `
    query PortfolioDurability($account: String!, $at: Int) {
      portfolio(account: $account, at: $at) {
        figureReceipts { ...FigureFields }
        durability {
          liveOwners
          shares { status files bytes sharePerbill }
          worst { ...PortfolioFileFields }
        }
      }
    }
  `,
  [FigureFields, PortfolioFileFields],
);

export type PortfolioData = ResultOf<typeof PortfolioDocument>['portfolio'];
export type PortfolioFile = PortfolioData['files']['nodes'][number];
export type TotalsData = ResultOf<typeof TotalsDocument>['portfolio'];
export type DurabilityData = ResultOf<typeof DurabilityDocument>['portfolio'];

export const loadPortfolio = (variables: VariablesOf<typeof PortfolioDocument>) => ask(PortfolioDocument, variables);

/** Sums over every file: asked for apart from the list, which is there at once however many files there are. */
export const loadTotals = (account: string, at: number | null) => ask(TotalsDocument, { account, at });

/** The report looks at every replica of every file, so it is asked for apart from the list. */
export const loadDurability = (account: string, at: number | null) => ask(DurabilityDocument, { account, at });
