import { type Codec, type Hex, names, struct, tuple, u8, u64, unit, type Value, variants } from '../../../codec/scale';
import { notInSpec, type PalletName, type RuntimeSpec, specIndex } from './spec';

export type Origin =
  | { readonly kind: 'signed'; readonly who: Hex }
  | { readonly kind: 'root' }
  | { readonly kind: 'none' };
export const signed = (who: Hex): Origin => ({ kind: 'signed', who });
export const ROOT: Origin = { kind: 'root' };
export const NONE: Origin = { kind: 'none' };

/** `{ index, error }`, one byte each in metadata V12 chains */
export const dispatchError = variants({
  Other: unit,
  CannotLookup: unit,
  BadOrigin: unit,
  Module: struct({ index: u8, error: u8 }),
  ConsumerRemaining: unit,
  NoProviders: unit,
});
export type DispatchError = Value<typeof dispatchError>;

/** `Result<(), DispatchError>` */
export const dispatchResult = variants({ Ok: unit, Err: dispatchError });

export const dispatchClass = names('Normal', 'Operational', 'Mandatory');
export type DispatchClass = Value<typeof dispatchClass>;
export const dispatchInfo = struct({ weight: u64, class: dispatchClass, paysFee: names('Yes', 'No') });

/** What a call's dispatch says about its real cost; absent fields keep the announced ones. Only Ok results may waive the fee. */
export interface PostInfo {
  readonly weight?: number;
  readonly waiveFee?: boolean;
}

/** Thrown by a call to fail. What it wrote before stays written: calls of this generation are not transactional. */
export interface DispatchFailure extends Error {
  readonly dispatch: DispatchError;
  /** weight to charge instead of the announced one */
  readonly weight?: number;
}
export function failure(dispatch: DispatchError, name: string): DispatchFailure {
  return Object.assign(new Error(name), { dispatch });
}
export const isFailure = (error: unknown): error is DispatchFailure => error instanceof Error && 'dispatch' in error;

/** Runs what the runtime goes on without; false when it failed as a dispatch does. What it wrote before stays written. */
export function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (isFailure(error)) return false;
    throw error;
  }
}

export const badOrigin = () => failure({ tag: 'BadOrigin', value: null }, 'BadOrigin');
export const otherError = (why: string) => failure({ tag: 'Other', value: null }, why);

/** Makers of a pallet's errors by name: `throw E.NotController()`, `ensure(ok, E.NotController)`. */
export type ErrorMakers<N extends readonly string[]> = { readonly [K in N[number]]: () => DispatchFailure };

/** Errors that this spec does not have may be named, but not thrown. */
export function palletErrors<const N extends readonly string[]>(
  spec: RuntimeSpec,
  pallet: PalletName,
  list: N,
): ErrorMakers<N> {
  const out: Record<string, () => DispatchFailure> = {};
  for (const name of list) {
    const at = specIndex(spec, pallet, 'errors', name);
    out[name] = () => {
      if (at === undefined) throw notInSpec(spec, pallet, name);
      return failure({ tag: 'Module', value: { index: at[0], error: at[1] } }, `${pallet}.${name}`);
    };
  }
  return out as ErrorMakers<N>;
}

export function ensure(condition: boolean, error: () => DispatchFailure): asserts condition {
  if (!condition) throw error();
}
export function ensureSigned(origin: Origin): Hex {
  if (origin.kind !== 'signed') throw badOrigin();
  return origin.who;
}
export function ensureRoot(origin: Origin): void {
  if (origin.kind !== 'root') throw badOrigin();
}

/** A call that can be encoded, dispatched and wrapped by another call. */
export interface Call {
  readonly def: CallDef;
  readonly args: unknown;
}
export interface CallDef {
  readonly pallet: PalletName;
  readonly name: string;
  /** module and place; undefined for a call this spec does not have */
  readonly index: readonly [number, number] | undefined;
  readonly codec: Codec<unknown>;
  weight(args: unknown): number;
  class(args: unknown): DispatchClass;
  /** false for calls that are free before dispatch (Pays::No) */
  readonly paysFee: boolean;
  run(origin: Origin, args: unknown): PostInfo | undefined;
}

/** Extrinsic results as `System` events carry them. */
export const failedEvent = tuple(dispatchError, dispatchInfo);
