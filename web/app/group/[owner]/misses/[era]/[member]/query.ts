import { cache } from 'react';
import { FigureFields } from '../../../../../../components/receipt/fragment';
import { ask } from '../../../../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../../../../lib/graphql';

const MissDocument = graphql(
  `
  query Miss($owner: String!, $member: String!, $era: Int!) {
    missCost(owner: $owner, member: $member, era: $era) {
      owner member era judgedSlot judgedAtBlock sweepEndBlock snapshotBlock endBlock missedSlots punishedUntilSlot
      missing limitOfAll stakingPayout problem ownerLoss guarantorsLoss guarantorCount
      memberAccount { identityDisplay }
      paid { workload totalWorkload isStageOne stakeLimit exposureTotal eraTotalStakes reward owner }
      restored { workload totalWorkload isStageOne stakeLimit exposureTotal eraTotalStakes reward owner }
      guarantors { guarantor paid restored loss account { identityDisplay } }
      figureReceipts { ...FigureFields }
    }
  }
`,
  [FigureFields],
);

export type MissData = NonNullable<ResultOf<typeof MissDocument>['missCost']>;

export const loadMiss = cache((owner: string, member: string, era: number) =>
  ask(MissDocument, { owner, member, era }),
);
