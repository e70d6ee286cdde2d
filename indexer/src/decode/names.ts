import type { Json } from './facts';

/** What a call or event index means in one runtime. */
export interface CallNames {
  pallet: string;
  call: string;
  args: { name: string; type: string }[];
}
export interface EventNames {
  pallet: string;
  name: string;
  types: string[];
  /** place of the field that says how a call ended; -1 for events without one */
  outcomeAt: number;
}

/** The decoding edge: the parts of polkadot.js used, all of which live outside the sandbox and cost per access. */
export interface ChainEvent {
  phase: { toString(): string };
  event: {
    index: { toHex(): string };
    section: string;
    method: string;
    meta: { args: { toString(): string }[] };
    data: { toString(): string };
  };
}
export interface ChainRegistry {
  findMetaCall(index: Uint8Array): {
    section: string;
    meta: {
      name: { toString(): string };
      args: { type: { toString(): string } }[];
      fields: { name: { toString(): string } }[];
    };
  };
  findMetaError(error: { index: { toNumber(): number }; error: { toNumber(): number } }): {
    section: string;
    name: string;
  };
  createType(type: string, value: string): { toString(): string };
}

/** Names of one runtime, read from its metadata at first need. */
export interface RuntimeNames {
  call(index: string): CallNames;
  event(event: ChainEvent): EventNames;
  /** `pallet.ErrorName` of a module error */
  error(module: number, error: number): string;
  /** the JSON of a SCALE-encoded call (multisig carries it as bytes) */
  decodeCall(hex: string): Json;
}

const createNames = (registry: ChainRegistry): RuntimeNames => {
  const calls = new Map<string, CallNames>();
  const events = new Map<string, EventNames>();
  return {
    call: (index) => {
      let names = calls.get(index);
      if (!names) {
        const found = registry.findMetaCall(
          Uint8Array.from([Number(index.slice(0, 4)), Number(`0x${index.slice(4, 6)}`)]),
        );
        // the runtime's own names: polkadot.js decodes a call under those, while `args` holds them in camel case
        const fields = Array.from(found.meta.fields, (field) => field.name.toString());
        names = {
          pallet: found.section,
          call: found.meta.name.toString(),
          args: Array.from(found.meta.args, (arg, i) => ({ name: fields[i] as string, type: arg.type.toString() })),
        };
        calls.set(index, names);
      }
      return names;
    },
    event: ({ event }) => {
      const index = event.index.toHex();
      let names = events.get(index);
      if (!names) {
        const types = Array.from(event.meta.args, (type) => type.toString());
        const outcomeAt = types.findIndex((type) => type === 'DispatchError' || type === 'DispatchResult');
        names = { pallet: event.section, name: event.method, types, outcomeAt };
        events.set(index, names);
      }
      return names;
    },
    error: (module, error) => {
      // byte arrays of the sandbox are not recognised outside it, so the error goes over in its decoded form
      const found = registry.findMetaError({ index: { toNumber: () => module }, error: { toNumber: () => error } });
      return `${found.section}.${found.name}`;
    },
    decodeCall: (hex) => JSON.parse(registry.createType('Call', hex).toString()) as Json,
  };
};

// a registry's metadata never changes, so this memo is right in any order of blocks and after any restart
const byRegistry = new WeakMap<ChainRegistry, RuntimeNames>();

/** Names of the runtime that executed the block; the registry must be that runtime's. */
export const runtimeNames = (registry: ChainRegistry): RuntimeNames => {
  let names = byRegistry.get(registry);
  if (!names) {
    names = createNames(registry);
    byRegistry.set(registry, names);
  }
  return names;
};
