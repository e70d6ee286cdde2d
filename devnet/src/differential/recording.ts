import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../input-error';
import { isWrite, type RecordedBlock, recordedBlock, type Write } from '../source/recording/blocks';
import { type ChainFile, type RecordedRuntime, readChainFile } from '../source/recording/chain-file';
import { jsonLines } from '../source/recording/lines';
import type { RawState } from '../source/simulation/framework/store';
import type { Hex } from '../source/source';
import { stateStore } from '../state';

export interface RecordedStep {
  readonly number: number;
  readonly block: RecordedBlock;
  /** the runtime that executed it: its parent's */
  readonly runtime: RecordedRuntime;
  /** state after the parent block; valid until the next step is asked for */
  readonly parent: RawState;
  /** keys that somebody set between this block and the next: their value here says nothing of this block */
  readonly overridden: ReadonlySet<Hex>;
}

export interface Recording {
  readonly chain: ChainFile;
  steps(): AsyncGenerator<RecordedStep>;
}

/** A recording read block by block, each with the state it started from. */
export function openRecording(folder: string): Recording {
  const chain = readChainFile(folder);
  return { chain, steps: () => steps(folder, chain) };
}

async function* steps(folder: string, chain: ChainFile): AsyncGenerator<RecordedStep> {
  const overrides = await readOverrides(folder);
  const state = stateStore();
  for await (const { line, value } of jsonLines(join(folder, 'genesis.ndjson.gz'))) {
    if (!isWrite(value))
      throw new InputError(`genesis.ndjson.gz, line ${line}, is not a [key, value] pair of hex strings`);
    state.set(0, ...value);
  }
  const parent: RawState = {
    get: (key) => state.latest(key),
    keys: (prefix) => state.keysPaged(prefix, Number.POSITIVE_INFINITY, null, Number.POSITIVE_INFINITY),
  };
  let number = 0;
  let parentHash = chain.genesisHash;
  for await (const { value } of jsonLines(join(folder, 'blocks.ndjson.gz'))) {
    number += 1;
    const block = recordedBlock(value, number, parentHash);
    const runtime = chain.runtimes.findLast(({ fromBlock }) => fromBlock <= number);
    if (runtime === undefined) throw new InputError(`chain.json names no runtime for block ${number}`);
    yield { number, block, runtime, parent, overridden: overrides.get(number) ?? new Set() };
    for (const [key, written] of block.diff) state.set(number, key, written);
    parentHash = block.hash;
  }
}

interface Override {
  readonly block: number;
  readonly keys: readonly Hex[];
}

/** What chain.json and, where there is one, overrides.ndjson.gz say was set by hand after a block. */
async function readOverrides(folder: string): Promise<Map<number, Set<Hex>>> {
  const out = new Map<number, Set<Hex>>();
  const add = ({ block, keys }: Override) => out.set(block, new Set([...(out.get(block) ?? []), ...keys]));
  const json = JSON.parse(readFileSync(join(folder, 'chain.json'), 'utf8')) as { overrides?: unknown };
  for (const entry of Array.isArray(json.overrides) ? json.overrides : []) add(asOverride(entry, 'chain.json'));
  const full = join(folder, 'overrides.ndjson.gz');
  if (existsSync(full)) for await (const { value } of jsonLines(full)) add(asOverride(value, 'overrides.ndjson.gz'));
  return out;
}

function asOverride(value: unknown, file: string): Override {
  const { block, keys } = (value ?? {}) as Partial<Override>;
  if (!Number.isSafeInteger(block) || !Array.isArray(keys))
    throw new InputError(`an override in ${file} is not { block, keys }`);
  return { block: block as number, keys };
}

export type { Write };
