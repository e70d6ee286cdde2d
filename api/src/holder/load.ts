import type { Context } from '../context';
import { loaderOf, loadOne, scopeOf } from '../database/load';
import type { Seen, View } from '../database/view';
import { type ReplicaRow, replicas } from '../file/sql';
import { type HeldMachineRow, heldMachines } from './sql';

/** An account as one that stores files, in a view. */
export interface HolderNode {
  account: string;
  view: View;
}

export type HeldMachine = HeldMachineRow & { view: View };

export const loadReplica = async (ctx: Context, view: View, id: string): Promise<Seen<ReplicaRow>> => {
  const replica = await loadOne(ctx, replicas, view, id);
  if (replica === null) throw new Error(`replica ${id} is listed but not there`);
  return replica;
};

export const loadMachines = (ctx: Context, { account, view }: HolderNode): Promise<HeldMachine[]> =>
  loaderOf<HeldMachine[]>(ctx, `heldMachines@${view.at ?? 'now'}`, (accounts) =>
    Promise.all(
      accounts.map(async (one) => (await heldMachines(scopeOf(ctx, view), one)).map((row) => ({ ...row, view }))),
    ),
  ).load(account);

/** Replicas and bytes of machines, of all or of those that are live. */
export const sumOf = (machines: readonly HeldMachineRow[]): { replicas: number; bytes: bigint } => ({
  replicas: machines.reduce((sum, one) => sum + one.replicas, 0),
  bytes: machines.reduce((sum, one) => sum + BigInt(one.bytes), 0n),
});

export const loadLiveMachines = async (ctx: Context, node: HolderNode): Promise<HeldMachine[]> => {
  const machines = await loadMachines(ctx, node);
  const samples = await Promise.all(machines.map((one) => loadReplica(ctx, node.view, one.replicaId)));
  return machines.filter((_, i) => samples[i]?.notLiveCode === null);
};
