import { ReceiptFields } from '../../components/receipt/fragment';
import { graphql } from '../../lib/graphql';

export const StatusDocument = graphql(
  `
  query Status {
    blocks(first: 1) { nodes { number receipt { ...ReceiptFields } } }
    status {
      ready sentence chain genesisHash indexedHeight indexedHash indexedTime targetHeight lagBlocks specVersion safeLiveOwners
      services { name ok sentence }
      specs { specVersion block time }
      deadlineCheck { slots mismatches lastSlot receipt { ...ReceiptFields } }
      profile {
        name blockTimeMs slotBlocks sweepOffset sessionBlocks sessionsPerEra fileDurationBlocks spowerReadyBlocks
      }
    }
  }
`,
  [ReceiptFields],
);
