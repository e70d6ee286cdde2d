import { ReceiptFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const BlocksDocument = graphql(
  `
  query Blocks($first: Int!, $after: String) {
    blocks(first: $first, after: $after) {
      nodes { number hash time author extrinsicCount eventCount specVersion authorAccount { identityDisplay } receipt { ...ReceiptFields } }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [ReceiptFields],
);

export type BlockRow = ResultOf<typeof BlocksDocument>['blocks']['nodes'][number];
