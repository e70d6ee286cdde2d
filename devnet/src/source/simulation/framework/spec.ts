import { SPEC25_PALLETS } from '../../../codec/metadata';

/** Modules of Crust's runtimes that the simulation knows of; not every spec has all of them. */
const MODULES = [
  'System',
  'RandomnessCollectiveFlip',
  'Babe',
  'Timestamp',
  'Indices',
  'Balances',
  'TransactionPayment',
  'Authorship',
  'Staking',
  'Session',
  'Grandpa',
  'ImOnline',
  'AuthorityDiscovery',
  'Offences',
  'Treasury',
  'Scheduler',
  'Utility',
  'Identity',
  'Swork',
  'Market',
  'Claims',
  'Benefits',
  'Locks',
  'Sudo',
  'Multisig',
] as const;
export type PalletName = (typeof MODULES)[number];

/** What a module of one runtime is made of; numbers are places in these lists. */
export interface ModuleSpec {
  readonly index: number;
  /** first half of the storage prefix; not always the module's name */
  readonly prefix: string;
  readonly calls: readonly string[];
  readonly events: readonly string[];
  readonly errors: readonly string[];
}

/** One runtime: its version, which chooses the rules, and its modules, which give the numbers. */
export interface RuntimeSpec {
  readonly version: number;
  module(name: PalletName): ModuleSpec | undefined;
}

interface NamedTable {
  readonly name: string;
  readonly prefix: string | null;
  /** place in construct_runtime where it is not the place in the list */
  readonly index?: number;
  readonly calls: readonly { readonly name: string }[] | null;
  readonly events: readonly { readonly name: string }[] | null;
  readonly errors: readonly string[];
}

/** Modules that have errors which their metadata does not list. */
const UNLISTED_ERRORS: Readonly<Record<string, readonly string[]>> = {
  Indices: ['NotAssigned', 'NotOwner', 'InUse', 'NotTransfer', 'Permanent'],
};

/** The runtime of `version` whose metadata lists these modules. */
export function runtimeSpec(version: number, tables: readonly NamedTable[]): RuntimeSpec {
  const modules = new Map<string, ModuleSpec>(
    tables.map((table, place) => [
      table.name,
      {
        index: table.index ?? place,
        prefix: table.prefix ?? table.name,
        calls: (table.calls ?? []).map((call) => call.name),
        events: (table.events ?? []).map((event) => event.name),
        errors: UNLISTED_ERRORS[table.name] ?? table.errors,
      },
    ]),
  );
  return { version, module: (name) => modules.get(name) };
}

/** The runtime that mainnet runs today. */
export const SPEC25: RuntimeSpec = runtimeSpec(25, SPEC25_PALLETS);

/** Module and place of `name` among `kind` of a pallet; undefined where this spec has none. */
export function specIndex(
  spec: RuntimeSpec,
  pallet: PalletName,
  kind: 'calls' | 'events' | 'errors',
  name: string,
): readonly [module: number, place: number] | undefined {
  const module = spec.module(pallet);
  const place = module?.[kind].indexOf(name) ?? -1;
  return module === undefined || place < 0 ? undefined : [module.index, place];
}

/** Thrown where a rule uses what its spec does not have: a mistake of the rule, not of a transaction. */
export const notInSpec = (spec: RuntimeSpec, pallet: PalletName, name: string) =>
  new Error(`spec ${spec.version} has no ${pallet}.${name}`);
