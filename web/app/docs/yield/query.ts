import { FigureFields } from '../../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../../lib/graphql';

export const YieldDocsDocument = graphql(
  `
    query YieldDocs {
      status { profile { name slotBlocks sessionBlocks sessionsPerEra blockTimeMs } }
      eras(first: 10, started: true) {
        nodes {
          era endBlock electedCount authoringTotal stakingTotal stakingPayout totalStake
          figureReceipts { ...FigureFields }
          validators(first: 20) {
            nodes {
              stash elected total nominalTotal authoringPayout guaranteeFeePerbill guarantorCount stakeLimitAtSnapshot
              stashAccount { identityDisplay }
              figureReceipts { ...FigureFields }
              guarantors(first: 1) { nodes { guarantor nominal value clipped } }
            }
          }
        }
      }
    }
  `,
  [FigureFields],
);

export type YieldDocs = ResultOf<typeof YieldDocsDocument>;
export type DocsEra = YieldDocs['eras']['nodes'][number];
export type DocsNode = DocsEra['validators']['nodes'][number];
