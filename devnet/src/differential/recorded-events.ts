import type { Vec } from '@polkadot/types';
import type { EventRecord } from '@polkadot/types/interfaces';
import { storagePrefix } from '../codec/hash';
import { crustRegistry } from '../codec/registry';
import { decode, type Hex } from '../codec/scale';
import type { RecordedRuntime } from '../source/recording/chain-file';
import {
  type DispatchClass,
  type DispatchError,
  dispatchClass,
  dispatchError,
} from '../source/simulation/framework/dispatch';

/** One event of a recorded block; `args` are its arguments' bytes. */
export interface RecordedEvent {
  readonly pallet: string;
  readonly name: string;
  /** extrinsic it belongs to; undefined for hooks */
  readonly extrinsic: number | undefined;
  /** module, place and arguments */
  readonly encoded: Hex;
  readonly args: readonly Hex[];
}

const EVENTS = storagePrefix('System', 'Events');

export interface EventReader {
  read(diff: readonly (readonly [Hex, Hex | null])[]): RecordedEvent[];
  /** bytes that the arguments of a call take, of those that follow its two index bytes */
  callLength(index: readonly [number, number], rest: Uint8Array): number;
  /** Module and name of a call by its place. */
  callName(index: readonly [number, number]): { readonly pallet: string; readonly name: string } | undefined;
}

/** Splits what a runtime recorded into events and calls, for parts of it that no pallet here can read. */
export function eventReader(runtime: RecordedRuntime): EventReader {
  const { registry, metadata } = crustRegistry(runtime.metadata, runtime.specVersion);
  return {
    read(diff) {
      const bytes = diff.find(([key]) => key === EVENTS)?.[1];
      if (bytes === undefined || bytes === null) return [];
      return registry.createType<Vec<EventRecord>>('Vec<EventRecord>', bytes).map(({ event, phase }) => ({
        pallet:
          metadata.asLatest.pallets.find(({ index }) => index.toNumber() === event.index[0])?.name.toString() ?? '',
        name: event.method,
        extrinsic: phase.isApplyExtrinsic ? phase.asApplyExtrinsic.toNumber() : undefined,
        encoded: event.toHex(),
        args: event.data.map((arg) => arg.toHex(true)),
      }));
    },
    callLength: ([module, place], rest) =>
      registry.createType('Call', Uint8Array.from([module, place, ...rest])).encodedLength - 2,
    callName([module, place]) {
      try {
        const { section, method } = registry.findMetaCall(Uint8Array.of(module, place));
        const pallet = metadata.asLatest.pallets.find(({ index }) => index.toNumber() === module)?.name.toString();
        return { pallet: pallet ?? section, name: snake(method) };
      } catch {
        return undefined; // no such call in this runtime
      }
    },
  };
}

const snake = (text: string) => text.replace(/([A-Z])/g, (_, letter: string) => `_${letter.toLowerCase()}`);

/** The error in an event that tells of a failure: its own, or that of the call it wrapped. */
export function errorIn({ name, encoded }: RecordedEvent): DispatchError | undefined {
  const args: Hex = `0x${encoded.slice(6)}`;
  if (name === 'ExtrinsicFailed') return firstOf(args);
  if (name === 'BatchInterrupted') return firstOf(`0x${args.slice(10)}`);
  if (name === 'Sudid' || name === 'SudoAsDone')
    return args.startsWith('0x01') ? firstOf(`0x${args.slice(4)}`) : undefined;
  return undefined;
}
/** A dispatch error at the head of these bytes: one byte, or three for that of a module. */
const firstOf = (bytes: Hex): DispatchError =>
  decode(dispatchError, bytes.startsWith('0x03') ? (bytes.slice(0, 8) as Hex) : (bytes.slice(0, 4) as Hex));

/** The weight in the result of an extrinsic: it stands before class and fee, ten bytes from the end. */
export const weightIn = ({ encoded }: RecordedEvent): number =>
  Number(Buffer.from(encoded.slice(-20, -4), 'hex').readBigUInt64LE());
export const classIn = ({ encoded }: RecordedEvent): DispatchClass =>
  decode(dispatchClass, `0x${encoded.slice(-4, -2)}`);
