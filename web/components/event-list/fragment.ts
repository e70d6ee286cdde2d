import { type FragmentOf, graphql } from '../../lib/graphql';
import { ReceiptFields } from '../receipt/fragment';

/** An event as lists show it. */
export const EventFields = graphql(
  `
    fragment EventFields on Event {
      id index phase extrinsicIndex block pallet name error errorText fields { name type unit value }
      receipt { ...ReceiptFields }
    }
  `,
  [ReceiptFields],
);

export type EventData = FragmentOf<typeof EventFields>;
