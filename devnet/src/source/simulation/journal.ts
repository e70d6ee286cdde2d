import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChainProfile } from '@moho/protocol/base';
import type { SpecVersion } from '../../codec/metadata';
import { InputError } from '../../input-error';
import type { Hex } from '../source';
import type { People } from './economy/people';
import type { Upgrades } from './upgrade';

/** What makes a chain's blocks; written once, at the first start. */
export interface ChainIdentity {
  readonly seed: number;
  readonly profile: ChainProfile;
  /** past blocks made at the first start */
  readonly blocks: number;
  readonly genesisTimeMs: number;
  /** runtime of the genesis; absent for the newest */
  readonly spec?: SpecVersion;
  /** runtime upgrades that belong to it */
  readonly upgrades?: Upgrades;
  /** how many live on it; absent for the default */
  readonly people?: People;
  /** scenarios played; absent for the everyday ones */
  readonly scenarios?: readonly string[];
}

/** What must be the same for a folder to be gone on with. */
const MADE_BY = ['seed', 'profile', 'spec', 'upgrades', 'people', 'scenarios'] as const;

/** A block made after the first start. */
export interface JournalEntry {
  readonly block: number;
  readonly hash: Hex;
  /** the extrinsics people submitted; in a block that replaced another one by a fork, all but the inherent */
  readonly submitted: readonly Hex[];
  /** a runtime upgrade asked for from outside */
  readonly upgradeTo?: SpecVersion;
  /** the branch a fork began, for a block that replaced another one: the economy was not asked */
  readonly branch?: string;
}

/**
 * The data folder of a simulated chain. Blocks are not stored: they are made again from the seed, and the journal
 * says what came from outside and in which block.
 */
export interface Journal {
  readonly identity: ChainIdentity;
  readonly entries: readonly JournalEntry[];
  /** hash of block `identity.blocks`, once it was made */
  readonly builtHash: Hex | undefined;
  /** notes that the first blocks are made */
  built(hash: Hex): void;
  append(entry: JournalEntry): void;
}

/** Without a folder nothing is kept. */
export function memoryJournal(identity: ChainIdentity): Journal {
  return { identity, entries: [], builtHash: undefined, built: () => undefined, append: () => undefined };
}

/** Opens a folder, or begins one with `fresh`. Another chain's folder is an input error. */
export function openJournal(folder: string, fresh: ChainIdentity): Journal {
  mkdirSync(folder, { recursive: true });
  const chainFile = join(folder, 'chain.json');
  const journalFile = join(folder, 'journal.ndjson');
  const known = existsSync(chainFile) ? readJson(chainFile) : undefined;
  const identity = known ?? fresh;
  if (MADE_BY.some((key) => JSON.stringify(identity[key]) !== JSON.stringify(fresh[key]))) {
    const { seed, profile, spec = 25, upgrades, people, scenarios } = identity;
    const more = [
      upgrades && `upgrades ${upgrades.join(' ')}`,
      people && `people ${JSON.stringify(people)}`,
      scenarios && `scenarios ${scenarios.join(', ')}`,
    ];
    const known = [`seed ${seed}`, `profile ${profile.name}`, `spec ${spec}`, ...more.filter(Boolean)].join(', ');
    throw new InputError(`the folder ${folder} holds another chain (${known}): name another folder or remove it`);
  }
  const write = (more: { builtHash?: Hex }) => {
    writeFileSync(`${chainFile}.new`, `${JSON.stringify({ ...identity, ...more }, null, 2)}\n`);
    renameSync(`${chainFile}.new`, chainFile);
  };
  if (known === undefined) write({});
  return {
    identity,
    entries: existsSync(journalFile) ? readEntries(journalFile) : [],
    builtHash: known?.builtHash,
    built: (builtHash) => write({ builtHash }),
    append: (entry) => appendFileSync(journalFile, `${JSON.stringify(entry)}\n`),
  };
}

function readJson(file: string): ChainIdentity & { builtHash?: Hex } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ChainIdentity & { builtHash?: Hex };
  } catch (error) {
    throw new InputError(
      `${file} cannot be read (${(error as Error).message}): remove its folder to begin a new chain`,
    );
  }
}

/** A last line that was cut short by a crash belongs to a block nobody saw: it is dropped, and the file mended. */
function readEntries(file: string): JournalEntry[] {
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) writeFileSync(file, whole);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalEntry);
}
