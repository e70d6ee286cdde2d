import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A recorded chain on disk: genesis, blocks with their state changes, and what decodes which blocks. */
export interface RecordedBlock {
  number: number;
  hash: string;
  extrinsics: string[];
  diff: [key: string, value: string | null][];
}

export interface RuntimeRange {
  fromBlock: number;
  specVersion: number;
  metadata: string;
  types: string;
}

export interface Recording {
  folder: string;
  name: string;
  runtimes: RuntimeRange[];
  genesis: [key: string, value: string][];
  blocks: RecordedBlock[];
  /** keys set from outside after a block, without an event */
  overrides: Map<number, Set<string>>;
}

const lines = <Row>(path: string): Row[] =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

/** Every folder with a chain.json: the given one itself, or those directly in it. */
export const findRecordings = (root: string): string[] => {
  const here = resolve(root);
  if (!existsSync(here)) throw new Error(`CRUST_RECORDINGS names a folder that does not exist: ${here}`);
  if (existsSync(join(here, 'chain.json'))) return [here];
  return readdirSync(here, { withFileTypes: true })
    .filter((entry) => existsSync(join(here, entry.name, 'chain.json')))
    .map((entry) => join(here, entry.name))
    .sort();
};

export const openRecording = (folder: string): Recording => {
  const chain = JSON.parse(readFileSync(join(folder, 'chain.json'), 'utf8')) as {
    name: string;
    runtimes: RuntimeRange[];
    overrides?: { block: number; keys: string[] }[];
  };
  const overrides = new Map<number, Set<string>>();
  for (const { block, keys } of chain.overrides ?? []) overrides.set(block, new Set(keys));
  return {
    folder,
    name: chain.name,
    runtimes: [...chain.runtimes].sort((a, b) => a.fromBlock - b.fromBlock),
    genesis: lines(join(folder, 'genesis.ndjson.gz')),
    blocks: lines(join(folder, 'blocks.ndjson.gz')),
    overrides,
  };
};

/** Key-value state at one block. */
export interface StateView {
  get(key: string): string | undefined;
  /** keys in raw order */
  keys(prefix: string): string[];
}

export interface Step {
  block: RecordedBlock;
  /** state at the parent: what the hooks of this block saw */
  before: StateView;
  /** state at the block, with what was set from outside after it */
  after: StateView;
  overridden: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Walks the chain; a step's views are valid until the next one. */
export function* replay(recording: Recording): Generator<Step> {
  const state = new Map<string, string>(recording.genesis);
  for (const block of recording.blocks) {
    const old = new Map<string, string | undefined>();
    for (const [key, value] of block.diff) {
      if (!old.has(key)) old.set(key, state.get(key));
      if (value === null) state.delete(key);
      else state.set(key, value);
    }
    const after: StateView = {
      get: (key) => state.get(key),
      keys: (prefix) => [...state.keys()].filter((key) => key.startsWith(prefix)).sort(),
    };
    const before: StateView = {
      get: (key) => (old.has(key) ? old.get(key) : state.get(key)),
      keys: (prefix) => {
        const found = new Set(after.keys(prefix));
        for (const [key, value] of old) {
          if (!key.startsWith(prefix)) continue;
          if (value === undefined) found.delete(key);
          else found.add(key);
        }
        return [...found].sort();
      },
    };
    yield { block, before, after, overridden: recording.overrides.get(block.number) ?? NOTHING };
  }
}
