import { cache } from 'react';
import { EventFields } from '../../../components/event-list/fragment';
import { ReceiptFields } from '../../../components/receipt/fragment';
import { ask } from '../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../lib/graphql';

const ExtrinsicDocument = graphql(
  `
    query Extrinsic($id: String, $hash: String) {
      extrinsic(id: $id, hash: $hash) {
        id block index hash time signer nonce tip pallet call callTree success error errorText errorAdvice
        reports { name status slot }
        innerErrors { event callIndex error errorText }
        fee treasuryFee lengthBytes
        signerAccount { identityDisplay }
        receipt { ...ReceiptFields }
        events(first: 100) { nodes { ...EventFields } pageInfo { hasNextPage } }
      }
    }
  `,
  [EventFields, ReceiptFields],
);

export type ExtrinsicData = NonNullable<ResultOf<typeof ExtrinsicDocument>['extrinsic']>;

export const loadExtrinsic = cache((id: string | null, hash: string | null) => ask(ExtrinsicDocument, { id, hash }));
