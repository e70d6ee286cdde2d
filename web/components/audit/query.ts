import { cache } from 'react';
import { ask } from '../../lib/api/ask';
import { graphql, type ResultOf } from '../../lib/graphql';
import { FigureFields } from '../receipt/fragment';

const GridDocument = graphql(`
  query AuditGrid($account: String!, $at: Int, $slots: Int!) {
    status { profile { slotBlocks blockTimeMs } }
    audit(account: $account, at: $at) {
      isGroup
      grid(slots: $slots) {
        slots times judgedThrough
        rows { account isMember letters machineAccount { identityDisplay } }
      }
    }
  }
`);

export type AuditGridData = ResultOf<typeof GridDocument>['audit']['grid'];

/** The slots of an owner's machines: one letter each. */
export const loadGrid = cache((account: string, at: number | null, slots: number) =>
  ask(GridDocument, { account, at, slots }),
);

const UnusualDocument = graphql(`
  query AuditUnusual($account: String!, $at: Int, $slots: Int!) {
    audit(account: $account, at: $at) { grid(slots: $slots) { unusual { account slot offset habit } } }
  }
`);

export type UnusualData = ResultOf<typeof UnusualDocument>['audit']['grid']['unusual'];

/** The reports that came at an unusual time, which takes a look at every report; null when they could not be read. */
export const loadUnusual = async (account: string, at: number | null, slots: number): Promise<UnusualData | null> => {
  const answer = await ask(UnusualDocument, { account, at, slots });
  return answer.ok ? answer.data.audit.grid.unusual : null;
};

const OutlookDocument = graphql(
  `
    query AuditOutlook($account: String!, $at: Int, $most: Int!) {
      status { profile { slotBlocks } }
      account(id: $account, at: $at) { owner }
      audit(account: $account, at: $at) {
        asOf machineCount punishedCount
        machines(punished: true, first: $most) {
          account workload punishmentDeadline fullPowerBlock fullPowerTime
          machineAccount { identityDisplay }
          figureReceipts { ...FigureFields }
        }
        codes {
          code expireBlock refusedFromSlot refusedFromTime limitFallsBlock machineCount workload limitShare
          figureReceipts { ...FigureFields }
        }
      }
    }
  `,
  [FigureFields],
);

export type OutlookData = ResultOf<typeof OutlookDocument>;
export type PunishedMachine = OutlookData['audit']['machines'][number];
export type CodeData = OutlookData['audit']['codes'][number];

/** What lies ahead of an owner's machines: the end of punishments, the end of versions. */
export const loadOutlook = (account: string, at: number | null, most: number) =>
  ask(OutlookDocument, { account, at, most });

const RecordsDocument = graphql(
  `
    query AuditRecords($account: String!, $at: Int) {
      status { profile { slotBlocks blockTimeMs } }
      audit(account: $account, at: $at) {
        isGroup
        grid(slots: 672) {
          rates { slots reported due perbill }
          streak { reported slots open }
          rows {
            account isMember
            machineAccount { identityDisplay }
            rates { slots reported due perbill }
            streak { reported slots open }
          }
          figureReceipts { ...FigureFields }
        }
        machines { account punished workload code expireBlock }
      }
    }
  `,
  [FigureFields],
);

export type RecordsData = ResultOf<typeof RecordsDocument>['audit'];
export type MachineRecord = RecordsData['grid']['rows'][number];

/** How often an owner's machines reported, together and each; several sections of a page read it once. */
export const loadRecords = cache((account: string, at: number | null) => ask(RecordsDocument, { account, at }));
