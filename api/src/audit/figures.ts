import { loadOne } from '../database/load';
import { derivedReceipt, eventSource, type FigureReceipt, figuresOf, mapSource, storageReceipt } from '../receipt/node';
import { items } from '../receipt/storage-key';
import { encodeCode, encodeIdentity, encodeWorkReport } from '../report/raw';
import { sworkers, sworkIdentities } from '../report/sql';
import type { AuditGrid } from './load';
import type { AuditCode, AuditMachine } from './outlook';

const JUDGEMENT = ['Swork.Identities', 'Swork.ReportedInSlot', 'Swork.WorkReports'];

/** Receipts of a grid's counts. */
export const gridFigures = ({ audit, slots, judgedThrough, rows }: AuditGrid): FigureReceipt[] => {
  const { view } = audit;
  const sources = [...JUDGEMENT.map(mapSource), eventSource('swork.WorksReportSuccess')];
  return figuresOf({
    letters: derivedReceipt(
      view,
      'Each slot as the chain’s own sweep judged it: by the mark a report leaves and by the punishment deadline of the identity; slots not judged yet by the reports in their blocks.',
      { sources, rowCount: rows.length * slots.length },
    ),
    rates: derivedReceipt(
      view,
      `Counted are the judged slots up to slot ${judgedThrough ?? 0} in which a member had to report, and those of them in which it did; a slot before its first report, or one it was exempt from, is in neither.`,
      { sources, rowCount: rows.length * slots.length },
    ),
    streak: derivedReceipt(
      view,
      'The judged slots in a row, back from the newest, in which the member reported (or in which it did not).',
      { sources },
    ),
    workload: derivedReceipt(view, 'free and spower of the machine’s last work report, added.', {
      sources: [mapSource('Swork.WorkReports')],
    }),
    expireBlock: derivedReceipt(view, 'The block that the code of the machine’s enclave key expires with.', {
      sources: ['Swork.PubKeys', 'Swork.Codes'].map(mapSource),
    }),
  });
};

/** Receipts of what lies ahead of a machine. */
export const machineFigures = (machine: AuditMachine): FigureReceipt[] => {
  const { view, account, anchor } = machine;
  const identity = items.identity(account);
  return figuresOf({
    punishmentDeadline: storageReceipt(view, identity, machine.identitySince, async (ctx) => {
      const row = await loadOne(ctx, sworkIdentities, view, account);
      return row === null ? null : encodeIdentity(row);
    }),
    fullPowerBlock: derivedReceipt(
      view,
      'The end of the sweep that judges the first slot at the punishment deadline: it begins at its fixed place in the slot after that one and visits as many identities a block as the runtime says. Another miss puts it off.',
      { item: identity, sources: [mapSource('Swork.Identities')] },
    ),
    ...(anchor === null
      ? {}
      : {
          workload: storageReceipt(view, items.workReport(anchor), machine.reportSince, async (ctx) => {
            const row = await loadOne(ctx, sworkers, view, anchor);
            return row === null ? null : encodeWorkReport(row);
          }),
        }),
  });
};

/** Receipts of a code and what hangs on it. */
export const codeFigures = ({ view, code, expireBlock, machines }: AuditCode): FigureReceipt[] =>
  figuresOf({
    expireBlock: storageReceipt(view, items.code(code), machines[0]?.codeSince ?? null, () =>
      expireBlock === null ? null : encodeCode({ id: code, expireBlock, sinceBlock: 0 }),
    ),
    refusedFromSlot: derivedReceipt(
      view,
      'The first slot whose number is not below the expiry block: the chain compares the number of the slot a report is for.',
      { item: items.code(code), sources: [mapSource('Swork.Codes')] },
    ),
    machineCount: derivedReceipt(view, 'The owner’s machines whose enclave key was made by this code, counted.', {
      sources: ['Swork.Identities', 'Swork.PubKeys'].map(mapSource),
      rowCount: machines.length,
    }),
    limitShare: derivedReceipt(
      view,
      'Of the owner’s stake limit the part that free + spower of the unpunished machines with this code are of those of all its unpunished machines, rounded down.',
      {
        sources: ['Staking.StakeLimit', 'Swork.WorkReports', 'Swork.PubKeys'].map(mapSource),
        rowCount: machines.length,
      },
    ),
  });
