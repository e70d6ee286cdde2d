import { FigureFields } from '../../components/receipt/fragment';
import { graphql, type ResultOf } from '../../lib/graphql';

export const PlanDocument = graphql(
  `
    query Plan(
      $amount: BigInt!, $guarantor: String, $mayCut: Boolean, $maxPerNode: BigInt, $minReports: Int, $minFee: Int,
      $maxFeeChange: Int, $unslashed: Boolean, $at: Int
    ) {
      plan(
        amount: $amount, guarantor: $guarantor, mayCut: $mayCut, maxPerNode: $maxPerNode, minReportsPerbill: $minReports,
        minGuaranteeFeePerbill: $minFee, maxFeeChangePerbill: $maxFeeChange, unslashed: $unslashed, at: $at
      ) {
        asOf era parts unit candidateCount allowedCount freeBonded targetsElsewhere standing income bound isBest unplaced
        positions { stash held amount stashAccount { identityDisplay } }
        calls { call stash amount callData }
        runnerUp { without income loss positions { stash held amount stashAccount { identityDisplay } } }
        figureReceipts { ...FigureFields }
      }
    }
  `,
  [FigureFields],
);

export type Plan = ResultOf<typeof PlanDocument>['plan'];
export type PlanPosition = Plan['positions'][number];
