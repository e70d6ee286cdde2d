import type { ChainProfile } from '@moho/protocol/base';
import type { Reader } from '../../../codec/bytes';
import { type AnyCodec, type Codec, type Hex, struct, type Value } from '../../../codec/scale';
import type { Pallets } from '../pallets/pallets';
import {
  type Call,
  type CallDef,
  type DispatchClass,
  type DispatchError,
  type ErrorMakers,
  isFailure,
  type Origin,
  otherError,
  type PostInfo,
  palletErrors,
} from './dispatch';
import { type Emitters, type EventLog, palletEvents } from './events';
import { notInSpec, type PalletName, type RuntimeSpec, SPEC25, specIndex } from './spec';
import { type PalletStorage, palletStorage } from './storage';
import { createStore, type RawState, type Store } from './store';

export interface Hooks {
  /** may say what it weighed */
  onInitialize?(block: number): HookWeight;
  onFinalize?(block: number): void;
}

/** most hooks weigh nothing */
// biome-ignore lint/suspicious/noConfusingVoidType: hooks are plain functions, most without a return
export type HookWeight = number | void;

/** most calls return nothing */
// biome-ignore lint/suspicious/noConfusingVoidType: callers write plain functions without a return
export type CallResult = PostInfo | void;

export interface CallOptions<A> {
  /** announced weight, base weight of the extrinsic not included */
  weight: number | ((args: A) => number);
  class?: DispatchClass | ((args: A) => DispatchClass);
  /** false: free before dispatch. (Fees waived afterwards: return `{ waiveFee: true }`.) */
  paysFee?: boolean;
}

export type Outcome = { ok: true; post: PostInfo } | { ok: false; error: DispatchError; name: string; post: PostInfo };

/** What a pallet sees of the chain it is part of. */
export interface Runtime {
  readonly profile: ChainProfile;
  /** which of Crust's runtimes this is; rules that changed look at its version */
  readonly spec: RuntimeSpec;
  /** every pallet; look up others at call time, not while pallets are being made */
  readonly pallets: Pallets;
  readonly store: Store;
  readonly events: EventLog;
  /** number of the block being built */
  block(): number;
  storage(pallet: PalletName): PalletStorage;
  emitters<const F extends Record<string, readonly AnyCodec[]>>(pallet: PalletName, fields: F): Emitters<F>;
  errors<const N extends readonly string[]>(pallet: PalletName, ...names: N): ErrorMakers<N>;
  /** Declares a call; the result makes values of it: `bond({ controller, value })`. Fields in metadata order. */
  call<const F extends Record<string, AnyCodec>>(
    pallet: PalletName,
    name: string,
    fields: F,
    options: CallOptions<Value<ReturnType<typeof struct<F>>>>,
    run: (origin: Origin, args: Value<ReturnType<typeof struct<F>>>) => CallResult,
  ): (args: Value<ReturnType<typeof struct<F>>>) => Call;
  hooks(pallet: PalletName, hooks: Hooks): void;
  /** Encodes and decodes any declared call (for Utility, Multisig, Scheduler and extrinsics). */
  readonly callCodec: Codec<Call>;
  /** Runs a call as its own dispatch; a failure is returned, its earlier writes stay. */
  dispatch(call: Call, origin: Origin): Outcome;
  /** Runs `work`; if it throws, its writes and events are taken back (batch_all only). */
  transaction<T>(work: () => T): T;
  /** Runs the on_initialize hooks; returns what they weighed. */
  initialize(block: number): number;
  finalize(block: number): void;
}

/** Calls that the pallets here do not model, and what is known of them from elsewhere (a recording). */
export interface ForeignCalls {
  /** is this call, though a pallet here declares it, known from elsewhere? */
  has(pallet: PalletName, name: string): boolean;
  /** The call at this place, its arguments read; undefined when nothing is known of it. */
  read(index: readonly [module: number, place: number], r: Reader): Call | undefined;
}

/** Makes a runtime over the state beneath it; pallets are installed by `install(runtime)`, which returns them. */
export function createRuntime(options: {
  profile: ChainProfile;
  beneath: RawState;
  spec?: RuntimeSpec;
  foreign?: ForeignCalls;
  install: (runtime: Runtime) => Pallets;
  freeze?: boolean;
}): Runtime {
  const { spec = SPEC25, foreign } = options;
  const store = createStore(options.beneath, options.freeze);
  const events: EventLog = { phase: 'Initialization', records: [] };
  const calls = new Map<number, CallDef>();
  const hooks: { index: number; hooks: Hooks }[] = [];
  let current = 0;
  let pallets: Pallets | undefined;

  const runtime: Runtime = {
    profile: options.profile,
    spec,
    get pallets() {
      if (pallets === undefined) throw new Error('pallets look each other up at call time, not while they are made');
      return pallets;
    },
    store,
    events,
    block: () => current,
    storage: (pallet) => palletStorage(store, spec.module(pallet)?.prefix ?? pallet),
    emitters: (pallet, fields) => palletEvents(spec, events, pallet, fields),
    errors: (pallet, ...names) => palletErrors(spec, pallet, names),
    call(pallet, name, fields, given, run) {
      const codec = struct(fields);
      type Args = Value<typeof codec>;
      const { weight } = given;
      const kind = given.class ?? 'Normal';
      const def: CallDef = {
        pallet,
        name,
        index: specIndex(spec, pallet, 'calls', name),
        codec: codec as Codec<unknown>,
        weight: typeof weight === 'number' ? () => weight : (args) => weight(args as Args),
        class: typeof kind === 'string' ? () => kind : (args) => kind(args as Args),
        paysFee: given.paysFee ?? true,
        run: (origin, args) => run(origin, args as Args) ?? undefined,
      };
      if (def.index !== undefined && !foreign?.has(pallet, name)) calls.set(placeOf(def.index), def);
      return (args) => ({ def, args });
    },
    hooks: (pallet, given) => {
      const module = spec.module(pallet);
      if (module === undefined) return;
      hooks.push({ index: module.index, hooks: given });
      // System first, then against the order of construct_runtime
      hooks.sort((a, b) => (b.index || 1000) - (a.index || 1000));
    },
    callCodec: {
      enc: (w, { def, args }) => {
        if (def.index === undefined) throw notInSpec(spec, def.pallet, def.name);
        w.u8(def.index[0]);
        w.u8(def.index[1]);
        def.codec.enc(w, args);
      },
      dec: (r) => {
        const [pallet, call] = [r.u8(), r.u8()];
        const def = calls.get(placeOf([pallet, call]));
        if (def !== undefined) return { def, args: def.codec.dec(r) };
        const other = foreign?.read([pallet, call], r);
        if (other === undefined) throw new Error(`no call ${call} of module ${pallet} on this chain`);
        return other;
      },
    },
    dispatch(call, origin) {
      try {
        // by index: the value may have been made on another runtime of the same spec
        const def = (call.def.index && calls.get(placeOf(call.def.index))) ?? call.def;
        return { ok: true, post: def.run(origin, call.args) ?? {} };
      } catch (error) {
        if (!isFailure(error)) throw error;
        const post = error.weight === undefined ? {} : { weight: error.weight };
        return { ok: false, error: error.dispatch, name: error.message, post };
      }
    },
    transaction(work) {
      const start = events.records.length;
      try {
        return store.transaction(work);
      } catch (error) {
        events.records.length = start;
        throw error;
      }
    },
    initialize(block) {
      current = block;
      events.phase = 'Initialization';
      return hooks.reduce((weight, { hooks: h }) => weight + (h.onInitialize?.(block) ?? 0), 0);
    },
    finalize(block) {
      events.phase = 'Finalization';
      for (const { hooks: h } of hooks) h.onFinalize?.(block);
    },
  };
  pallets = options.install(runtime);
  return runtime;
}

const placeOf = ([module, place]: readonly [number, number]) => module * 256 + place;

export const badCall = otherError;
export type { Call, Hex, Origin, PostInfo };
