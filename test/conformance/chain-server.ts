import { join } from 'node:path';
import { profileFor, scenariosNamed } from '@moho/devnet/source/simulation/economy/scenarios/index';
import type { ChainProfile } from '@moho/protocol/base';
import { DEVNET_PROFILE, MAINNET_PROFILE } from '@moho/protocol/base';
import { type ChainAddress, devnetAddress, devnetSpec } from '../../scripts/start/chain';
import { type ChainChoice, FREE_PORTS } from '../../scripts/start/options';
import type { CalmChain } from './given-chains';
import { fileName } from './names';
import { type Running, type Scope, startOnce } from './run-once';
import type { Workplace } from './workplace';

/** A chain that answers, up to the block it is compared at. */
export interface ChainServed {
  address: ChainAddress;
  url: string;
  profile: ChainProfile;
  head: number;
}

export interface ServedChain extends ChainServed {
  running: Running;
}

const choice = (given: CalmChain): ChainChoice =>
  given.kind === 'recording'
    ? { kind: 'recording', folder: given.folder }
    : // 0: no block is made beyond the past ones, so that nothing moves while it is compared
      { kind: 'simulation', seed: given.seed, blocks: given.blocks, blockTimeMs: 0 };

/** Lengths of a chain. Recordings are of Crust's runtimes, whose lengths are mainnet's; some scenarios need their own. */
const profileOf = (given: CalmChain): ChainProfile => {
  if (given.kind === 'recording') return MAINNET_PROFILE;
  const { sweepBatch } = given;
  const lengths =
    sweepBatch === undefined
      ? DEVNET_PROFILE
      : { ...DEVNET_PROFILE, name: `devnet-sweeps-of-${sweepBatch}`, sweepBatch };
  return profileFor(lengths, scenariosNamed(given.played?.scenarios ?? []));
};

const playedArgs = (given: CalmChain): string[] => {
  if (given.kind !== 'simulation') return [];
  const { played, runtimes } = given;
  return [
    ...(played ? ['--people', played.people, '--scenario', played.scenarios.join(',')] : []),
    ...(runtimes ? ['--spec', String(runtimes.spec)] : []),
    ...(runtimes ? ['--upgrade', runtimes.upgrades.map(([block, spec]) => `${block}:${spec}`).join(',')] : []),
  ];
};

/** Serves a chain in a process of its own. */
export const serveChain = async (
  given: CalmChain,
  place: Pick<Workplace, 'folder' | 'room'>,
  scope: Scope,
  extraArgs: string[] = [],
): Promise<ServedChain> => {
  const profile = profileOf(given);
  const chosen = choice(given);
  const spec = devnetSpec(chosen, profile, FREE_PORTS, join(place.folder, 'chains', fileName(given.name)));
  let address: ChainAddress | undefined;
  const running = await startOnce(
    {
      spec: { ...spec, args: [...spec.args, ...playedArgs(given), ...extraArgs] },
      ready: async (child) => {
        address = await devnetAddress(child, chosen);
      },
    },
    place.room,
    scope,
  );
  const url = address?.endpoints[0];
  if (!address || url === undefined) throw new Error(`the chain of ${given.name} does not say where it is`);
  return { address, url, profile, head: address.head ?? 0, running };
};
