import { graphql } from '../../lib/graphql';

export const StatusDocument = graphql(`
  query Status {
    status {
      ready sentence chain genesisHash indexedHeight indexedHash indexedTime targetHeight lagBlocks specVersion safeLiveOwners
      services { name ok sentence }
      specs { specVersion block time }
      profile {
        name blockTimeMs slotBlocks sweepOffset sessionBlocks sessionsPerEra fileDurationBlocks spowerReadyBlocks
      }
    }
  }
`);
