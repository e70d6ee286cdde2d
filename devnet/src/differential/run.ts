import { type ChainProfile, MAINNET_PROFILE } from '@moho/protocol/base';
import { decodeMetadata } from '../codec/metadata';
import { messageOf } from '../input-error';
import type { RecordedRuntime } from '../source/recording/chain-file';
import { createRuntime, type Runtime } from '../source/simulation/framework/runtime';
import { runtimeSpec } from '../source/simulation/framework/spec';
import type { RawState } from '../source/simulation/framework/store';
import { installPallets, type Pallets } from '../source/simulation/pallets/pallets';
import type { Hex } from '../source/source';
import { compareBlock, emptyTallies, type Tallies } from './compare';
import { executeBlock } from './execute';
import { type Playback, playback } from './foreign-calls';
import { type KeyName, keyNames } from './names';
import { randomnessPallet } from './randomness';
import { eventReader } from './recorded-events';
import { openRecording, type RecordedStep } from './recording';

/** A runtime of the recording's spec over whatever state is put beneath it. */
interface Machine {
  readonly runtime: Runtime;
  readonly foreign: Playback;
  readonly nameOf: (key: Hex) => KeyName;
  put(state: RawState): void;
}

function createMachine(recorded: RecordedRuntime, { profile, install }: Required<Setting>): Machine {
  const metadata = decodeMetadata(recorded.metadata);
  const foreign = playback(eventReader(recorded), () => runtime);
  let beneath: RawState = { get: () => null, keys: () => [] };
  const runtime: Runtime = createRuntime({
    profile,
    spec: runtimeSpec(recorded.specVersion, metadata.pallets),
    beneath: { get: (key) => beneath.get(key), keys: (prefix) => beneath.keys(prefix) },
    foreign,
    install,
  });
  return {
    runtime,
    foreign,
    nameOf: keyNames(metadata),
    put(state) {
      beneath = state;
      runtime.store.forget();
    },
  };
}

export interface RunResult {
  readonly tallies: Tallies;
  readonly blocks: number;
  /** events the simulation left in them; compared as the bytes of System.Events */
  readonly events: number;
  /** calls that no pallet here models, played back from the recording, by name */
  readonly playedBack: ReadonlyMap<string, number>;
  /** blocks that could not be run at all, with the reason */
  readonly broken: readonly { readonly block: number; readonly why: string }[];
}

/** For recordings of something else than mainnet's runtimes: their lengths and pallets. */
interface Setting {
  readonly profile?: ChainProfile;
  readonly install?: (runtime: Runtime) => Pallets;
}
export interface RunOptions extends Setting {
  /** how many blocks to run; all by default */
  readonly firstBlocks?: number;
}

/** The simulation's pallets, and one it leaves out. */
export function allPallets(runtime: Runtime): Pallets {
  randomnessPallet(runtime);
  return installPallets(runtime);
}

/** Runs every recorded block on the recorded state of its parent and compares what it leaves. */
export async function runRecording(folder: string, options: RunOptions = {}): Promise<RunResult> {
  const { firstBlocks = Number.POSITIVE_INFINITY, profile = MAINNET_PROFILE, install = allPallets } = options;
  const machines = new Map<RecordedRuntime, Machine>();
  const tallies = emptyTallies();
  const playedBack = new Map<string, number>();
  const broken: { block: number; why: string }[] = [];
  let blocks = 0;
  let events = 0;
  for await (const step of openRecording(folder).steps()) {
    if (step.number > firstBlocks) break;
    blocks += 1;
    const machine = machines.get(step.runtime) ?? createMachine(step.runtime, { profile, install });
    machines.set(step.runtime, machine);
    try {
      runStep(machine, step, tallies);
      events += machine.runtime.events.records.length;
    } catch (error) {
      broken.push({ block: step.number, why: messageOf(error) });
    }
    for (const name of machine.foreign.played) playedBack.set(name, (playedBack.get(name) ?? 0) + 1);
  }
  return { tallies, blocks, events, playedBack, broken };
}

function runStep({ runtime, foreign, nameOf, put }: Machine, step: RecordedStep, tallies: Tallies): void {
  put(step.parent);
  foreign.enter(step);
  executeBlock(runtime, step.block, foreign.begin);
  const simulated = new Map<Hex, Hex | null>();
  runtime.store.flush((key, value) => simulated.set(key, value));
  // what a played-back call wrote into its own pallet is taken over; all else of it is compared
  const isTaken = (key: Hex) => !simulated.has(key) && foreign.wrote(nameOf(key));
  compareBlock(tallies, step, simulated, nameOf, isTaken);
}
