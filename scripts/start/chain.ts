import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHAIN_PROFILES, type ChainProfile } from '@moho/protocol/base';
import type { Child, ChildSpec } from './child';
import type { ChainChoice, Hex, Ports } from './options';
import { ROOT } from './paths';

/** A chain the index can be made of. */
export interface ChainAddress {
  endpoints: string[];
  genesis: Hex;
  /** names database and folders of this chain's index */
  key: string;
  head?: number;
}

const READY = /devnet ready (ws:\/\/\S+) genesis (0x[0-9a-f]{64}) head (\d+)/;

/** How to run the local chain: the simulation, or a recording. */
export function devnetSpec(chain: ChainChoice, profile: ChainProfile, ports: Ports, chainsFolder: string): ChildSpec {
  const where = ['--port', String(ports.chain), '--admin-port', String(ports.chainAdmin)];
  return {
    name: 'chain',
    command: process.execPath,
    args: [
      '--import',
      'tsx',
      join(ROOT, 'devnet', 'src', 'cli.ts'),
      ...where,
      ...sourceArgs(chain, profile, chainsFolder),
    ],
    cwd: ROOT,
  };
}

function sourceArgs(chain: ChainChoice, profile: ChainProfile, chainsFolder: string): string[] {
  if (chain.kind === 'recording') return ['--recording', chain.folder];
  if (chain.kind === 'endpoints') return [];
  const named = CHAIN_PROFILES[profile.name] === profile ? profile.name : JSON.stringify(profile);
  const args = ['--seed', String(chain.seed), '--profile', named];
  if (chain.blocks !== undefined) args.push('--blocks', String(chain.blocks));
  if (chain.blockTimeMs !== undefined) args.push('--block-time-ms', String(chain.blockTimeMs));
  return [...args, '--data', join(chainsFolder, `${profile.name}-seed-${chain.seed}`)];
}

/** Waits for the local chain's line and reads address, genesis and head from it. */
export async function devnetAddress(child: Child, chain: ChainChoice): Promise<ChainAddress> {
  const [, url = '', genesis = '', head = '0'] = await child.line(READY);
  return { endpoints: [url], genesis: genesis as Hex, key: chainKey(genesis as Hex, chain), head: Number(head) };
}

export function endpointAddress(chain: Extract<ChainChoice, { kind: 'endpoints' }>): ChainAddress {
  return { endpoints: chain.endpoints, genesis: chain.genesis, key: chainKey(chain.genesis, chain) };
}

/**
 * A chain is known by its genesis. Recordings made by one executor share theirs although they are different chains, so
 * what they hold is part of their key.
 */
export function chainKey(genesis: Hex, chain: ChainChoice): string {
  const key = genesis.slice(2, 10);
  return chain.kind === 'recording' ? `${key}_${fingerprint(chain.folder)}` : key;
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const name of ['chain.json', 'genesis.ndjson.gz', 'blocks.ndjson.gz']) {
    const file = join(folder, name);
    if (existsSync(file)) hash.update(name).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 8);
}
