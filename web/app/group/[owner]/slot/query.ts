import { ask } from '../../../../lib/api/ask';
import { graphql, type ResultOf } from '../../../../lib/graphql';

const SlotDocument = graphql(`
  query SlotOfMachine($account: String!, $slot: Int!, $at: Int) {
    slotReports(filter: { account: $account, slot: $slot }, first: 50, at: $at) {
      nodes { id name status owner block extrinsicIndex offset time error errorText judgedAtBlock punished }
    }
  }
`);

export type SlotAttempt = ResultOf<typeof SlotDocument>['slotReports']['nodes'][number];
export interface SlotDetails {
  attempts: readonly SlotAttempt[];
}

/** Every report of one machine in one slot, and how it was judged. */
export const loadSlot = (account: string, slot: number, at: number | null) => ask(SlotDocument, { account, slot, at });
