import { SPEC25_PALLETS } from '../../../codec/metadata';

/** Modules the simulation runs. */
const MODULES = [
  'System',
  'Babe',
  'Timestamp',
  'Balances',
  'TransactionPayment',
  'Authorship',
  'Staking',
  'Session',
  'Grandpa',
  'ImOnline',
  'Offences',
  'Treasury',
  'Scheduler',
  'Utility',
  'Identity',
  'Swork',
  'Market',
  'Benefits',
  'Locks',
  'Multisig',
] as const;
export type PalletName = (typeof MODULES)[number];

export interface ModuleSpec {
  readonly index: number;
  /** first half of the storage prefix; not always the module's name */
  readonly prefix: string;
  readonly calls: readonly string[];
  readonly events: readonly string[];
  readonly errors: readonly string[];
}

function moduleSpec(name: PalletName): ModuleSpec {
  const index = SPEC25_PALLETS.findIndex((table) => table.name === name);
  const table = SPEC25_PALLETS[index];
  if (table === undefined) throw new Error(`spec 25 has no module ${name}`);
  return {
    index,
    prefix: table.prefix ?? name,
    calls: (table.calls ?? []).map((call) => call.name),
    events: (table.events ?? []).map((event) => event.name),
    errors: table.errors,
  };
}

/** Module, call, event and error numbers, from the metadata the chain serves. */
export const SPEC = Object.fromEntries(MODULES.map((name) => [name, moduleSpec(name)])) as Record<
  PalletName,
  ModuleSpec
>;

/** Number of `name` among `kind` of a pallet; unknown names are an error at start. */
export function specIndex(pallet: PalletName, kind: 'calls' | 'events' | 'errors', name: string): number {
  const at = SPEC[pallet][kind].indexOf(name);
  if (at < 0) throw new Error(`${pallet} of spec 25 has no ${name} among its ${kind}`);
  return at;
}
