import {
  FRESH_MARK,
  firstRefusedSlot,
  fullPowerBlock,
  isPunished,
  judgedSlot,
  limitFallsBlock,
  limitShare,
} from '@moho/protocol';
import { blocks } from '../block/sql';
import type { Context } from '../context';
import { loadOne } from '../database/load';
import type { View } from '../database/view';
import { loadLastSlot } from '../report/load';
import { stakeLimits } from '../validator/sql';
import type { Audit } from './load';
import type { MachineRow } from './sql';

/** What lies ahead of an owner's machines. */

/** A member with what follows from its row at the view's block. */
export interface AuditMachine extends MachineRow {
  view: View;
  punished: boolean;
  /** free + spower of its last report, bytes; what counts of it is 0 while punished */
  workload: bigint;
  /** block in which its work counts again; null while it counts */
  fullPowerBlock: number | null;
}

export interface AuditCode {
  view: View;
  code: string;
  /** null: the chain does not know the code any more, so that nothing it signs is taken */
  expireBlock: number | null;
  machines: AuditMachine[];
  /** workload of its machines that counts, bytes */
  workload: bigint;
  limitShare: bigint | null;
  refusedFromSlot: number | null;
  limitFallsBlock: number | null;
}

/** How many identities a sweep visits, and the runtime that sweeps. */
const sweepers = async (ctx: Context, view: View): Promise<{ identities: number; spec: number }> => {
  const [last, block] = await Promise.all([loadLastSlot(ctx, view), loadOne(ctx, blocks, view, String(view.height))]);
  return {
    identities: last === null ? 0 : last.reporters + last.missed + last.exempt + last.unreported,
    spec: block?.specVersion ?? 1,
  };
};

export const loadMachines = async (ctx: Context, audit: Audit): Promise<AuditMachine[]> => {
  const { view } = audit;
  const [rows, { identities, spec }] = await Promise.all([audit.machines(), sweepers(ctx, view)]);
  const slot = judgedSlot(view.height, ctx.profile);
  return rows.map((row) => {
    const deadline = Number(row.punishmentDeadline ?? 0);
    const punished = deadline > FRESH_MARK && isPunished(slot, deadline);
    return {
      ...row,
      view,
      punished,
      workload: BigInt(row.free) + BigInt(row.spower),
      fullPowerBlock: punished ? fullPowerBlock(deadline, identities, spec, ctx.profile) : null,
    };
  });
};

const counted = (machines: readonly AuditMachine[]): bigint =>
  machines.reduce((sum, { punished, workload }) => (punished ? sum : sum + workload), 0n);

/** The sWorker codes an owner's machines run, the one that expires first at the top. */
export const loadCodes = async (ctx: Context, audit: Audit): Promise<AuditCode[]> => {
  const { view } = audit;
  const [machines, { identities, spec }, limit] = await Promise.all([
    loadMachines(ctx, audit),
    sweepers(ctx, view),
    loadOne(ctx, stakeLimits, view, audit.account),
  ]);
  const byCode = new Map<string, AuditMachine[]>();
  for (const machine of machines) {
    if (machine.code !== null) byCode.set(machine.code, [...(byCode.get(machine.code) ?? []), machine]);
  }
  const whole = counted(machines);
  const codes = [...byCode].map(([code, running]): AuditCode => {
    const expireBlock = running[0]?.expireBlock ?? null;
    const workload = counted(running);
    return {
      view,
      code,
      expireBlock,
      machines: running,
      workload,
      limitShare: limit === null ? null : limitShare(BigInt(limit.limit), workload, whole),
      refusedFromSlot: expireBlock === null ? null : firstRefusedSlot(expireBlock, ctx.profile),
      limitFallsBlock: expireBlock === null ? null : limitFallsBlock(expireBlock, identities, spec, ctx.profile),
    };
  });
  return codes.sort((a, b) => (a.expireBlock ?? 0) - (b.expireBlock ?? 0) || (a.code < b.code ? -1 : 1));
};
