import { MAINNET_PROFILE } from '@moho/protocol/base';
import { decodeMetadata } from '../codec/metadata';
import type { RecordedRuntime } from '../source/recording/chain-file';
import { createRuntime, type Runtime } from '../source/simulation/framework/runtime';
import { runtimeSpec } from '../source/simulation/framework/spec';
import type { RawState } from '../source/simulation/framework/store';
import { installPallets, type Pallets } from '../source/simulation/pallets/pallets';
import type { Hex } from '../source/source';
import { compareBlock, emptyTallies, type Tallies } from './compare';
import { executeBlock } from './execute';
import { type KeyName, keyNames } from './names';
import { openRecording, type RecordedStep } from './recording';

/** A runtime of the recording's spec over whatever state is put beneath it. */
interface Machine {
  readonly runtime: Runtime;
  readonly nameOf: (key: Hex) => KeyName;
  put(state: RawState): void;
}

function createMachine(recorded: RecordedRuntime, install: (runtime: Runtime) => Pallets): Machine {
  const metadata = decodeMetadata(recorded.metadata);
  let beneath: RawState = { get: () => null, keys: () => [] };
  const runtime = createRuntime({
    profile: MAINNET_PROFILE,
    spec: runtimeSpec(recorded.specVersion, metadata.pallets),
    beneath: { get: (key) => beneath.get(key), keys: (prefix) => beneath.keys(prefix) },
    install,
  });
  return {
    runtime,
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
  /** blocks that the simulation could not run, with the reason */
  readonly broken: { readonly block: number; readonly why: string }[];
}

export interface RunOptions {
  readonly firstBlocks?: number;
  /** tests: pallets with a spoiled rule */
  readonly install?: (runtime: Runtime) => Pallets;
  readonly onBlock?: (step: RecordedStep) => void;
}

/** Runs every recorded block on the recorded state of its parent and compares what it leaves. */
export async function runRecording(folder: string, options: RunOptions = {}): Promise<RunResult> {
  const machines = new Map<RecordedRuntime, Machine>();
  const tallies = emptyTallies();
  const broken: RunResult['broken'] = [];
  let blocks = 0;
  for await (const step of openRecording(folder).steps()) {
    if (step.number > (options.firstBlocks ?? Number.POSITIVE_INFINITY)) break;
    blocks += 1;
    const machine = machines.get(step.runtime) ?? createMachine(step.runtime, options.install ?? installPallets);
    machines.set(step.runtime, machine);
    machine.put(step.parent);
    try {
      executeBlock(machine.runtime, step.block.header, step.block.extrinsics);
    } catch (error) {
      broken.push({
        block: step.number,
        why: error instanceof Error ? error.message : String(error),
      });
      machine.put(step.parent);
    }
    const simulated = new Map<Hex, Hex | null>();
    machine.runtime.store.flush((key, value) => simulated.set(key, value));
    compareBlock(tallies, step, simulated, machine.nameOf, () => false);
    options.onBlock?.(step);
  }
  return { tallies, blocks, broken };
}
