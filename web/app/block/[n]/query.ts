import { cache } from 'react';
import { EventFields } from '../../../components/event-list/fragment';
import { ReceiptFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';

const BlockDocument = graphql(
  `
    query Block($number: Int, $hash: String) {
      block(number: $number, hash: $hash) {
        number hash parentHash time slot specVersion author extrinsicCount eventCount
        authorAccount { identityDisplay }
        receipt { ...ReceiptFields }
        extrinsics(first: 100) {
          nodes { id index pallet call signer success error fee signerAccount { identityDisplay } receipt { ...ReceiptFields } }
          pageInfo { hasNextPage }
        }
        events(first: 100) { nodes { ...EventFields } pageInfo { hasNextPage } }
      }
    }
  `,
  [EventFields, ReceiptFields],
);

export type BlockData = NonNullable<ResultOf<typeof BlockDocument>['block']>;

export const loadBlock = cache((number: number | null, hash: string | null) => ask(BlockDocument, { number, hash }));
