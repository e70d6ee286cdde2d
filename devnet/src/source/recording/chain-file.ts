import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileTrouble, InputError, messageOf } from '../../input-error';
import type { Hex } from '../source';

/** One runtime of a recording: blocks from `fromBlock` on were executed by it. */
export interface RecordedRuntime {
  fromBlock: number;
  specVersion: number;
  /** SCALE metadata as `state_getMetadata` answers it */
  metadata: Hex;
}

/** What a recording's `chain.json` says, its metadata files read. */
export interface ChainFile {
  chain: string;
  properties: { ss58Format: number; tokenSymbol: string; tokenDecimals: number };
  genesisHash: Hex;
  firstBlock: number;
  lastBlock: number;
  /** ascending by `fromBlock`, the first one from the genesis on */
  runtimes: RecordedRuntime[];
}

type Json = Record<string, unknown>;

/** Throws `InputError` with one sentence when the folder is not a recording. */
export function readChainFile(folder: string): ChainFile {
  const path = join(folder, 'chain.json');
  const json = asObject(parse(read(path), path), path);
  const field = <T>(name: string, check: (value: unknown) => value is T, what: string, from: Json = json): T => {
    const value = from[name];
    if (!check(value)) throw new InputError(`${path}: "${name}" must be ${what}`);
    return value;
  };
  const properties = asObject(json.properties, `${path}: "properties"`);
  const runtimes = field('runtimes', isFilledArray, 'a list of at least one runtime')
    .map((entry, position): RecordedRuntime => {
      const runtime = asObject(entry, `${path}: runtime ${position}`);
      return {
        fromBlock: field('fromBlock', isCount, 'a block number', runtime),
        specVersion: field('specVersion', isCount, 'a number', runtime),
        metadata: readMetadata(join(folder, field('metadata', isText, 'the path of a metadata file', runtime))),
      };
    })
    .sort((a, b) => a.fromBlock - b.fromBlock);
  return {
    chain: field('chain', isText, 'the name of the chain'),
    properties: {
      ss58Format: field('ss58Format', isCount, 'a number', properties),
      tokenSymbol: field('tokenSymbol', isText, 'a token symbol', properties),
      tokenDecimals: field('tokenDecimals', isCount, 'a number', properties),
    },
    genesisHash: field('genesisHash', isHash, 'a block hash'),
    firstBlock: field('firstBlock', isCount, 'a block number'),
    lastBlock: field('lastBlock', isCount, 'a block number'),
    runtimes,
  };
}

function readMetadata(path: string): Hex {
  const text = read(path).trim();
  if (!/^0x6d657461([0-9a-f]{2})+$/.test(text))
    throw new InputError(`${path} does not hold hex metadata ("0x6d657461…")`);
  return text as Hex;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(`cannot read the recording's ${path}: ${fileTrouble(error)}`);
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${path} is not JSON: ${messageOf(error)}`);
  }
}

function asObject(value: unknown, what: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${what} must be a JSON object`);
  }
  return value as Json;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isHash = (value: unknown): value is Hex => typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value);
const isFilledArray = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0;
