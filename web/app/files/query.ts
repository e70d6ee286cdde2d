import { FigureFields, ReceiptFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const FilesDocument = graphql(
  `
  query Files($first: Int!, $after: String, $filter: FileFilter, $orderBy: FileOrder) {
    files(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        cid status asOf
        replicaCounts { live reported entries }
        state { sizeBytes expiredAt amount prepaid spower sinceBlock receipt { ...ReceiptFields } }
        figureReceipts { ...FigureFields }
      }
    }
  }
`,
  [FigureFields, ReceiptFields],
);

export type FileRow = ResultOf<typeof FilesDocument>['files']['nodes'][number];
