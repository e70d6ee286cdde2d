import { ask } from '../../lib/api/ask';
import { graphql, type ResultOf } from '../../lib/graphql';
import { FigureFields } from '../receipt/fragment';

const ReportsDocument = graphql(
  `
    query AuditReports($account: String!, $at: Int, $slots: Int!) {
      status { profile { slotBlocks blockTimeMs } }
      audit(account: $account, at: $at) {
        account isGroup
        grid(slots: $slots) {
          slots times judgedThrough
          rows { account isMember letters machineAccount { identityDisplay } }
          unusual { account slot offset habit }
        }
        wide: grid(slots: 672) {
          rates { slots reported due perbill }
          streak { reported slots open }
          figureReceipts { ...FigureFields }
        }
      }
    }
  `,
  [FigureFields],
);

export type ReportsData = ResultOf<typeof ReportsDocument>;
export type AuditGridData = ReportsData['audit']['grid'];
export type RateData = ReportsData['audit']['wide']['rates'][number];

/** The slots of an owner's machines, and how often they reported. */
export const loadReports = (account: string, at: number | null, slots: number) =>
  ask(ReportsDocument, { account, at, slots });

const OutlookDocument = graphql(
  `
    query AuditOutlook($account: String!, $at: Int, $most: Int!) {
      status { profile { slotBlocks } }
      audit(account: $account, at: $at) {
        isGroup asOf machineCount punishedCount
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

const MachinesDocument = graphql(
  `
    query AuditMachines($account: String!, $at: Int) {
      status { profile { slotBlocks blockTimeMs } }
      audit(account: $account, at: $at) {
        grid(slots: 672) {
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

export type MachinesData = ResultOf<typeof MachinesDocument>['audit'];
export type MachineRecord = MachinesData['grid']['rows'][number];

/** Every machine of an owner with its record. */
export const loadMachineRecords = (account: string, at: number | null) => ask(MachinesDocument, { account, at });
