import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { types as crustTypes } from '@crustio/type-definitions';
import type { GenericExtrinsic } from '@polkadot/types';
import { expandMetadata, Metadata, StorageKey, TypeRegistry } from '@polkadot/types';
import type { StorageEntry } from '@polkadot/types/primitive/types';
import type { Codec, IMethod } from '@polkadot/types/types';
import { unwrapStorageType } from '@polkadot/types/util';
import { compactStripLength, hexToU8a, u8aToHex } from '@polkadot/util';
import type { Recording, RuntimeRange, StateView } from './recording';

/** Decoding by the public decoder, so that what protocol computes is compared with values it did not read itself. */
export interface Runtime {
  spec: number;
  registry: TypeRegistry;
  query: Record<string, Record<string, StorageEntry>>;
  consts: Record<string, Record<string, Codec>>;
}

const load = (folder: string, range: RuntimeRange): Runtime => {
  const registry = new TypeRegistry();
  const corrections = JSON.parse(readFileSync(join(folder, range.types), 'utf8')) as { types: Record<string, never> };
  registry.register({ ...(crustTypes as unknown as Record<string, never>), ...corrections.types });
  const metadata = new Metadata(registry, readFileSync(join(folder, range.metadata), 'utf8').trim() as `0x${string}`);
  registry.setMetadata(metadata);
  const { query, consts } = expandMetadata(registry, metadata);
  return {
    spec: range.specVersion,
    registry,
    query: query as unknown as Runtime['query'],
    consts: consts as unknown as Runtime['consts'],
  };
};

/** The runtime that executes each block: in recordings, the last range that begins at or before it. */
export const runtimesOf = (recording: Recording): ((block: number) => Runtime) => {
  const loaded = recording.runtimes.map((range) => ({ range, runtime: load(recording.folder, range) }));
  return (block) => {
    const found = loaded.filter(({ range }) => range.fromBlock <= block).pop();
    if (found === undefined) throw new Error(`${recording.name}: no runtime for block ${block}`);
    return found.runtime;
  };
};

export interface Entry {
  key: string;
  /** decoded key arguments */
  args: string[];
  value: Codec;
}

/** Typed reading of one state by one runtime. */
export interface Reader {
  runtime: Runtime;
  has(pallet: string, item: string): boolean;
  key(pallet: string, item: string, ...args: unknown[]): string;
  /** null for an optional value that is not there; the default of a value that has one */
  get(pallet: string, item: string, ...args: unknown[]): Codec | null;
  /** the stored bytes as hex */
  raw(pallet: string, item: string, ...args: unknown[]): string | undefined;
  /** whether the key itself is stored */
  exists(pallet: string, item: string, ...args: unknown[]): boolean;
  entries(pallet: string, item: string, ...args: unknown[]): Entry[];
}

export const readerOf = (runtime: Runtime, state: StateView): Reader => {
  const { registry } = runtime;
  const entryOf = (pallet: string, item: string): StorageEntry => {
    const entry = runtime.query[pallet]?.[item];
    if (entry === undefined) throw new Error(`spec ${runtime.spec} has no storage ${pallet}.${item}`);
    return entry;
  };
  const decode = (entry: StorageEntry, hex: string): Codec =>
    registry.createTypeUnsafe(unwrapStorageType(registry, entry.meta.type), [hexToU8a(hex)]);
  const keyOf = (pallet: string, item: string, args: unknown[]): string => {
    const [, bytes] = compactStripLength(entryOf(pallet, item)(...args));
    return u8aToHex(bytes);
  };
  return {
    runtime,
    has: (pallet, item) => runtime.query[pallet]?.[item] !== undefined,
    key: (pallet, item, ...args) => keyOf(pallet, item, args),
    get: (pallet, item, ...args) => {
      const entry = entryOf(pallet, item);
      const value = state.get(keyOf(pallet, item, args));
      if (value !== undefined) return decode(entry, value);
      return entry.meta.modifier.isOptional ? null : decode(entry, entry.meta.fallback.toHex());
    },
    raw: (pallet, item, ...args) => state.get(keyOf(pallet, item, args)),
    exists: (pallet, item, ...args) => state.get(keyOf(pallet, item, args)) !== undefined,
    entries: (pallet, item, ...args) => {
      const entry = entryOf(pallet, item);
      return state.keys(u8aToHex(entry.keyPrefix(...args))).map((key) => {
        const decoded = new StorageKey(registry, key as `0x${string}`);
        decoded.setMeta(entry.meta, pallet, item);
        return {
          key,
          args: decoded.args.map((arg) => arg.toString()),
          value: decode(entry, state.get(key) as string),
        };
      });
    },
  };
};

/** A field of a struct, whatever the definition calls it: names in order of preference. */
export const field = (struct: Codec | null, ...names: string[]): Codec => {
  const fields = struct as unknown as Map<string, Codec>;
  for (const name of names) {
    const value = fields.get(name);
    if (value !== undefined) return value;
  }
  throw new Error(`no field ${names.join(' or ')} in ${struct?.toRawType()}`);
};

/** Any integer codec as bigint; 0 for null. */
export const big = (value: Codec | null): bigint => (value === null ? 0n : BigInt(value.toString()));
export const num = (value: Codec | null): number => Number(big(value));
export const list = (value: Codec | null): Codec[] => (value === null ? [] : [...(value as unknown as Codec[])]);

export interface EventRow {
  index: number;
  /** null in block initialisation and finalisation */
  extrinsic: number | null;
  isInitialization: boolean;
  /** "pallet.Name" */
  name: string;
  args: Codec[];
}

interface RawRecord {
  phase: { isApplyExtrinsic: boolean; asApplyExtrinsic: { toNumber(): number }; isInitialization: boolean };
  event: { section: string; method: string; data: Codec[] };
}

export const eventsOf = (runtime: Runtime, after: StateView): EventRow[] => {
  const [, bytes] = compactStripLength((runtime.query.system as Record<string, StorageEntry>).events?.() as Uint8Array);
  const raw = after.get(u8aToHex(bytes));
  if (raw === undefined) return [];
  const records = runtime.registry.createTypeUnsafe('Vec<EventRecord>', [hexToU8a(raw)]) as unknown as RawRecord[];
  return [...records].map(({ phase, event }, index) => ({
    index,
    extrinsic: phase.isApplyExtrinsic ? phase.asApplyExtrinsic.toNumber() : null,
    isInitialization: phase.isInitialization,
    name: `${event.section}.${event.method}`,
    args: [...event.data],
  }));
};

export interface CallRow {
  /** "pallet.call" */
  name: string;
  args: Codec[];
}

interface NamedCall {
  section: string;
  method: string;
}

const isCall = (value: unknown): value is IMethod =>
  typeof value === 'object' && value !== null && 'section' in value && 'method' in value && 'argsDef' in value;

/** The calls an argument carries: itself, or those in a list. */
const callsIn = (value: Codec): IMethod[] => {
  if (isCall(value)) return [value];
  return Array.isArray(value) ? value.filter(isCall) : [];
};

const walk = (runtime: Runtime, call: IMethod): CallRow[] => {
  const { section, method } = call as unknown as NamedCall;
  const name = `${section}.${method}`;
  const args = [...call.args] as Codec[];
  const inner = args.flatMap(callsIn);
  // a multisig keeps the call it approves as bytes
  if (name === 'multisig.asMulti') {
    const bytes = (args[3] as Codec).toU8a(true);
    inner.push(runtime.registry.createTypeUnsafe('Call', [bytes]) as unknown as IMethod);
  }
  return [{ name, args }, ...inner.flatMap((found) => walk(runtime, found))];
};

/** An extrinsic's call and all calls inside it, in the order in which they run. */
export const callsOf = (runtime: Runtime, extrinsic: string): CallRow[] => {
  const decoded = runtime.registry.createTypeUnsafe('Extrinsic', [extrinsic]) as unknown as GenericExtrinsic;
  return walk(runtime, decoded.method as unknown as IMethod);
};
