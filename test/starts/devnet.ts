import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEVNET_PROFILE } from '@moho/protocol/base';
import { type ChainAddress, devnetAddress, devnetSpec } from '../../scripts/start/chain';
import { type Child, startChild } from '../../scripts/start/child';
import { FREE_PORTS } from '../../scripts/start/options';
import { testRoom } from '../../scripts/start/testing';

export interface Devnet {
  address: ChainAddress;
  endpoint: string;
  stop(): Promise<void>;
}

/** A local chain that no start made. The same `folder` has the same genesis each time. */
export async function devnet(folder: string, blocks: number, extraArgs: string[] = []): Promise<Devnet> {
  const chain = { kind: 'simulation', seed: 1, blocks, blockTimeMs: 1000 } as const;
  mkdirSync(folder, { recursive: true });
  const spec = devnetSpec(chain, DEVNET_PROFILE, FREE_PORTS, folder);
  const child: Child = await startChild({ ...spec, args: [...spec.args, ...extraArgs] }, testRoom(folder));
  const address = await devnetAddress(child, chain);
  return { address, endpoint: address.endpoints[0] ?? '', stop: () => child.stop() };
}

const FOLDER = 'devnet-seed-1';

/** Prepares `to` for a chain that begins as the one in `from` did, with other blocks to follow. */
export function copyGenesis(from: string, to: string, blocks: number): void {
  const { builtHash: _, ...identity } = JSON.parse(readFileSync(join(from, FOLDER, 'chain.json'), 'utf8')) as {
    builtHash?: string;
  };
  mkdirSync(join(to, FOLDER), { recursive: true });
  writeFileSync(join(to, FOLDER, 'chain.json'), JSON.stringify({ ...identity, blocks }));
}
